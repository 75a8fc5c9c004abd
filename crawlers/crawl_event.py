"""What a crawl tells while it runs, and when it has ended."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from nlp.model.span import Record
from settings.config import Settings
from settings.source import Source

LOCKED = "locked"
"""Reason of an error: another process writes the archive."""

EventKind = Literal["found", "captured", "not_captured", "redirect", "retry", "problem", "error", "finished"]


class CrawlJob(Record):
    """What a crawl process is asked: to visit sources, or to fetch single pages."""

    settings: Settings
    sources: tuple[Source, ...] = ()
    page_urls: tuple[str, ...] = ()
    by: str = ""
    """Who asked for single pages."""
    catalogue: tuple[Source, ...] = ()
    """For single pages: the sources that they may belong to."""


class CrawlEvent(Record):
    """One line of progress."""

    kind: EventKind
    source_id: str | None = None
    url: str = ""
    count: int = 1
    reason: str = ""
    detail: str = ""


Tell = Callable[[CrawlEvent], None]


@dataclass
class CrawlReport:
    """What a crawl gave."""

    sources: tuple[str, ...] = ()
    found: int = 0
    """Pages named that were not known."""
    captured: int = 0
    redirects: int = 0
    retries: int = 0
    not_captured: Counter[str] = field(default_factory=Counter)
    """Pages that gave no capture, by reason."""
    problems: list[CrawlEvent] = field(default_factory=list)
    """Feeds, sitemaps and listings that could not be read."""
    error: str = ""
    """Why the crawl ended early: a full disk, another writer. Empty where it ran to its end."""
    is_busy: bool = False
    """True where that is another writer of the archive."""
    is_finished: bool = False
    elapsed_seconds: float = 0.0

    def add(self, event: CrawlEvent) -> None:
        """Count an event."""
        match event.kind:
            case "found":
                self.found += event.count
            case "captured":
                self.captured += event.count
            case "redirect":
                self.redirects += event.count
            case "retry":
                self.retries += event.count
            case "not_captured":
                self.not_captured[event.reason] += event.count
            case "problem":
                self.problems.append(event)
            case "error":
                self.error = event.detail
                self.is_busy = event.reason == LOCKED
            case "finished":
                self.is_finished = True
