"""The records behind a claim: capture, text, article, reading, and where each came from."""

from datetime import datetime
from typing import Literal

from nlp.model.claim import Claim
from nlp.model.mention import Mention
from nlp.model.span import Record, Span

CapturedBy = Literal["crawl", "user", "archive"]
"""This crawl, the user by hand, or another archive's record."""
RejectionStage = Literal["fetch", "decode", "extract", "read", "import"]


class Capture(Record):
    """What came over the wire, byte for byte, and where it is kept."""

    id: str
    url: str
    source_id: str | None = None
    captured_at: datetime
    captured_by: CapturedBy = "crawl"
    captured_by_name: str = ""
    """The operator's contact, the user's name, or the other archive's name."""
    http_status: int | None = None
    media_type: str = ""
    payload_digest: str = ""
    """SHA-256 of the payload, hex."""
    warc_file: str = ""
    """Name within the archive folder."""
    warc_offset: int = 0
    length_bytes: int = 0


class Text(Record):
    """The body read from one or more captures: immutable, named by its digest."""

    id: str
    body: str
    headline: Span | None = None
    language: str = "und"
    capture_ids: tuple[str, ...] = ()
    extractor: str = ""
    """Name and version of what read it, e.g. `trafilatura 2.3.1`."""


class Article(Record):
    """What a canonical URL has shown over time. One's own texts have the given id in place of a URL."""

    id: str
    url: str | None = None
    given_id: str | None = None
    source_id: str | None = None
    title: str = ""
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    """With the outlet's own offset: relative periods are resolved against the local date."""
    language: str = "und"
    country: str | None = None
    """Of the outlet, ISO 3166-1 alpha-2: decides what "dollar" or "dinar" means."""
    text_ids: tuple[str, ...] = ()
    """Revisions, oldest first; the last one is current."""


class Provenance(Record):
    """Where a reading came from, up to the page."""

    source_id: str | None = None
    url: str | None = None
    capture_id: str | None = None
    captured_by: CapturedBy | None = None
    captured_by_name: str = ""
    captured_at: datetime | None = None
    extractor: str = ""
    reader: str = ""
    """Version of the code that read it."""
    reader_data_digest: str = ""
    """Digest of language packs, units, lexicon and gazetteer."""


class Reading(Record):
    """What a version of code and data found in a text of an article. A new reading replaces an old one."""

    article_id: str
    text_id: str
    language: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    provenance: Provenance = Provenance()


class Rejection(Record):
    """Why a capture did not become an article."""

    stage: RejectionStage
    reason: str
    """A short fixed word, e.g. `http_404`, `no_text`, `too_large`: rejections are counted by it."""
    detail: str = ""
