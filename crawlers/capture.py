"""Captures as WARC records: made from what came over the wire, and read back."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from crawlers.archive import ArchiveWriter, Location
from crawlers.outcome import NO_HINT, PageHint
from crawlers.warc import Headers, WarcRecord, format_warc_date
from nlp.model.article import Capture, CapturedBy
from nlp.model.identity import make_capture_id

# Named fields of our own, which WARC allows: with them a lost database can be made again from the archive.
_SOURCE = "Ruralwire-Source"
_CAPTURED_BY = "Ruralwire-Captured-By"
_CAPTURED_BY_NAME = "Ruralwire-Captured-By-Name"
_HINT = "Ruralwire-Hint"
_REDIRECTED_FROM = "Ruralwire-Redirected-From"

CAPTURE_TYPES = ("response", "resource")
"""A response came over HTTP, a resource was given: a saved file, one's own text."""


@dataclass(frozen=True)
class Exchange:
    """What came over the wire, or was handed in, and on whose behalf. Without `http_start` it is a file."""

    url: str
    captured_at: datetime
    payload: bytes
    media_type: str = ""
    http_start: str = ""
    http_headers: Headers = ()
    request_start: str = ""
    request_headers: Headers = ()
    source_id: str | None = None
    captured_by: CapturedBy = "crawl"
    captured_by_name: str = ""
    redirected_from: tuple[str, ...] = ()
    """URLs asked for before, in order."""
    hint: PageHint = NO_HINT


def find_capture_id(exchange: Exchange) -> str:
    """Id that the exchange's capture has or will have."""
    return make_capture_id(exchange.url, format_warc_date(exchange.captured_at), _digest(exchange.payload))


def append_capture(writer: ArchiveWriter, exchange: Exchange) -> tuple[Capture, Location]:
    """Append an exchange to the archive; it is on disk when this returns. Raises ArchiveError."""
    fields = {"WARC-Payload-Digest": f"sha256:{_digest(exchange.payload)}"}
    for name, value in (
        (_SOURCE, exchange.source_id or ""),
        (_CAPTURED_BY, exchange.captured_by),
        (_CAPTURED_BY_NAME, exchange.captured_by_name),
        (_REDIRECTED_FROM, " ".join(exchange.redirected_from)),
    ):
        if value:
            fields[name] = " ".join(value.split())  # a line break would end the field
    if exchange.hint != NO_HINT:
        fields[_HINT] = json.dumps(exchange.hint.model_dump(exclude_defaults=True))
    capture_id = find_capture_id(exchange)
    response = WarcRecord(
        type="response" if exchange.http_start else "resource",
        url=exchange.url,
        date=exchange.captured_at,
        payload=exchange.payload,
        record_id=capture_id,
        content_type="" if exchange.http_start else exchange.media_type,
        http_start=exchange.http_start,
        http_headers=exchange.http_headers,
        fields=fields,
    )
    records = [response]
    if exchange.request_start:
        records.append(_make_request(exchange, response))
    location = writer.append(records)[0]
    capture = make_capture(response, location)
    assert capture is not None
    return capture, location


def make_capture(record: WarcRecord, location: Location) -> Capture | None:
    """Return the capture that a record of our archive holds; None for requests and notes."""
    if record.type not in CAPTURE_TYPES:
        return None
    captured_by: CapturedBy = "crawl"
    if (named := record.fields.get(_CAPTURED_BY)) in ("user", "archive"):
        captured_by = named  # type: ignore[assignment]  # narrowed by the test of membership
    content_type = record.http_header("Content-Type") if record.type == "response" else record.content_type
    return Capture(
        id=record.record_id,
        url=record.url,
        source_id=record.fields.get(_SOURCE),
        captured_at=record.date,
        captured_by=captured_by,
        captured_by_name=record.fields.get(_CAPTURED_BY_NAME, ""),
        http_status=record.http_status,
        media_type=parse_media_type(content_type),
        payload_digest=_digest(record.payload),
        warc_file=location.file,
        warc_offset=location.offset,
        length_bytes=len(record.payload),
    )


def read_hint(record: WarcRecord) -> PageHint:
    """Return what was known of the page before it was fetched."""
    text = record.fields.get(_HINT)
    return PageHint.model_validate_json(text) if text else NO_HINT


def read_redirects(record: WarcRecord) -> Sequence[str]:
    """Return the URLs that led to this one."""
    return record.fields.get(_REDIRECTED_FROM, "").split()


def parse_media_type(content_type: str) -> str:
    """Return the media type without parameters, in lower case.

    >>> parse_media_type("Text/HTML; charset=utf-8")
    'text/html'
    """
    return content_type.partition(";")[0].strip().lower()


def _make_request(exchange: Exchange, response: WarcRecord) -> WarcRecord:
    return WarcRecord(
        type="request",
        url=exchange.url,
        date=exchange.captured_at,
        payload=b"",
        http_start=exchange.request_start,
        http_headers=exchange.request_headers,
        fields={"WARC-Concurrent-To": f"<urn:uuid:{_dash(response.record_id)}>"},
    )


def _digest(payload: bytes) -> str:
    return hashlib.sha256(payload).hexdigest()


def _dash(digits: str) -> str:
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
