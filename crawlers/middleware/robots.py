"""robots.txt: what it forbids is not asked for, and its crawl delay is kept."""

from typing import Any, Self

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from twisted.internet.defer import Deferred

_SERVER_ERROR = 500


class ForbiddenByRobots(IgnoreRequest):
    """robots.txt forbids the page."""


class RobotsUnreachable(IgnoreRequest):
    """robots.txt could not be had, so nothing is asked for (RFC 9309, 2.3.1.4)."""


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's own, which leaves two things out: the crawl delay, and a robots.txt that fails."""

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Set the host's delay; raises where the request is not allowed."""
        agent = self._robotstxt_useragent or self._default_useragent
        delays = [self.crawler.settings.getfloat("DOWNLOAD_DELAY"), request.meta.get("delay_seconds") or 0.0]
        if isinstance(rp, _Unreachable):
            raise RobotsUnreachable(rp.cause)
        if rp is not None:
            delays.append(rp.crawl_delay(agent) or 0.0)
        set_delay(self.crawler, request, max(delays))
        if rp is not None and not rp.allowed(request.url, agent):
            raise ForbiddenByRobots("robots.txt forbids it")

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= _SERVER_ERROR:
            self._settle(netloc, f"robots.txt answers {response.status}")
        else:
            await super()._parse_robots(response, netloc, request)

    def _robots_error(self, error: Exception, netloc: str) -> None:
        if isinstance(error, IgnoreRequest):
            super()._robots_error(error, netloc)
        else:
            self._settle(netloc, f"robots.txt: {type(error).__name__}")

    def _settle(self, netloc: str, cause: str) -> None:
        waiting = self._parsers[netloc]
        assert isinstance(waiting, Deferred)
        parser = _Unreachable(cause)
        self._parsers[netloc] = parser
        waiting.callback(parser)


class _Unreachable(RobotParser):
    """Stands in for a robots.txt that could not be had."""

    def __init__(self, cause: str) -> None:
        self.cause = cause

    @classmethod
    def from_crawler(cls, crawler: Any, robotstxt_body: bytes) -> Self:  # noqa: ARG003 (Scrapy names them)
        """As Scrapy asks."""
        return cls("")

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:  # noqa: ARG002 (Scrapy names them)
        """Nothing is."""
        return False


def set_delay(crawler: Any, request: Request, seconds: float) -> None:
    """Let the host of a request wait so long between two; several sources may share it: the longest wins."""
    downloader = crawler.engine.downloader
    key = downloader.get_slot_key(request)
    known = downloader.per_slot_settings.get(key, {}).get("delay", 0.0)
    seconds = max(seconds, known)
    # Both: the slot that is there now, and the one that is made anew after a quiet minute.
    downloader.per_slot_settings[key] = {"delay": seconds}
    if key in downloader.slots:
        downloader.slots[key].delay = seconds
