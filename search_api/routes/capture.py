"""The route of the archived page of an article."""

import re
from datetime import UTC
from email.utils import format_datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response

from search_api.parameters import CaptureParameters
from search_api.problem import NotHereError, NotShownError, Problem
from search_api.service import Service
from search_api.show import may_show_capture

_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?:\s*;\s*[\w-]+=(?:[\w.+-]+|\"[^\"\r\n]*\"))*")
_SHOWN = ("text/html", "text/plain", "application/xhtml+xml", "image/png", "image/jpeg", "image/gif", "image/webp")
_SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""The page is evidence, not ours: it runs no script, loads nothing, and shares no origin with the service."""
_UNKNOWN = "application/octet-stream"


def make_capture_router(service: Service) -> APIRouter:
    """Return the router of /articles/{id}/capture."""
    router = APIRouter(tags=["articles"])

    @router.get(
        "/articles/{article_id}/capture",
        response_class=Response,
        responses={403: {"model": Problem}, 404: {"model": Problem}, 422: {"model": Problem}},
        summary="The archived page, byte for byte",
    )
    async def get_capture(article_id: str, asked: Annotated[CaptureParameters, Query()]) -> Response:
        """The page as it came over the wire, with its own media type, in a sandbox."""
        indexed, summary = service.find_article(article_id)
        known = tuple(dict.fromkeys((*indexed.capture_ids, *filter(None, (summary.capture_id,)))))
        capture_id = asked.capture or summary.capture_id
        if capture_id is None or capture_id not in known:
            raise NotHereError(
                "this article has no such capture" if known else "this text was given without a page",
                where="capture",
                hint=f"Its captures: {', '.join(known)}." if known else "There is nothing archived to show.",
            )
        if not may_show_capture(summary.show):
            raise NotShownError(
                "this source allows its pages to be linked to, not to be shown",
                where="capture",
                hint=f"The page is at {summary.url}; the archive keeps it as evidence, under {capture_id}.",
            )
        if service.archive is None:
            raise NotHereError("this service has no archive", where="capture", hint="Start it with `ruralwire serve`.")
        try:
            content, media_type, captured_at, url = service.archive.read_capture(capture_id)
        except LookupError:
            raise NotHereError(
                f"the archive does not hold the capture {capture_id}",
                where="capture",
                hint="Its file may have been moved: `ruralwire doctor` checks the archive.",
            ) from None
        return Response(
            content,
            headers={
                "Content-Type": media_type if _MEDIA_TYPE.fullmatch(media_type) else _UNKNOWN,
                "Content-Security-Policy": _SANDBOX,
                "Content-Disposition": _disposition(media_type, summary.id, is_download=asked.download),
                "Memento-Datetime": format_datetime(captured_at.astimezone(UTC), usegmt=True),
                "X-Robots-Tag": "noindex, noarchive",
                "Link": f'<{_header_safe(url)}>; rel="original"',
            },
        )

    return router


def _disposition(media_type: str, article_id: str, *, is_download: bool) -> str:
    bare = media_type.partition(";")[0].strip().lower()
    if bare in _SHOWN and not is_download:
        return "inline"
    ending = {"text/html": "html", "application/xhtml+xml": "xhtml", "text/plain": "txt"}.get(bare, "bin")
    return f'attachment; filename="capture-{article_id}.{ending}"'


def _header_safe(url: str) -> str:
    return "".join(character for character in url if "!" <= character <= "~" and character not in '<>"')
