"""What is known of a source: how it is read, when it was visited last, and what it gave."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from crawlers.state import State
from settings.source import Source


@dataclass(frozen=True)
class SourceStatus:
    """A source with its yield; times and counts are None or 0 where it was never visited."""

    source: Source
    is_watched: bool
    visits: int = 0
    visited_at: datetime | None = None
    """When the last visit began."""
    is_broken_off: bool = False
    """True where that visit did not end: killed, or running now."""
    captures: int = 0
    articles: int = 0
    outcomes: tuple[tuple[str, int], ...] = ()
    """Captures by `text`, `pending` or `stage:reason`."""
    problems: tuple[tuple[str, int], ...] = ()
    """What gave no capture, by `stage:reason`."""

    @property
    def access(self) -> tuple[str, ...]:
        """How its pages are found: feed, sitemap, listing."""
        ways = (("feed", self.source.feeds), ("sitemap", self.source.sitemaps), ("listing", self.source.listings))
        return tuple(name for name, urls in ways if urls)


def list_statuses(sources: Iterable[Source], watched: Iterable[Source], state: State | None) -> Iterator[SourceStatus]:
    """Yield the status of each source; without a state nothing was visited yet."""
    watched_ids = {source.id for source in watched}
    visits = state.frontier.summarize_visits() if state is not None else {}
    for source in sources:
        visit = visits.get(source.id)
        outcomes = state.count_outcomes(source.id) if state is not None else {}
        yield SourceStatus(
            source=source,
            is_watched=source.id in watched_ids,
            visits=visit.visits if visit else 0,
            visited_at=visit.started_at if visit else None,
            is_broken_off=visit is not None and visit.finished_at is None,
            captures=sum(outcomes.values()),
            articles=state.count_articles(source.id) if state is not None else 0,
            outcomes=tuple(outcomes.items()),
            problems=tuple(state.frontier.count_problems(source.id).items()) if state is not None else (),
        )
