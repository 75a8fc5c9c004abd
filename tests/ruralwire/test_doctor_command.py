"""`doctor`: each part that is wrong is told with what to do, and nothing is changed."""

from pathlib import Path

from crawlers.archive import Archive
from crawlers.state import State
from ruralwire.checks.finding import Finding
from ruralwire.checks.search_index import check_index
from ruralwire.checks.storage import check_archive, check_folder, check_state
from ruralwire.checks.web import check_hosts
from ruralwire.toml_text import write_sources
from settings.config import Settings
from tests.crawlers.conftest import Site
from tests.crawlers.conftest import site as site
from tests.ruralwire.conftest import Demo, make_settings, run


def texts_of(findings: list[Finding]) -> str:
    return "\n".join(f"{one.level}: {one.what} | {one.advice}" for one in findings)


def test_a_whole_demonstration_has_no_problem(demo: Demo) -> None:
    result = run("--data-dir", str(demo.folder), "doctor")
    assert result.exit_code == 0, result.stdout
    assert "warning  contact: none" in result.stdout
    assert "\nproblem" not in result.stdout
    for part in (
        "archive: 2 files",
        "index: format",
        "language pack: ar",
        "gazetteer",
        "trained models: none are used",
    ):
        assert part in result.stdout


def test_it_makes_nothing_where_nothing_is(data_dir: Path) -> None:
    assert run("doctor").exit_code == 0
    assert not data_dir.exists()


def test_a_broken_configuration_is_a_problem_among_others(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "config.toml").write_text("wrkers = 1\n")
    result = run("doctor")
    assert result.exit_code == 1
    assert 'did you mean "workers"' in result.stdout
    (data_dir / "config.toml").write_text('contact = "a@b.org"\nsources = ["xinhua-eng"]\nplaces = ["Chaoyang"]\n')
    told = run("doctor").stdout
    assert 'problem  sources: no source "xinhua-eng"' in told
    assert "problem  places: 'Chaoyang' names" in told


def test_a_torn_archive_and_a_lost_file_are_told(filled: Path) -> None:
    settings = make_settings(filled)
    (file,) = settings.archive_dir.glob("captures-*.warc.gz")
    whole = file.read_bytes()
    file.write_bytes(whole + b"\x1f\x8b\x08torn")
    told = texts_of(list(check_archive(settings)))
    assert "the last 7 bytes are no whole record" in told
    assert file.read_bytes() == whole + b"\x1f\x8b\x08torn"
    file.unlink()
    assert "problem: archive: captures-000001.warc.gz is missing | Restore it" in texts_of(
        list(check_archive(settings))
    )


def test_who_writes_is_told(filled: Path) -> None:
    settings = make_settings(filled)
    with Archive(settings.archive_dir).open_writer("captures", rotate_bytes=1 << 30):
        assert "ok: the archive" not in texts_of(list(check_state(settings)))
        assert "is being written by process" in texts_of(list(check_archive(settings)))
    assert "is being written" not in texts_of(list(check_archive(settings)))


def test_texts_that_wait_and_an_index_that_lacks_some_are_told(filled: Path) -> None:
    settings = make_settings(filled)
    with State(settings.database_url) as state:
        state.forget_indexed()
        assert "2 texts wait to be read" in texts_of(list(check_index(settings)))
        state.mark_all_indexed((stored.article.id, stored.text.id) for stored in list(state.iterate_texts()))
    assert "ok: index" in texts_of(list(check_index(settings)))
    (settings.index_dir / "ruralwire-index.json").unlink()
    assert "problem: index" in texts_of(list(check_index(settings)))
    for entry in sorted(settings.index_dir.rglob("*"), reverse=True):
        entry.rmdir() if entry.is_dir() else entry.unlink()
    assert "`ruralwire rebuild` makes it" in texts_of(list(check_index(settings)))


def test_an_index_read_by_another_version_is_told(filled: Path) -> None:
    settings = make_settings(filled)
    # The quick reader of these tests names no version.
    assert "read by another version" in texts_of(list(check_index(settings)))


def test_a_damaged_state_is_told(tmp_path: Path) -> None:
    settings = make_settings(tmp_path)
    (tmp_path / "state.sqlite").write_bytes(b"this is no database " * 100)
    assert "problem: state:" in texts_of(list(check_state(settings)))


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert "problem: data folder" in texts_of(list(check_folder(make_settings(tmp_path / "data"))))


def test_hosts_are_asked_only_for_what_every_crawler_may_ask_for(site: Site, tmp_path: Path) -> None:
    site.put_feed("/feed.xml", [])
    sources = [site.source(feeds=["/feed.xml"]), site.source(id="down", feeds=[], sitemaps=[])]
    down = sources[1].model_copy(update={"feeds": ("http://127.0.0.1:9/feed.xml",)})
    (tmp_path / "s.toml").write_text(write_sources([sources[0], down]), encoding="utf-8")
    settings = Settings(data_dir=tmp_path, source_files=(tmp_path / "s.toml",), sources=("gazette", "down"))
    told = texts_of(list(check_hosts(settings)))
    assert "warning: host 127.0.0.1:9: ConnectError" in told
    assert "ok: web: 1 of 2 hosts answer" in told
    assert site.paths() == ["/robots.txt"]
    refused = texts_of(list(check_hosts(Settings(data_dir=tmp_path, sources=("xinhua-en",)))))
    assert "ruralwire init" in refused
