"""A captured page as it can be shown again."""

from crawlers.archive import Archive
from crawlers.content_coding import decode_payload
from nlp.model.article import Capture, Rejection
from nlp.model.span import Record


class CapturedPage(Record):
    """What the server meant to send: its bytes without content coding, and how it called them."""

    url: str
    content_type: str
    content: bytes


def load_captured_page(archive: Archive, capture: Capture, *, max_bytes: int) -> CapturedPage | Rejection:
    """Return a capture's page, or why it cannot be shown; raises ArchiveError where the record is gone."""
    record = archive.read(capture.warc_file, capture.warc_offset)
    content = decode_payload(record.payload, record.http_header("Content-Encoding"), max_bytes=max_bytes)
    if isinstance(content, Rejection):
        return content
    content_type = record.http_header("Content-Type") if record.http_start else record.content_type
    return CapturedPage(url=capture.url, content_type=content_type, content=content)
