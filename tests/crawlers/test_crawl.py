"""The crawl over real HTTP on loopback."""

from crawlers.archive import Archive
from crawlers.crawl import run_crawl
from crawlers.harvest import process_pending
from crawlers.state import State
from settings.config import Settings
from tests.crawlers.conftest import Site


def test_a_feed_gives_captures_and_articles(
    site: Site, settings: Settings, archive: Archive, state: State
) -> None:
    site.put_article("/a", "Apples sell online")
    site.put_article("/b", "Eggs sell online")
    site.put_feed("/feed.xml", ["/a", "/b", "/missing", "/private/c", "https://elsewhere.example/d"])
    report = run_crawl([site.source(feeds=["/feed.xml"])], settings)
    print(report)
    assert report.is_finished
    assert report.captured == 3
    assert "/private/c" not in site.paths()
    assert report.not_captured == {"robots_forbidden": 1}
    harvested = list(process_pending(archive, state, settings, sources=[site.source()]))
    print(harvested)
    assert sorted(one.article.title for one in harvested) == ["Apples sell online", "Eggs sell online"]
    assert state.count_outcomes() == {"text": 2, "fetch:http_404": 1}
