"""What is handed to `add`: its kind, what is known already, and what is wrong with it and where."""

import gzip
from pathlib import Path

import pytest

from ruralwire.added_input import AddedInput, RefusedInput, list_inputs
from ruralwire.index_folder import open_index
from search_api.query import ArticleQuery
from tests.crawlers.conftest import PARAGRAPH, Site, make_page
from tests.crawlers.conftest import site as site
from tests.ruralwire.conftest import make_line, make_settings, run

WARC = b"WARC/1.1\r\nWARC-Type: warcinfo\r\n"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.html", b"no tag", "page"),
        ("a.bin", b"<!DOCTYPE HTML><title>x</title>", "page"),
        ("a.bin", "<html><body>x".encode("utf-16"), "page"),
        ("a.warc", b"", "warc"),
        ("a.gz", gzip.compress(WARC, mtime=0), "warc"),
        ("a.html", WARC, "warc"),
        ("a.jsonl", b"anything", "lines"),
        ("a.txt", b'\xef\xbb\xbf {"id": "1"}', "lines"),
        ("a.json", b"[]", "json"),
        ("a.txt", b"plain text", None),
        ("a.gz", gzip.compress(b"plain text", mtime=0), None),
        ("a.pdf", b"%PDF-1.7", None),
        ("a.png", b"", None),
    ],
)
def test_content_and_name_tell_the_kind(tmp_path: Path, name: str, content: bytes, kind: str | None) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = list_inputs([str(tmp_path / name)])
    assert (found.kind if isinstance(found, AddedInput) else None) == kind


