"""What users hand in becomes captures, once."""

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawlers.archive import Archive
from crawlers.harvest import process_pending
from crawlers.importing import import_page, import_texts, import_warc
from crawlers.intake import Intake
from crawlers.outcome import Harvested
from crawlers.state import State
from nlp.model.identity import make_article_id, make_text_id
from settings.config import Settings
from tests.crawlers.conftest import PARAGRAPH, Site, make_page

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
MEBIBYTE = 1 << 20


def harvest(archive: Archive, state: State, settings: Settings) -> list[Harvested]:
    return list(process_pending(archive, state, settings, sources=[]))


def test_a_saved_page_is_named_by_its_own_address(
    archive: Archive, state: State, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "saved page.html"
    path.write_text(make_page("Apples", PARAGRAPH, head='<link rel="canonical" href="https://a.example.com/1">'))
    with Intake(archive, state, rotate_bytes=MEBIBYTE) as intake:
        counts = [
            (report.taken_in, report.known)
            for _ in range(2)
            if (report := import_page(intake, path, by="Ada", now=NOW, max_bytes=MEBIBYTE))
        ]
    assert counts == [(1, 0), (0, 1)]
    (one,) = harvest(archive, state, settings)
    assert one.article.url == "https://a.example.com/1"
    assert (one.capture.captured_by, one.capture.captured_by_name) == ("user", "Ada")


def test_a_saved_page_without_address_has_a_given_id(
    archive: Archive, state: State, settings: Settings, tmp_path: Path, site: Site
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(make_page(f"In {folder}", PARAGRAPH))
    with Intake(archive, state, rotate_bytes=MEBIBYTE) as intake:
        for folder in ("a", "b"):
            import_page(intake, tmp_path / folder / "index.html", by="Ada", now=NOW, max_bytes=MEBIBYTE)
        given = import_page(
            intake,
            tmp_path / "a" / "index.html",
            url=f"{site.base_url}/x#top",
            by="Ada",
            now=NOW,
            max_bytes=MEBIBYTE,
            sources=[site.source()],
        )
        missing = import_page(intake, tmp_path / "none.html", by="Ada", now=NOW, max_bytes=MEBIBYTE)
        large = import_page(intake, tmp_path / "a" / "index.html", by="Ada", now=NOW, max_bytes=10)
    assert given.taken_in == 1
    assert "cannot be read" in missing.problems[0]
    assert "over 10 bytes" in large.problems[0]
    found = harvest(archive, state, settings)
    assert sorted(bool(one.article.url) for one in found) == [False, False, True]
    assert all((one.article.given_id or "").startswith("urn:ruralwire:file:") for one in found if not one.article.url)
    assert {one.article.source_id for one in found if one.article.url} == {"gazette"}


def test_texts_keep_their_words_and_ids_and_a_bad_line_stops_nothing(
    archive: Archive, state: State, settings: Settings
) -> None:
    text = "عنوان\r\nباع المزارعون ٤٨٠٠ طن من التفاح. "
    lines = [
        json.dumps({"id": "t1", "text": text, "language": "ar", "published_at": "2020-05-01T10:00:00+03:00"}),
        "{broken",
        json.dumps({"id": "t2"}),
        json.dumps({"id": "t3", "text": "Eggs", "url": "https://a.example.com/3?utm_source=x", "title": "Eggs"}),
        "",
        json.dumps({"id": "t4", "text": "x", "published_at": "soon"}),
    ]
    with Intake(archive, state, rotate_bytes=MEBIBYTE) as intake:
        raw = [line.encode() for line in lines]
        reports = [import_texts(intake, raw, name="mine.jsonl", by="Ada", now=NOW, max_bytes=1 << 20) for _ in range(2)]
    assert [(report.taken_in, report.known) for report in reports] == [(2, 0), (0, 2)]
    assert [problem.split(":")[0] for problem in reports[0].problems] == [
        "mine.jsonl, line 2",
        "mine.jsonl, line 3",
        "mine.jsonl, line 6",
    ]
    found = {one.article.given_id or one.article.url: one for one in harvest(archive, state, settings)}
    first = found["t1"]
    assert first.article.id == make_article_id("t1")
    assert (first.text.body, first.text.id) == (text, make_text_id(text))
    assert first.text.headline is not None
    assert first.text.body[first.text.headline.start : first.text.headline.end] == "عنوان"
    assert first.article.language == "ar"
    assert found["https://a.example.com/3"].article.title == "Eggs"


def test_the_pages_of_another_archive_are_taken_in_with_their_dates(
    archive: Archive, state: State, settings: Settings, tmp_path: Path
) -> None:
    page = make_page("Apples", PARAGRAPH).encode()
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page)
    path = tmp_path / "other.warc"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=False)
        for url, status, kind, payload, extra in (
            ("http://a.example.com/1", "200 OK", "text/html", page, []),
            ("http://a.example.com/2", "200 OK", "text/html", chunked, [("Transfer-Encoding", "chunked")]),
            ("http://a.example.com/3", "404 Not Found", "text/html", b"", []),
            ("http://a.example.com/4.jpg", "200 OK", "image/jpeg", b"\xff\xd8", []),
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind), *extra], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=BytesIO(payload),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2019-04-05T06:07:08Z"},
                )
            )
    path.write_bytes(path.read_bytes() + b"WARC/1.0\r\nWARC-Type: response\r\nContent-Le")
    with Intake(archive, state, rotate_bytes=MEBIBYTE) as intake:
        reports = [import_warc(intake, path, archive_name="Other Library", max_bytes=MEBIBYTE) for _ in range(2)]
    assert [(report.taken_in, report.known) for report in reports] == [(2, 0), (0, 2)]
    assert reports[0].skipped == {"http_404": 1, "not_html": 1}
    found = harvest(archive, state, settings)
    assert sorted(one.article.url or "" for one in found) == ["http://a.example.com/1", "http://a.example.com/2"]
    assert {one.capture.captured_at for one in found} == {datetime(2019, 4, 5, 6, 7, 8, tzinfo=UTC)}
    assert {one.capture.captured_by_name for one in found} == {"Other Library"}


def test_a_file_that_is_no_archive_is_told(archive: Archive, state: State, tmp_path: Path) -> None:
    path = tmp_path / "no.warc.gz"
    path.write_bytes(b"\x1f\x8b\x08 nothing of the kind")
    with Intake(archive, state, rotate_bytes=MEBIBYTE) as intake:
        report = import_warc(intake, path, max_bytes=MEBIBYTE)
        missing = import_warc(intake, tmp_path / "none.warc", max_bytes=MEBIBYTE)
    assert "no.warc.gz" in report.problems[0]
    assert "cannot be read" in missing.problems[0]
    assert report.taken_in == 0
