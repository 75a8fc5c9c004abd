"""The whole way of the sample site: crawled over loopback, and read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from crawlers.archive import Archive
from crawlers.crawl import fetch_pages, run_crawl
from crawlers.crawl_event import CrawlReport
from crawlers.harvest import process_pending
from crawlers.outcome import Harvested, Outcome
from crawlers.state import State
from ruralwire.sample_site.content import load_content, make_article_path
from ruralwire.sample_site.sample_article import SampleArticle, parse_blocks
from ruralwire.sample_site.server import SampleServer, serve_sample_site
from ruralwire.sample_site.sources import make_sample_sources
from settings.config import CrawlSettings, Settings
from settings.source import Source

CONTENT = load_content()
OUTLETS = {outlet.id: outlet for outlet in CONTENT.outlets}


@dataclass
class Crawled:
    """What one crawl of the whole site gave."""

    site: SampleServer
    sources: tuple[Source, ...]
    settings: Settings
    archive: Archive
    state: State
    report: CrawlReport
    visits: Counter[str]
    """How often the crawl asked for each path."""
    outcomes: list[Outcome]
    harvested: dict[str, Harvested]
    """By path."""

    def read(self, on: list[Outcome]) -> list[Harvested]:
        return list(
            process_pending(self.archive, self.state, self.settings, sources=self.sources, on_outcome=on.append)
        )


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    settings = Settings(
        data_dir=tmp_path_factory.mktemp("data"), workers=2, crawl=CrawlSettings(delay_seconds=0, timeout_seconds=10)
    )
    with serve_sample_site() as site, State(settings.database_url) as state:
        sources = make_sample_sources(site.base_url)
        report = run_crawl(sources, settings)
        visits = Counter(site.visits)
        result = Crawled(site, sources, settings, Archive(settings.archive_dir), state, report, visits, [], {})
        for one in result.read(result.outcomes):
            assert one.article.url is not None
            result.harvested[one.article.url.removeprefix(site.base_url)] = one
        yield result


def find_path(article: SampleArticle) -> str:
    return make_article_path(OUTLETS[article.outlet], article)


def list_lines(article: SampleArticle) -> list[str]:
    """The body that a reading should give: headline, paragraphs, and the rows of tables."""
    lines = [article.title]
    for block in parse_blocks(article.body):
        lines += [" | ".join(row) for row in block.rows] or list(block.lines)
    return lines


def test_the_crawl_ends_soon_and_in_order(crawled: Crawled) -> None:
    assert (crawled.report.is_finished, crawled.report.error) == (True, "")
    assert crawled.report.elapsed_seconds < 40  # some 9 seconds on an idle machine; a delay of a second would show


def test_every_capture_has_one_outcome_of_the_expected_kind(crawled: Crawled) -> None:
    expected = {"text": len(CONTENT.articles), "extract:empty_page": 1, "fetch:http_404": 1}
    assert crawled.state.count_outcomes() == expected
    assert crawled.report.captured == sum(expected.values())
    assert max(Counter(outcome.capture_id for outcome in crawled.outcomes).values()) == 1


def test_what_gave_no_capture_is_recorded_with_its_reason(crawled: Crawled) -> None:
    assert crawled.state.frontier.count_problems() == {
        "fetch:robots_forbidden": 1,
        "fetch:too_large": 1,
        "read:not_a_feed": 1,
    }


def test_a_forbidden_path_is_never_asked_for(crawled: Crawled) -> None:
    assert not [path for path in crawled.visits if "/members/" in path]


def test_only_a_busy_page_is_asked_for_twice(crawled: Crawled) -> None:
    assert [path for path, visits in crawled.visits.items() if visits > 1] == ["/sanabel/node/24518"]
    assert crawled.report.retries == 1


def test_a_moved_page_is_followed_to_its_article(crawled: Crawled) -> None:
    (article,) = [one for one in CONTENT.articles if not one.is_linked]
    assert crawled.report.redirects == 1
    assert crawled.harvested[find_path(article)].article.title == article.title


@pytest.mark.parametrize("article", CONTENT.articles, ids=lambda one: f"{one.outlet}/{one.slug}")
def test_a_body_is_the_article_and_nothing_but_the_article(crawled: Crawled, article: SampleArticle) -> None:
    body = crawled.harvested[find_path(article)].text.body
    lines = list_lines(article)
    if article.is_cut:
        whole, begun = body.split("\n")[:-1], body.split("\n")[-1]
        assert whole == lines[:-1]
        assert lines[-1].startswith(begun)
        assert len(begun) > 100
    else:
        assert body.split("\n") == lines


@pytest.mark.parametrize("article", CONTENT.articles, ids=lambda one: f"{one.outlet}/{one.slug}")
def test_metadata_are_those_of_the_article(crawled: Crawled, article: SampleArticle) -> None:
    read = crawled.harvested[find_path(article)]
    outlet = OUTLETS[article.outlet]
    assert read.text.headline is not None
    assert read.text.body[: read.text.headline.end] == article.title == read.article.title
    assert read.article.published_at == article.published_at
    assert read.article.published_at.utcoffset() == article.published_at.utcoffset()
    assert (read.article.language, read.article.country) == (outlet.language, outlet.country)
    assert read.article.source_id == f"sample-{outlet.id}"
    # Where a page states its authors in one value, they stay together.
    assert [name for name in article.authors if name not in " ".join(read.article.authors)] == []


def test_a_second_crawl_finds_nothing_new(crawled: Crawled) -> None:
    again = run_crawl(crawled.sources, crawled.settings)
    assert (again.is_finished, again.found, again.captured) == (True, 0, 0)


def test_a_corrected_page_becomes_a_revision_of_its_article(crawled: Crawled) -> None:
    (article,) = [one for one in CONTENT.articles if one.revision]
    url = crawled.site.base_url + find_path(article)
    fetch_pages([url], crawled.settings, by="test", sources=crawled.sources)
    (revised,) = [one for one in crawled.read([]) if one.article.url == url and "Correction" in one.text.body]
    stored = crawled.state.load_article(revised.article.id)
    assert stored is not None
    assert len(stored.text_ids) == 2
    assert stored.text_ids[-1] == revised.text.id
    assert stored.published_at == article.published_at