def test_folders_are_searched_without_the_parts_that_browsers_save(tmp_path: Path) -> None:
    for name in ("b.html", "b_files/frame.html", "c_files/own.html", "deep/er/a.htm", ".git/x.html", "picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = list(list_inputs([str(tmp_path), "https://example.org/a", "-", str(tmp_path / "none")]))
    taken = [Path(one.name).name if one.kind == "page" else one.name for one in found if isinstance(one, AddedInput)]
    assert taken == ["b.html", "own.html", "a.htm", "https://example.org/a", "standard input"]
    refused = [(Path(one.name).name, one.in_folder) for one in found if isinstance(one, RefusedInput)]
    assert refused == [("picture.png", True), ("none", False)]


def test_saved_pages_keep_their_address_and_are_known_again(data_dir: Path, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_text(make_page("Apples sell online", PARAGRAPH), encoding="utf-8")
    url = "https://gazette.example.org/apples"
    assert run("add", str(page), "--url", f"{url}?utm_source=mail").exit_code == 0
    again = run("add", str(page), "--url", url)
    assert (again.exit_code, again.stdout) == (0, "0 captures taken in, 1 known already; nothing new to index\n")
    with open_index(make_settings(data_dir)) as index:
        (hit,) = index.search_articles(ArticleQuery(text="apples")).hits
    assert hit.article.url == url
    wrong = run("add", str(page), str(page), "--url", url)
    assert (wrong.exit_code, "one saved page" in wrong.stderr) == (2, True)


def test_what_is_wrong_is_told_with_file_and_line_and_does_not_stop_the_rest(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RURALWIRE_CRAWL__MAX_RESPONSE_BYTES", "4096")
    lines = tmp_path / "texts.jsonl"
    good = make_line("good", "They sold 5 tonnes.").encode()
    lines.write_bytes(good + b"not JSON\n" + b'{"id": "x", "txt": "?"}\n' + b"\xff\xfe\x00\n" + good)
    (tmp_path / "long.jsonl").write_text(make_line("long", "x" * 5000))
    (tmp_path / "empty.html").write_text("<html><body></body></html>")
    (tmp_path / "notes.txt").write_text("plain")
    (tmp_path / "bad.json").write_text("[{]")
    (tmp_path / "bad.warc").write_text("WARC?")
    names = ["texts.jsonl", "long.jsonl", "empty.html", "notes.txt", "bad.json", "bad.warc", "none.html"]
    result = run("add", *(str(tmp_path / name) for name in names))
    assert result.exit_code == 1
    assert "1 article with 1 claim indexed" in result.stdout
    for told in (
        f"{lines}, line 2: not JSON (Expecting value",
        f'{lines}, line 3: no "text": is "txt" meant?',
        f"{lines}, line 4: byte 0 is not UTF-8",
        "long.jsonl, line 1: over 4096 bytes",
        "empty.html: no article could be read from it: extract:no_text",
        "notes.txt: neither a page",
        "bad.json: not JSON",
        "bad.warc: not a readable WARC record",
        "none.html: no such file",
    ):
        assert told in result.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("not JSON", 'not JSON (Expecting value: line 1 column 1 (char 0)); a line is {"id": "…", "text": "…"}'),
        ("[]", 'not a JSON object: a text is {"id": "…", "text": "…"}'),
        ('{"id": "b"}', 'no "text": a text is {"id": "…", "text": "…"}'),
        ('{"id": "b", "txt": "x"}', 'no "text": is "txt" meant?'),
        ('{"id": "b", "text": 7}', '"text" is 7: it should be a string'),
        ('{"id": true, "text": "x"}', '"id" is true: it should be a string'),
        ('{"id": "", "text": "x"}', '"id" is empty: it should name the text'),
        ('{"id": null, "text": "x"}', '"id" is null: it should be a string'),
        ('{"id": "b", "text": "x", "title": []}', '"title" is []: it should be a string'),
        ('{"id": "b", "text": "x", "url": 5}', '"url" is 5: it should be a string'),
        (
            '{"id": "b", "text": "x", "language": "Mandarin Chinese"}',
            '"language" is "Mandarin Chinese": the six are ar, en, es, fr, ru, zh',
        ),
        (
            '{"id": "b", "text": "x", "published_at": "soon"}',
            '"published_at": "soon" is no date: write 2020-03-23 or 2020-03-23T08:00:00+08:00',
        ),
        ('{"id": "b", "text": "x", "published_at": 1600000000}', '"published_at" is 1600000000: it should be a string'),
    ],
)
def test_add_and_analyse_tell_the_same_of_a_bad_line(data_dir: Path, line: str, told: str) -> None:
    for command in ("add", "analyse"):
        result = run(command, "-", stdin=f"{line}\n" if line.startswith("{") else f"{{}}\n{line}\n")
        assert result.exit_code == 1
        assert f"{told}" in result.stderr, command


def test_a_json_file_of_texts_and_an_archive_of_others_are_added(data_dir: Path, tmp_path: Path, site: Site) -> None:
    site.put_article("/a", "Apples sell online")
    fetched = run("add", f"{site.base_url}/a", f"{site.base_url}/private/b", "--by", "Ada")
    assert fetched.exit_code == 1
    assert "1 capture taken in; 1 article" in fetched.stdout
    assert "/private/b: not captured: robots_forbidden" in fetched.stderr
    (archived,) = (data_dir / "archive").glob("captures-*.warc.gz")
    (tmp_path / "mine.json").write_text(f"[{make_line('a', 'They sold 1 tonne.')}, {make_line('b', 'Sold: 2.')}]")
    others = ("--data-dir", str(tmp_path / "others"))
    result = run(*others, "add", str(archived), str(tmp_path / "mine.json"))
    assert result.exit_code == 0
    assert result.stdout.startswith("3 captures taken in, 2 skipped (warcinfo 1, request 1); 3 articles with")


def test_a_page_that_is_fetched_again_without_a_change_is_said_to_be_known(data_dir: Path, site: Site) -> None:
    site.put_article("/a", "Apples sell online")
    site.put_article("/b", "Pears sell online")
    assert "known" not in run("add", f"{site.base_url}/a").stdout
    again = run("add", f"{site.base_url}/a", f"{site.base_url}/b")
    assert again.stdout.startswith("2 captures taken in, 1 of them with a text that is known already; 1 article with")
    again = run("add", f"{site.base_url}/a")
    assert again.stdout == "1 capture taken in, with a text that is known already; nothing new to index\n"


def test_pages_of_the_web_are_not_fetched_without_a_contact(data_dir: Path) -> None:
    result = run("add", "https://example.org/a")
    assert (result.exit_code, "ruralwire init" in result.stderr) == (2, True)
