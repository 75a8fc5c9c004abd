"""From captures to texts: one outcome each, nothing lost, nothing twice."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from crawlers.archive import Archive, ArchiveError
from crawlers.capture import Exchange, append_capture
from crawlers.harvest import iterate_texts, process_pending, reopen_captures
from crawlers.intake import Intake
from crawlers.outcome import Harvested, PageHint
from crawlers.reconcile import reconcile
from crawlers.state import State
from nlp.model.identity import make_article_id
from settings.config import Settings
from tests.crawlers.conftest import PARAGRAPH, Site, make_page

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
MEBIBYTE = 1 << 20
BASE = "http://gazette.example.com"


def make_exchange(path: str, page: str, *, minute: int = 0) -> Exchange:
    return Exchange(
        BASE + path,
        NOW + timedelta(minutes=minute),
        page.encode(),
        http_start="HTTP/1.1 200 OK",
        http_headers=(("Content-Type", "text/html; charset=utf-8"),),
        source_id="gazette",
        hint=PageHint(via="feed"),
    )


def take_in(archive: Archive, state: State, exchanges: Iterable[Exchange]) -> None:
    with Intake(archive, state, rotate_bytes=MEBIBYTE) as intake:
        for exchange in exchanges:
            intake.take_in(exchange)


def harvest(archive: Archive, state: State, settings: Settings, *, mark: bool = True) -> list[Harvested]:
    found = []
    for one in process_pending(archive, state, settings, sources=[]):
        found.append(one)
        if mark:
            state.mark_indexed(one.article.id, one.text.id)
    return found


def test_what_was_not_marked_is_given_out_again_and_what_was_is_not(
    archive: Archive, state: State, settings: Settings
) -> None:
    take_in(archive, state, [make_exchange(f"/{n}", make_page(f"Title {n}", PARAGRAPH)) for n in range(3)])
    first = harvest(archive, state, settings, mark=False)
    assert len(first) == 3
    assert state.count_unindexed() == 3
    state.mark_indexed(first[0].article.id, first[0].text.id)
    second = harvest(archive, state, settings)
    assert sorted(one.text.id for one in second) == sorted(one.text.id for one in first[1:])
    assert harvest(archive, state, settings) == []
    assert state.count_outcomes() == {"text": 3}


def test_a_capture_that_only_the_archive_knows_is_taken_in(archive: Archive, state: State, settings: Settings) -> None:
    take_in(archive, state, [make_exchange("/a", make_page("A", PARAGRAPH))])
    with archive.open_writer("captures", rotate_bytes=MEBIBYTE) as writer:
        append_capture(writer, make_exchange("/b", make_page("B", PARAGRAPH)))  # and killed here
    assert [reconcile(archive, state), reconcile(archive, state)] == [1, 0]
    assert sorted(one.article.title for one in harvest(archive, state, settings)) == ["A", "B"]


def test_a_lost_database_is_made_again_from_the_archive(archive: Archive, state: State, settings: Settings) -> None:
    pages = [make_exchange("/a", make_page("A", PARAGRAPH)), make_exchange("/empty", "<html></html>")]
    take_in(archive, state, pages)
    before = harvest(archive, state, settings)
    other = State(f"sqlite:///{(settings.data_dir / 'other.sqlite').as_posix()}")
    again = list(process_pending(archive, other, settings, sources=[]))
    assert again == before
    assert other.count_outcomes() == state.count_outcomes() == {"text": 1, "extract:no_text": 1}
    assert list(iterate_texts(archive, other)) == before
    other.close()


def test_one_article_under_two_addresses_and_one_text_in_two_articles(
    archive: Archive, state: State, settings: Settings
) -> None:
    canonical = f'<link rel="canonical" href="{BASE}/a">'
    take_in(
        archive,
        state,
        [
            make_exchange("/a", make_page("A", PARAGRAPH, head=canonical)),
            make_exchange("/a?print=1", make_page("A", PARAGRAPH, head=canonical), minute=1),
            make_exchange("/copy", make_page("A", PARAGRAPH), minute=2),
        ],
    )
    found = harvest(archive, state, settings)
    assert sorted(one.article.url or "" for one in found) == [f"{BASE}/a", f"{BASE}/copy"]
    assert len({one.text.id for one in found}) == 1
    assert state.count_outcomes() == {"text": 3}
    stored = state.load_text(make_article_id(f"{BASE}/a"), found[0].text.id)
    assert len(stored.text.capture_ids) == 2
    conversions = [
        record.type
        for file in archive.list_files("texts")
        for _, record in archive.iterate(file)
        if record.type == "conversion"
    ]
    assert len(conversions) == 1


def test_a_revision_is_a_further_text_of_its_article(archive: Archive, state: State, settings: Settings) -> None:
    first = make_page("A", PARAGRAPH, published="2020-05-01T10:00:00+08:00")
    second = make_page("A", "Corrected. " + PARAGRAPH, published="2020-05-02T10:00:00+08:00")
    take_in(archive, state, [make_exchange("/a", first), make_exchange("/a", second, minute=5)])
    found = harvest(archive, state, settings)
    article = state.load_article(make_article_id(f"{BASE}/a"))
    assert article is not None
    bodies = {one.text.id: one.text.body for one in found}
    assert ["Corrected" in bodies[text_id] for text_id in article.text_ids] == [False, True]


def test_extracting_anew_replaces_outcomes_and_keeps_ids_of_what_is_the_same(
    archive: Archive, state: State, settings: Settings
) -> None:
    take_in(archive, state, [make_exchange("/a", make_page("A", PARAGRAPH)), make_exchange("/b", "<p>x</p>")])
    before = harvest(archive, state, settings)
    assert reopen_captures(state, only_other_versions=True) == 0
    assert reopen_captures(state) == 2
    state.forget_indexed()
    assert harvest(archive, state, settings) == before
    assert state.count_outcomes() == {"text": 1, "extract:no_text": 1}


def test_a_text_that_was_changed_in_the_archive_is_not_given_out(
    archive: Archive, state: State, settings: Settings
) -> None:
    take_in(archive, state, [make_exchange("/a", make_page("A", PARAGRAPH))])
    (one,) = harvest(archive, state, settings)
    (settings.archive_dir / "texts-000001.warc.gz").unlink()
    with pytest.raises(ArchiveError, match=r"texts-000001\.warc\.gz"):
        list(iterate_texts(archive, state))
    assert one.text.body.startswith("A\n")


@pytest.mark.parametrize("kill_at", [1, 2])
def test_a_kill_while_reading_loses_nothing_and_repeats_nothing(
    archive: Archive, state: State, settings: Settings, kill_at: int
) -> None:
    take_in(archive, state, [make_exchange(f"/{n}", make_page(f"Title {n}", PARAGRAPH)) for n in range(4)])
    code = """
