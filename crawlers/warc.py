"""WARC records to bytes and back: the one module that calls warcio (which ships no types)."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Literal
from uuid import UUID, uuid4

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

RecordType = Literal["warcinfo", "request", "response", "resource", "conversion", "metadata"]
Headers = tuple[tuple[str, str], ...]

GZIP_MAGIC = b"\x1f\x8b\x08"
_WARC_BEGIN = b"WARC/1."
_WARC_VERSION = "WARC/1.1"
_GZIP_WINDOW_BITS = 31
_CHUNK_BYTES = 1 << 16


class BadWarcError(Exception):
    """A WARC file that cannot be read; the text says where."""


@dataclass(frozen=True)
class WarcRecord:
    """One record. `payload` is what follows the HTTP headers, with its content coding still on."""

    type: str
    url: str
    date: datetime
    payload: bytes
    record_id: str = ""
    """32 hex digits."""
    content_type: str = ""
    http_start: str = ""
    """Request line, or protocol and status line; empty where there is no HTTP."""
    http_headers: Headers = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    """Further named fields of WARC."""
    is_cut: bool = False
    """True where the payload was longer than asked for."""

    @property
    def http_status(self) -> int | None:
        """Of a response, None for other records."""
        parts = self.http_start.split(" ")
        return int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else None

    def http_header(self, name: str) -> str:
        """The first HTTP header of this name, or an empty string."""
        return next((value for key, value in self.http_headers if key.lower() == name.lower()), "")


def encode_record(record: WarcRecord) -> bytes:
    """Return the record as one gzip member, ready to be appended to a file."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version=_WARC_VERSION)
    fields = {
        "WARC-Record-ID": _to_urn(record.record_id or uuid4().hex),
        "WARC-Date": format_warc_date(record.date),
        **record.fields,
    }
    http = None
    if record.http_start:
        protocol, _, rest = record.http_start.partition(" ")
        status_line, protocol = (rest, protocol) if record.type == "response" else (record.http_start, "")
        http = StatusAndHeaders(status_line, list(record.http_headers), protocol=protocol)
    writer.write_record(
        writer.create_warc_record(
            record.url,
            record.type,
            payload=BytesIO(record.payload),
            length=len(record.payload),
            warc_content_type=record.content_type,
            warc_headers_dict=fields,
            http_headers=http,
        )
    )
    return buffer.getvalue()


def read_member(stream: IO[bytes]) -> tuple[bytes, int] | None:
    """Return the gzip member at the stream's position, decompressed, and its compressed length.

    None where no whole member stands there: at the end of the file, at a torn or damaged record.
    """
    decompressor = zlib.decompressobj(_GZIP_WINDOW_BITS)
    content: list[bytes] = []
    length = 0
    while not decompressor.eof:
        chunk = stream.read(_CHUNK_BYTES)
        if not chunk:
            return None
        try:
            content.append(decompressor.decompress(chunk))
        except zlib.error:
            return None
        length += len(chunk)
    return b"".join(content), length - len(decompressor.unused_data)


def is_record_start(content: bytes) -> bool:
    """True where a decompressed member begins as a WARC record."""
    return content.startswith(_WARC_BEGIN)


def decode_record(content: bytes) -> WarcRecord:
    """Return the record of a decompressed member; raises BadWarcError."""
    records = list(_iterate(BytesIO(content), "record"))
    if len(records) != 1:
        raise BadWarcError(f"expected one WARC record in a gzip member, found {len(records)}")
    return records[0]


def iterate_foreign_file(path: Path, *, max_payload_bytes: int) -> Iterator[WarcRecord]:
    """Read a WARC file of any tool, compressed or not; raises BadWarcError where it breaks off.

    Longer payloads are cut. Transfer codings, which other tools keep, are taken off.
    """
    is_empty = True
    with path.open("rb") as stream:
        for record in _iterate(stream, str(path), max_payload_bytes):
            is_empty = False
            if "chunked" in record.http_header("Transfer-Encoding").lower():
                headers = tuple(pair for pair in record.http_headers if pair[0].lower() != "transfer-encoding")
                yield replace(record, payload=_read_chunked(record.payload), http_headers=headers)
            else:
                yield record
    if is_empty:
        raise BadWarcError(f"{path}: no WARC record stands in it")


def format_warc_date(moment: datetime) -> str:
    """Return the time in UTC as WARC/1.1 writes it, to the microsecond.

    >>> format_warc_date(datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
    '2026-03-01T09:30:00.000000Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _iterate(stream: IO[bytes], where: str, max_payload_bytes: int | None = None) -> Iterator[WarcRecord]:
    try:
        for raw in ArchiveIterator(stream):
            if raw.format != "warc":  # its reader of the older ARC takes any line of five words for a record
                raise ValueError("it does not begin with WARC/")
            yield _make_record(raw, max_payload_bytes)
    except (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, AttributeError, TypeError) as error:
        # The last two: warcio takes for granted that a record has an address and a length.
        raise BadWarcError(
            f"{where}: not a readable WARC record: {str(error).strip() or type(error).__name__}"
        ) from None


def _read_chunked(payload: bytes) -> bytes:
    reader = ChunkedDataReader(BytesIO(payload))
    parts: list[bytes] = []
    while part := reader.read(_CHUNK_BYTES):
        parts.append(part)
    return b"".join(parts)


def _make_record(raw: Any, max_payload_bytes: int | None) -> WarcRecord:
    named: Sequence[tuple[str, str]] = raw.rec_headers.headers
    fields = dict(named)
    http = raw.http_headers
    start = ""
    if http is not None:
        start = f"{http.protocol} {http.statusline}".strip()
    payload: bytes = raw.raw_stream.read() if max_payload_bytes is None else raw.raw_stream.read(max_payload_bytes + 1)
    return WarcRecord(
        type=raw.rec_type,
        url=raw.rec_headers.get_header("WARC-Target-URI") or "",
        date=_parse_warc_date(raw.rec_headers.get_header("WARC-Date") or ""),
        payload=payload,
        record_id=_from_urn(fields.get("WARC-Record-ID", "")),
        content_type=raw.rec_headers.get_header("Content-Type") or "",
        http_start=start,
        http_headers=tuple((name, value) for name, value in http.headers) if http is not None else (),
        fields=fields,
        is_cut=max_payload_bytes is not None and len(payload) > max_payload_bytes,
    )


def _parse_warc_date(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _to_urn(hex_digits: str) -> str:
    return f"<urn:uuid:{UUID(hex=hex_digits)}>"


def _from_urn(urn: str) -> str:
    return urn.strip("<>").rpartition(":")[2].replace("-", "")
