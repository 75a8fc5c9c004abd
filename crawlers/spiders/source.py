"""The spider of sources: reads their feeds, sitemaps and listings, and fetches the pages that these name."""

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from scrapy import Request, Spider, signals
from scrapy.http import Response

from crawlers.capture import parse_media_type
from crawlers.crawl_event import CrawlEvent, CrawlJob, Tell
from crawlers.frontier import Validator
from crawlers.intake import Intake
from crawlers.spiders.base import CapturingSpider, PageRequest, describe_failure
from crawlers.spiders.feed import parse_feed
from crawlers.spiders.found import IndexPage, keep_own_pages
from crawlers.spiders.listing import parse_listing
from crawlers.spiders.sitemap import parse_sitemap
from crawlers.url import find_site
from nlp.model.article import Rejection
from settings.source import Source

IndexKind = Literal["feed", "sitemap", "listing"]
_INDEX_PRIORITY = 10
_NOT_MODIFIED = 304
_OK = range(200, 300)


class SourceSpider(CapturingSpider):
    """One spider for all sources: so that all requests to one host stand in one queue."""

    name = "source"

    def __init__(self, job: CrawlJob, intake: Intake, tell: Tell) -> None:
        super().__init__(job, intake, tell)
        self._visits: dict[str, int] = {}
        self._counts: dict[str, Counter[str]] = {source.id: Counter() for source in job.sources}
        self._index_pages: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> "SourceSpider":
        """As Scrapy asks."""
        spider: SourceSpider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.end_visits, signal=signals.spider_closed)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask for each source's index pages, and for what an earlier visit left due."""
        for source in self.job.sources:
            requests: list[Request] = []
            with self.stopping_on_error():
                self._visits[source.id] = self.frontier.begin_visit(source.id, now=datetime.now(UTC))
                requests = [*self._list_index_requests(source), *self._take_due(source)]
            for request in requests:
                yield request

    def _list_index_requests(self, source: Source) -> Iterator[Request]:
        kinds: tuple[tuple[IndexKind, tuple[str, ...]], ...] = (
            ("feed", source.feeds),
            ("sitemap", source.sitemaps),
            ("listing", source.listings),
        )
        # Where revisions are followed, a feed that has not changed still names the pages to look at again.
        conditional = not self.job.settings.crawl.follow_revisions_days
        for kind, urls in kinds:
            for url in urls:
                yield self._make_index_request(source, kind, url, conditional=conditional)

    def tell(self, event: CrawlEvent) -> None:
        """Count for the visit, and pass on."""
        if event.source_id in self._counts:
            self._counts[event.source_id][event.kind] += event.count
        super().tell(event)

    # --- index pages ---------------------------------------------------------------------------------

    def _make_index_request(self, source: Source, kind: IndexKind, url: str, *, conditional: bool = False) -> Request:
        self._index_pages[f"{source.id} {kind}"] += 1
        headers: dict[str, str] = {}
        if conditional:
            version = self.frontier.load_validator(url)
            if version.etag:
                headers["If-None-Match"] = version.etag
            if version.last_modified:
                headers["If-Modified-Since"] = version.last_modified
        return Request(
            url,
            headers=headers,
            callback=self.read_index,
            errback=self.fail_index,
            priority=_INDEX_PRIORITY,
            meta={"delay_seconds": source.delay_seconds},
            cb_kwargs={"source": source, "kind": kind},
            dont_filter=True,
        )

    def read_index(self, response: Response, source: Source, kind: IndexKind) -> Iterator[Request]:
        """Remember the pages that an index page names; yield what is due, and further index pages."""
        if response.status == _NOT_MODIFIED:
            return
        if response.status not in _OK:
            self._tell_problem(source, response.url, Rejection(stage="fetch", reason=f"http_{response.status}"))
            return
        index = self._read(response, source, kind)
        if isinstance(index, Rejection):
            self._tell_problem(source, response.url, index)
            return
        with self.stopping_on_error():
            self._remember(response, source, index)
            for url in index.further:
                if find_site(url) in _list_sites(source) and self._may_read_more(source, kind):
                    yield self._make_index_request(source, kind, url)
            yield from self._take_due(source)

    def fail_index(self, failure: Any) -> None:
        """An index page has not come."""
        source: Source = failure.request.cb_kwargs["source"]
        if not self.is_failing:
            self._tell_problem(source, failure.request.url, describe_failure(failure.value)[0])

    def _read(self, response: Response, source: Source, kind: IndexKind) -> IndexPage | Rejection:
        content_type = (response.headers.get(b"Content-Type") or b"").decode("latin-1")
        if kind == "feed":
            return parse_feed(response.body, url=response.url, content_type=content_type)
        if kind == "sitemap":
            max_bytes = self.job.settings.crawl.max_response_bytes
            return parse_sitemap(response.body, url=response.url, max_bytes=max_bytes)
        if "html" not in (parse_media_type(content_type) or "html"):
            return Rejection(stage="read", reason="not_a_listing", detail=content_type)
        return parse_listing(
            response.body,
            url=response.url,
            content_type=content_type,
            article_pattern=source.article_pattern or "",
            next_pattern=source.next_pattern,
        )

    def _remember(self, response: Response, source: Source, index: IndexPage) -> None:
        pages = keep_own_pages(index.pages, sites=_list_sites(source), home=source.home)
        if source.article_pattern:
            is_article = re.compile(source.article_pattern).search
            pages = tuple(page for page in pages if is_article(page.url))
        crawl = self.job.settings.crawl
        assert response.request is not None
        version = Validator(_header(response, b"ETag"), _header(response, b"Last-Modified"))
        new = self.frontier.add_found(
            source.id,
            pages,
            now=datetime.now(UTC),
            refetch_after=self.refetch_after,
            follow_revisions=timedelta(days=crawl.follow_revisions_days),
            index_url=response.request.url,
            # "Not modified" would hide the pages behind this one, where an earlier visit was broken off before them.
            version=None if index.further else version,
        )
        if new:
            self.tell(CrawlEvent(kind="found", source_id=source.id, url=response.url, count=new))

    def _may_read_more(self, source: Source, kind: IndexKind) -> bool:
        crawl = self.job.settings.crawl
        limit = crawl.max_listing_pages if kind == "listing" else crawl.max_sitemaps_per_visit
        first = len(source.listings) if kind == "listing" else len(source.sitemaps)
        return self._index_pages[f"{source.id} {kind}"] < first * limit

    def _tell_problem(self, source: Source, url: str, rejection: Rejection) -> None:
        with self.stopping_on_error():
            self.frontier.note_problem(url, rejection, source_id=source.id, now=datetime.now(UTC))
        detail = rejection.detail
        self.tell(CrawlEvent(kind="problem", source_id=source.id, url=url, reason=rejection.reason, detail=detail))

    # --- pages ---------------------------------------------------------------------------------------

    def _take_due(self, source: Source) -> Iterator[Request]:
        counts = self._counts[source.id]
        limit = self.job.settings.crawl.max_pages_per_visit
        for page in self.frontier.list_due(source.id, limit=limit):
            if counts["asked"] >= limit:
                return
            wanted = PageRequest(page.url, source.id, page.hint, "crawl", self.job.settings.contact)
            request = self.make_page_request(wanted, delay_seconds=source.delay_seconds)
            if request is not None:
                counts["asked"] += 1
                yield request

    def end_visits(self, spider: Spider, reason: str) -> None:  # noqa: ARG002 (Scrapy names them)
        """Record what each visit gave; one that was broken off stays open, so that its source stays due."""
        if reason != "finished" or self.is_failing:
            return
        with self.stopping_on_error():
            for source_id, number in self._visits.items():
                counts = self._counts[source_id]
                self.frontier.end_visit(
                    number,
                    now=datetime.now(UTC),
                    found=counts["found"],
                    captured=counts["captured"],
                    not_captured=counts["not_captured"],
                )
            self.tell(CrawlEvent(kind="finished"))


def _list_sites(source: Source) -> frozenset[str]:
    return frozenset(find_site(url) for url in (source.home, *source.feeds, *source.sitemaps, *source.listings))


def _header(response: Response, name: bytes) -> str:
    return (response.headers.get(name) or b"").decode("latin-1")
