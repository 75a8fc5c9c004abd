"""What users hand in, as captures: saved pages, other archives, their own texts."""

import hashlib
import mimetypes
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from crawlers.capture import Exchange, parse_media_type
from crawlers.given_text import MEDIA_TYPE, make_given_url, parse_given_text
from crawlers.intake import Intake, find_source
from crawlers.url import normalize_page_url
from crawlers.warc import BadWarcError, WarcRecord, iterate_foreign_file
from settings.source import Source

FILE_PREFIX = "urn:ruralwire:file:"
"""Stands before the name of a saved page whose address is not known."""
OnRecord = Callable[[], None]
"""Told of each line or record, for progress."""
_DIGEST_DIGITS = 16
_HTML_TYPES = {"text/html", "application/xhtml+xml"}


@dataclass
class ImportReport:
    """What was taken in, and what was not and why."""

    taken_in: int = 0
    known: int = 0
    """Already in the archive, byte for byte."""
    skipped: Counter[str] = field(default_factory=Counter)
    """By reason."""
    problems: list[str] = field(default_factory=list)
    """Messages with file and line or record."""


def import_page(
    intake: Intake,
    path: Path,
    *,
    url: str | None = None,
    by: str,
    now: datetime,
    max_bytes: int,
    sources: Sequence[Source] = (),
) -> ImportReport:
    """Take in a saved page. Without `url`, the page's own canonical address will name the article."""
    report = ImportReport()
    try:
        if path.stat().st_size > max_bytes:
            report.problems.append(f"{path}: over {max_bytes} bytes: max_response_bytes bounds a page.")
            return report
        payload = path.read_bytes()
    except OSError as error:
        report.problems.append(f"{path}: cannot be read: {error.strerror}.")
        return report
    digest = hashlib.sha256(payload).hexdigest()[:_DIGEST_DIGITS]
    address = normalize_page_url(url) if url else f"{FILE_PREFIX}{quote(path.name)}:{digest}"
    source = find_source(address, sources) if url else None
    media_type = mimetypes.guess_type(path.name)[0] or "text/html"
    exchange = Exchange(
        address,
        now,
        payload,
        media_type=media_type,
        source_id=source.id if source else None,
        captured_by="user",
        captured_by_name=by,
    )
    _take_in(intake, exchange, report)
    return report


def import_texts(
    intake: Intake,
    lines: Iterable[bytes],
    *,
    name: str,
    by: str,
    now: datetime,
    max_bytes: int,
    counted_as: str = "line",
    on_record: OnRecord | None = None,
) -> ImportReport:
    """Take in one's own texts, a line of JSON each; a bad line is reported and does not stop the rest.

    `counted_as`: what the number in a message counts.
    """
    report = ImportReport()
    for number, line in enumerate(lines, start=1):
        if on_record is not None:
            on_record()
        line = line.strip().removeprefix(b"\xef\xbb\xbf")
        if not line:
            continue
        if len(line) > max_bytes:
            report.problems.append(
                f"{name}, {counted_as} {number}: over {max_bytes} bytes: max_response_bytes bounds a text."
            )
            continue
        given = parse_given_text(line)
        if isinstance(given, str):
            report.problems.append(f"{name}, {counted_as} {number}: {given}.")
            continue
        # Of two texts with one id the later line is the newer one.
        moment = now + timedelta(microseconds=number)
        exchange = Exchange(
            make_given_url(given), moment, line, media_type=MEDIA_TYPE, captured_by="user", captured_by_name=by
        )
        _take_in(intake, exchange, report)
    return report


def import_warc(
    intake: Intake,
    path: Path,
    *,
    archive_name: str | None = None,
    max_bytes: int,
    sources: Sequence[Source] = (),
    on_record: OnRecord | None = None,
) -> ImportReport:
    """Take in the pages of another's WARC file, with their own dates; the rest is counted by reason."""
    report = ImportReport()
    records = iterate_foreign_file(path, max_payload_bytes=max_bytes)
    try:
        for record in records:
            if on_record is not None:
                on_record()
            if reason := _find_reason_to_skip(record):
                report.skipped[reason] += 1
                continue
            url = normalize_page_url(record.url)
            source = find_source(url, sources)
            exchange = Exchange(
                url,
                record.date,
                record.payload,
                http_start=record.http_start,
                http_headers=record.http_headers,
                source_id=source.id if source else None,
                captured_by="archive",
                captured_by_name=archive_name or path.name,
            )
            _take_in(intake, exchange, report)
    except BadWarcError as error:
        report.problems.append(f"{error}. What stood before it is taken in.")
    except OSError as error:
        report.problems.append(f"{path}: cannot be read: {error.strerror}.")
    return report


def _take_in(intake: Intake, exchange: Exchange, report: ImportReport) -> None:
    digest = hashlib.sha256(exchange.payload).hexdigest()
    if intake.state.has_payload(exchange.url, digest):
        report.known += 1
    else:
        intake.take_in(exchange)
        report.taken_in += 1


def _find_reason_to_skip(record: WarcRecord) -> str | None:
    if record.type != "response":
        return record.type
    if not record.url.startswith(("http://", "https://")) or not record.http_start:
        return "not_http"
    if record.is_cut:
        return "too_large"
    if record.http_status is None or not 200 <= record.http_status < 300:
        return f"http_{record.http_status}"
    if parse_media_type(record.http_header("Content-Type")) not in _HTML_TYPES:
        return "not_html"
    return None
