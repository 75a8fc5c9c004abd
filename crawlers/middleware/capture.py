"""The capture of pages: kept as they came over the wire, before anything decodes or parses them."""

from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response

from crawlers.archive import ArchiveError
from crawlers.capture import Exchange
from crawlers.database import StateError
from crawlers.url import normalize_page_url

_REDIRECTS = {301, 302, 303, 307, 308}
_REASON_PHRASES = {200: "OK", 404: "Not Found", 410: "Gone", 403: "Forbidden", 401: "Unauthorized"}
# Taken off by the HTTP client: a record that kept it would be read as chunked once more.
_HOP_HEADERS = {"transfer-encoding", "connection"}


class AlreadyRequested(IgnoreRequest):
    """A redirect leads to a page that this crawl fetches anyway, or that is fresh."""


class CaptureMiddleware:
    """Stands nearest to the network."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._transient = {int(code) for code in crawler.settings.getlist("RETRY_HTTP_CODES")}

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """As Scrapy asks."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Stop a redirect to a page that is had without it."""
        if request.meta.get("page") and request.meta.get("redirect_urls"):
            url = normalize_page_url(request.url)
            if not self._crawler.spider.claim(url, request):
                raise AlreadyRequested(url)

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep a page's response; redirects are noted, passing failures left to the retries."""
        page = request.meta.get("page")
        if page is None:
            return response
        spider = self._crawler.spider
        now = datetime.now(UTC)
        location = response.headers.get(b"Location")
        try:
            if response.status in _REDIRECTS and location:
                target = urljoin(request.url, location.decode("latin-1"))
                spider.tell_redirect(request, target, response.status, now)
            elif response.status not in self._transient:
                spider.tell_captured(spider.intake.take_in(_make_exchange(request, response, now)))
                # Nothing here reads a page: it need not be unpacked, which a hostile one makes costly.
                return Response(response.url, status=response.status, request=request)
        except (ArchiveError, StateError) as error:
            spider.fail(str(error))
            raise IgnoreRequest(str(error)) from None
        return response


def _make_exchange(request: Request, response: Response, now: datetime) -> Exchange:
    page = request.meta["page"]
    parts = urlsplit(request.url)
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    phrase = _REASON_PHRASES.get(response.status, "")
    return Exchange(
        url=normalize_page_url(request.url),
        captured_at=now,
        payload=response.body,
        http_start=f"{response.protocol or 'HTTP/1.1'} {response.status} {phrase}".rstrip(),
        http_headers=_list_headers(response.headers),
        request_start=f"{request.method} {path} HTTP/1.1",
        request_headers=(("Host", parts.netloc), *_list_headers(request.headers)),
        source_id=page.source_id,
        captured_by=page.captured_by,
        captured_by_name=page.captured_by_name,
        redirected_from=tuple(normalize_page_url(url) for url in request.meta.get("redirect_urls", ())),
        hint=page.hint,
    )


def _list_headers(headers: Headers) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in headers.items()
        for value in values
        if name.decode("latin-1").lower() not in _HOP_HEADERS
    )
