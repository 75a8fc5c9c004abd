"""What the reading of a page gives, and the name of what reads pages: without the reader itself, which loads slowly."""

from datetime import datetime
from functools import cache
from importlib import metadata

from nlp.model.span import Record, Span


class ExtractedPage(Record):
    """What one page says. The headline is the first line of the body."""

    body: str
    headline: Span | None = None
    title: str = ""
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    canonical_url: str
    language: str = "und"
    """Told from the body: what pages declare is often wrong."""


@cache
def describe_extractor() -> str:
    """Name and version of what reads pages; texts carry it."""
    return f"trafilatura {metadata.version('trafilatura')}, ruralwire 1"
