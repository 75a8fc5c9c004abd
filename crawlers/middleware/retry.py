"""Retries that wait as long as the server asks."""

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response
from scrapy.utils.response import response_status_message


class RetryAfterMiddleware(RetryMiddleware):
    """Scrapy's own retries at once, whatever Retry-After says."""

    async def process_response(  # type: ignore[override]  # Scrapy awaits either form
        self, request: Request, response: Response
    ) -> Request | Response:
        """Return the request to be sent again, after the pause, or the response where that is no use."""
        if response.status not in self.retry_http_codes or request.meta.get("dont_retry"):
            return response
        header = (response.headers.get(b"Retry-After") or b"").decode("latin-1")
        seconds = parse_retry_after(header, now=datetime.now(UTC))
        if seconds > self.crawler.settings.getfloat("MAX_RETRY_AFTER"):
            return response
        again = self._retry(request, response_status_message(response.status))
        if again is None:
            return response
        spider: Any = self.crawler.spider
        spider.tell_retry(request)
        await self._pause(request, seconds)
        return again

    async def _pause(self, request: Request, seconds: float) -> None:
        """Hold back the whole host, not this request alone."""
        downloader: Any = self.crawler.engine and self.crawler.engine.downloader
        slot = downloader.slots.get(request.meta["download_slot"])
        if seconds <= 0 or slot is None:
            return
        before = slot.delay
        slot.delay = max(before, seconds)
        try:
            await asyncio.sleep(seconds)
        finally:
            slot.delay = before


def parse_retry_after(header: str, *, now: datetime) -> float:
    """Return the seconds that a Retry-After header asks for; 0 where it says nothing readable.

    >>> parse_retry_after("120", now=datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    """
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError):
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