import os, sys
from crawlers.archive import Archive
from crawlers.harvest import process_pending
from crawlers.state import State
from settings.config import Settings
settings = Settings.model_validate_json(sys.argv[1])
state = State(settings.database_url)
for number, one in enumerate(process_pending(Archive(settings.archive_dir), state, settings, sources=[]), start=1):
    if number == int(sys.argv[2]):
        os.kill(os.getpid(), 9)
    state.mark_indexed(one.article.id, one.text.id)
    print(one.article.title, flush=True)
"""
    killed = subprocess.run(
        [sys.executable, "-c", code, settings.model_dump_json(), str(kill_at)],
        capture_output=True,
        text=True,
        check=False,
    )
    done = killed.stdout.split("\n")[:-1]
    assert len(done) == kill_at - 1, killed.stderr
    rest = [one.article.title for one in harvest(archive, state, settings)]
    assert sorted(done + rest) == [f"Title {n}" for n in range(4)]
    assert state.count_outcomes() == {"text": 4}


def test_pages_with_traps_give_one_rejection_each(
    archive: Archive, state: State, settings: Settings, site: Site
) -> None:
    deep = "<html><body>" + "<div>" * 100_000 + PARAGRAPH
    pages = {"/deep": deep, "/empty": "", "/a": make_page("A", PARAGRAPH)}
    take_in(archive, state, [make_exchange(path, page) for path, page in pages.items()])
    harvest(archive, state, settings)
    assert state.count_outcomes() == {"text": 1, "extract:too_deep": 1, "extract:empty_page": 1}
