"""What all spiders share: page requests, the record of what gave no capture, and the tale of progress."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from scrapy import Request, Spider
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response

from crawlers.archive import ArchiveError
from crawlers.crawl_event import CrawlEvent, CrawlJob, Tell
from crawlers.database import StateError
from crawlers.intake import Intake
from crawlers.middleware.capture import AlreadyRequested
from crawlers.middleware.robots import ForbiddenByRobots, RobotsUnreachable
from crawlers.outcome import PageHint
from nlp.model.article import Capture, CapturedBy, Rejection

# In order: the first that fits. `final`: it would not be otherwise at the next visit.
_REASONS: tuple[tuple[type[BaseException], str, bool], ...] = (
    (ForbiddenByRobots, "robots_forbidden", True),
    (RobotsUnreachable, "robots_unreachable", False),
    (DownloadCancelledError, "too_large", True),
    (CannotResolveHostError, "unknown_host", False),
    (DownloadConnectionRefusedError, "connection_refused", False),
    (DownloadTimeoutError, "timeout", False),
    (ResponseDataLossError, "broken_response", False),
    (IgnoreRequest, "too_many_redirects", True),
)


@dataclass(frozen=True)
class PageRequest:
    """What is known of a page that is being fetched; travels in the request's meta."""

    url: str
    source_id: str | None
    hint: PageHint
    captured_by: CapturedBy
    captured_by_name: str


class CapturingSpider(Spider):
    """Fetches pages, which the capture middleware keeps. Its callbacks never read a page."""

    def __init__(self, job: CrawlJob, intake: Intake, tell: Tell) -> None:
        super().__init__()
        self.job = job
        self.intake = intake
        self.frontier = intake.state.frontier
        self.refetch_after = timedelta(days=job.settings.crawl.refetch_after_days)
        self._tell = tell
        self._requested: set[str] = set()

    # --- requests ------------------------------------------------------------------------------------

    def make_page_request(self, page: PageRequest, *, delay_seconds: float | None = None) -> Request | None:
        """Return the request of a page; None where this crawl has asked for it."""
        if page.url in self._requested:
            return None
        self._requested.add(page.url)
        return Request(
            page.url,
            callback=self.end_page,
            errback=self.fail_page,
            meta={"page": page, "delay_seconds": delay_seconds},
            dont_filter=True,  # asked once is told by _requested, which redirects go by too
        )

    def claim(self, url: str, request: Request) -> bool:  # noqa: ARG002 (single pages are fetched in any case)
        """True where a redirect's target is to be fetched: not asked for, and not fresh."""
        if url in self._requested or self.frontier.is_fresh(url, since=datetime.now(UTC) - self.refetch_after):
            return False
        self._requested.add(url)
        return True

    # --- outcomes ------------------------------------------------------------------------------------

    def end_page(self, response: Response) -> None:
        """A page has come: the middleware has kept it, unless the server failed to the end."""
        if response.status in {int(code) for code in self.settings.getlist("RETRY_HTTP_CODES")}:
            assert response.request is not None
            self._note(response.request, Rejection(stage="fetch", reason=f"http_{response.status}"), final=False)

    def fail_page(self, failure: Any) -> None:
        """A page has not come: record why."""
        request: Request = failure.request
        if self.is_failing:
            return  # it stays due
        if failure.check(AlreadyRequested):
            with self.stopping_on_error():
                self.frontier.note_visited(request.meta["page"].url, now=datetime.now(UTC))
            return
        rejection, final = describe_failure(failure.value)
        self._note(request, rejection, final=final)

    def _note(self, request: Request, rejection: Rejection, *, final: bool) -> None:
        page: PageRequest = request.meta["page"]
        now = datetime.now(UTC)
        with self.stopping_on_error():
            self.frontier.note_not_captured(page.url, rejection, source_id=page.source_id, now=now, final=final)
        self.tell(
            CrawlEvent(
                kind="not_captured",
                source_id=page.source_id,
                url=page.url,
                reason=rejection.reason,
                detail=rejection.detail,
            )
        )

    # --- what the middleware tells -------------------------------------------------------------------

    is_failing = False
    """True once the crawl cannot keep what it fetches."""

    def tell(self, event: CrawlEvent) -> None:
        """Pass on progress."""
        self._tell(event)

    def tell_captured(self, capture: Capture) -> None:
        """A page is kept."""
        self.tell(
            CrawlEvent(
                kind="captured", source_id=capture.source_id, url=capture.url, reason=f"http_{capture.http_status}"
            )
        )

    def tell_redirect(self, request: Request, target: str, status: int, now: datetime) -> None:
        """A page leads to another."""
        self.frontier.note_redirect(request.url, target, status, now=now)
        self.tell(CrawlEvent(kind="redirect", source_id=request.meta["page"].source_id, url=request.url, detail=target))

    def tell_retry(self, request: Request) -> None:
        """A request is sent again."""
        self.tell(CrawlEvent(kind="retry", url=request.url))

    @contextmanager
    def stopping_on_error(self) -> Iterator[None]:
        """End the crawl where the archive or the state cannot be written."""
        try:
            yield
        except (ArchiveError, StateError) as error:
            self.fail(str(error))

    def fail(self, message: str) -> None:
        """End the crawl: what comes now cannot be kept."""
        if not self.is_failing:
            self.is_failing = True
            self.tell(CrawlEvent(kind="error", detail=message))
            self._stopping = asyncio.ensure_future(self.crawler.stop_async())


def describe_failure(error: BaseException) -> tuple[Rejection, bool]:
    """Return why a request failed, and whether it would fail again."""
    for kind, reason, final in _REASONS:
        if isinstance(error, kind):
            return Rejection(stage="fetch", reason=reason, detail=str(error)[:300]), final
    return Rejection(stage="fetch", reason="download_failed", detail=f"{type(error).__name__}: {error}"[:300]), False
