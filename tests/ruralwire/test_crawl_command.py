"""`crawl`: which sources are visited, what each gave, and when it counts as failed."""

from pathlib import Path

import pytest

from ruralwire.toml_text import write_sources
from settings.source import Source, load_sources
from tests.crawlers.conftest import Site
from tests.crawlers.conftest import site as site
from tests.ruralwire.conftest import index_status, run


@pytest.fixture
def watched(data_dir: Path, site: Site) -> Path:
    """Two sources of a site on this machine, one of which has no feed that is one."""
    site.put_article("/a", "Apples sell online")
    site.put_article("/b", "Eggs sell online")
    site.put("/empty", "<html></html>")
    site.put_feed("/feed.xml", ["/a", "/b", "/empty", "/private/c"])
    site.put("/broken.xml", "<html>no feed</html>")
    data_dir.mkdir()
    sources = [site.source(feeds=["/feed.xml"]), site.source(id="bulletin", feeds=["/broken.xml"])]
    (data_dir / "sources.toml").write_text(write_sources(sources), encoding="utf-8")
    (data_dir / "config.toml").write_text(
        f"source_files = ['{data_dir / 'sources.toml'}']\nsources = ['gazette', 'bulletin']\n"
        "[crawl]\ndelay_seconds = 0\nretries = 0\n",
        encoding="utf-8",
    )
    return data_dir


def test_each_source_is_summed_up_and_listed_and_one_that_failed_gives_code_1(watched: Path) -> None:
    result = run("crawl")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "gazette   3 captured, 2 articles, 1 rejected (extract:no_text 1), 1 not captured (robots_forbidden 1)",
        "bulletin  1 problem, FAILED",
        "3 pages captured; 2 articles with 6 claims indexed",
    ]
    assert "broken.xml: not_a_feed" in result.stderr
    assert index_status(watched).articles == 2
    table = run("sources", "--format", "table").stdout
    assert "bulletin: read:not_a_feed 1" in table
    assert "gazette: extract:no_text 1, fetch:robots_forbidden 1" in table
    later = run("crawl")
    assert (later.exit_code, "No source is due yet" in later.stderr) == (0, True)
    named = run("crawl", "gazette")
    assert (named.exit_code, named.stdout) == (
        0, "1 source without anything new\n0 pages captured; nothing new to index\n",
    )  # fmt: skip


def test_an_unknown_source_is_told_what_is_near(watched: Path) -> None:
    result = run("crawl", "gazete")
    assert result.exit_code == 2
    assert 'no source "gazete": did you mean gazette or' in result.stderr
    by_name = run("crawl", "The Gazette")
    assert "did you mean gazette" in by_name.stderr


def test_the_web_is_not_crawled_without_a_contact(data_dir: Path) -> None:
    result = run("crawl", "xinhua-en")
    assert (result.exit_code, "ruralwire init" in result.stderr) == (2, True)


def test_sources_are_listed_before_anything_was_visited(watched: Path) -> None:
    assert run("sources", "--format", "table").stderr.startswith("2 sources watched, 2 of them never visited")
    everything = run("sources", "--all", "--format", "table").stdout
    assert "xinhua-en" in everything
    assert "not watched" in everything
    assert not (watched / "state.sqlite").exists()


def test_a_written_source_file_is_read_as_it_was(tmp_path: Path) -> None:
    source = Source.model_validate(
        {
            "id": "odd",
            "name": 'The "Odd" \\ 报',
            "publisher": "Line\nbreak",
            "language": "zh",
            "country": "CN",
            "kind": "blog",
            "home": "https://odd.example.org/",
            "listings": ["https://odd.example.org/list"],
            "article_pattern": r"/\d+\.html$",
            "delay_seconds": 1.5,
            "extract": {"remove": ["//aside"], "charset": "gb18030"},
        }
    )
    (tmp_path / "odd.toml").write_text(write_sources([source]), encoding="utf-8")
    assert load_sources(tmp_path / "odd.toml") == (source,)
