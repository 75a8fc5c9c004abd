"""A crawl with all that follows it: pages captured, read and indexed, and what each source gave."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from crawlers.crawl import run_crawl
from crawlers.crawl_event import CrawlEvent, CrawlReport
from ruralwire.indexing import IndexingReport, index_pending
from ruralwire.progress import show_progress
from ruralwire.workspace import Workspace
from settings.source import Source


@dataclass
class SourceCrawl:
    """What one source gave in one crawl."""

    source: Source
    captured: int = 0
    not_captured: Counter[str] = field(default_factory=Counter)
    """Pages that gave no capture, by reason."""
    problems: list[CrawlEvent] = field(default_factory=list)
    """Feeds, sitemaps and listings that could not be read."""
    outcomes: Counter[str] = field(default_factory=Counter)
    """Captures decided, as `text` or `stage:reason`."""

    @property
    def has_failed(self) -> bool:
        """True where nothing of it could be read: neither an index page nor a page."""
        index_pages = (*self.source.feeds, *self.source.sitemaps, *self.source.listings)
        failed = {event.url for event in self.problems}
        return len(failed) >= len(index_pages) and self.captured == 0

    @property
    def rejections(self) -> Counter[str]:
        """Captures that became no article, by `stage:reason`."""
        return Counter({kind: count for kind, count in self.outcomes.items() if kind != "text"})


@dataclass(frozen=True)
class CrawlSummary:
    """What a crawl gave, by source and as a whole."""

    report: CrawlReport
    sources: tuple[SourceCrawl, ...]
    indexing: IndexingReport


def crawl_sources(workspace: Workspace, sources: Sequence[Source]) -> CrawlSummary:
    """Visit the sources, then extract, read and index; what broke off the crawl stands in `report.error`.

    Raises ConfigError where no contact is configured, and what `index_pending` raises.
    """
    crawls = {source.id: SourceCrawl(source) for source in sources}
    captured = found = 0
    with show_progress("crawling") as progress:

        def note(event: CrawlEvent) -> None:
            nonlocal captured, found
            _count(crawls, event)
            captured += event.count if event.kind in ("captured", "not_captured") else 0
            found += event.count if event.kind == "found" else 0
            # Pages that an earlier visit left due are not among those found now.
            progress.set(captured, total=max(found, captured))

        report = run_crawl(sources, workspace.settings, on_progress=note)
    # Even where the crawl broke off: what it captured is there, and news does not wait.
    indexing = index_pending(workspace)
    for source_id, outcomes in indexing.outcomes.items():
        if source_id in crawls:
            crawls[source_id].outcomes.update(outcomes)
    return CrawlSummary(report, tuple(crawls.values()), indexing)


def list_due(workspace: Workspace, sources: Sequence[Source]) -> list[Source]:
    """Those of the sources that were not visited within the interval of the settings."""
    every = timedelta(minutes=workspace.settings.crawl.visit_every_minutes)
    ids = [source.id for source in sources]
    due = set(workspace.state.frontier.list_due_sources(ids, now=datetime.now(UTC), every=every))
    return [source for source in sources if source.id in due]


def _count(crawls: dict[str, SourceCrawl], event: CrawlEvent) -> None:
    crawl = crawls.get(event.source_id or "")
    if crawl is None:
        return
    if event.kind == "captured":
        crawl.captured += event.count
    elif event.kind == "not_captured":
        crawl.not_captured[event.reason] += event.count
    elif event.kind == "problem":
        crawl.problems.append(event)
