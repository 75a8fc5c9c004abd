"""The spider of single pages that a user names."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from scrapy import Request, Spider, signals

from crawlers.crawl_event import CrawlEvent
from crawlers.intake import find_source
from crawlers.outcome import PageHint
from crawlers.spiders.base import CapturingSpider, PageRequest
from crawlers.url import normalize_page_url


class PageSpider(CapturingSpider):
    """Fetches single pages now, whenever they were captured before; robots.txt holds for them too."""

    name = "page"

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> "PageSpider":
        """As Scrapy asks."""
        spider: PageSpider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.end, signal=signals.spider_closed)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Ask for each page."""
        for url in self.job.page_urls:
            source = find_source(url, self.job.catalogue)
            page = PageRequest(
                normalize_page_url(url), source.id if source else None, PageHint(via="user"), "user", self.job.by
            )
            request = self.make_page_request(page, delay_seconds=source.delay_seconds if source else None)
            if request is not None:
                yield request

    def claim(self, url: str, request: Request) -> bool:  # noqa: ARG002 (the base class names them)
        """A redirect's target is what the user wants to have now, fresh or not."""
        if url in self._requested:
            return False
        self._requested.add(url)
        return True

    def end(self, spider: Spider, reason: str) -> None:  # noqa: ARG002 (Scrapy names them)
        """Tell that all is done, unless it was broken off."""
        if reason == "finished" and not self.is_failing:
            self.tell(CrawlEvent(kind="finished", url=datetime.now(UTC).isoformat()))
