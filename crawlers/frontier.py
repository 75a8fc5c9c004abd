"""The frontier: pages that were found, whether they are due, and what each visit of a source gave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, func, select, update

from crawlers.database import begin, insert_new, upsert
from crawlers.outcome import PageHint
from crawlers.tables import capture, page, problem, redirect, validator, visit
from nlp.model.article import Capture, Rejection

MAX_ATTEMPTS = 5
"""A page that could not be had at so many visits is left alone."""


@dataclass(frozen=True)
class FoundPage:
    """A page that a feed, sitemap or listing names."""

    url: str
    hint: PageHint


@dataclass(frozen=True)
class Validator:
    """What a server said of a feed's version, for a conditional request."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class VisitSummary:
    """The last visit of a source, and its whole yield."""

    source_id: str
    visits: int
    started_at: datetime
    finished_at: datetime | None
    found: int
    captured: int
    not_captured: int


class Frontier:
    """What is to be fetched. Part of the state; it shares its database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    # --- pages ---------------------------------------------------------------------------------------

    def add_found(
        self,
        source_id: str,
        pages: Sequence[FoundPage],
        *,
        now: datetime,
        refetch_after: timedelta,
        follow_revisions: timedelta,
        index_url: str,
        version: Validator | None,
    ) -> int:
        """Remember pages that an index page names, and that page's version, in one transaction.

        So a crawl that is killed before the pages are fetched finds them due, even where the feed then
        answers "not modified". Known pages become due again when captured longer than `refetch_after` ago, or
        first captured within `follow_revisions`. Returns how many are new.
        """
        new = 0
        with begin(self._engine) as connection:
            for position, found in enumerate(pages):
                values = {
                    "url": found.url,
                    "source_id": source_id,
                    "hint": found.hint.model_dump(),
                    "found_at": now,
                    "position": position,
                    "attempts": 0,
                    **_find_captured(connection, found.url, since=now - refetch_after),
                }
                if insert_new(connection, page, values):
                    new += 1
                    continue
                stale = page.c.visited_at < now - refetch_after
                if follow_revisions:
                    stale |= page.c.first_captured_at > now - follow_revisions
                connection.execute(
                    update(page)
                    .where(page.c.url == found.url, page.c.visited_at.is_not(None), stale)
                    .values(visited_at=None, attempts=0)
                )
            if version is not None and version != Validator():
                row = {"url": index_url, "etag": version.etag, "last_modified": version.last_modified}
                upsert(connection, validator, row)
        return new

    def list_due(self, source_id: str, *, limit: int) -> list[FoundPage]:
        """Pages of a source that are found and not fetched: latest finds first, in the order of their index."""
        query = (
            select(page.c.url, page.c.hint)
            .where(page.c.source_id == source_id, page.c.visited_at.is_(None), page.c.attempts < MAX_ATTEMPTS)
            .order_by(page.c.found_at.desc(), page.c.position, page.c.url)
            .limit(limit)
        )
        with begin(self._engine) as connection:
            rows = connection.execute(query).all()
        return [FoundPage(row.url, PageHint.model_validate(row.hint)) for row in rows]

    def note_captured(self, connection: Connection, capture: Capture, *, urls: Iterable[str]) -> None:
        """Mark the pages that led to a capture as fetched, in the transaction that records it."""
        for url in set(urls):
            connection.execute(
                update(page)
                .where(page.c.url == url)
                .values(
                    visited_at=capture.captured_at,
                    first_captured_at=func.coalesce(page.c.first_captured_at, capture.captured_at),
                )
            )

    def note_not_captured(
        self, url: str, rejection: Rejection, *, source_id: str | None, now: datetime, final: bool
    ) -> None:
        """Record why a URL gave no capture. `final`: it would not be otherwise at the next visit."""
        with begin(self._engine) as connection:
            _add_problem(connection, url, rejection, source_id, now)
            values = {"attempts": page.c.attempts + 1, **({"visited_at": now} if final else {})}
            connection.execute(update(page).where(page.c.url == url).values(**values))

    def note_visited(self, url: str, *, now: datetime) -> None:
        """Mark a page as had: it leads to another one that is fetched, or is fresh."""
        with begin(self._engine) as connection:
            connection.execute(update(page).where(page.c.url == url).values(visited_at=now))

    def is_fresh(self, url: str, *, since: datetime) -> bool:
        """True where the page was captured since then."""
        query = select(capture.c.id).where(capture.c.url == url, capture.c.captured_at >= since).limit(1)
        with begin(self._engine) as connection:
            return connection.execute(query).first() is not None

    def load_validator(self, url: str) -> Validator:
        """What the server said of this index page's version at the last visit."""
        with begin(self._engine) as connection:
            row = connection.execute(select(validator).where(validator.c.url == url)).first()
        return Validator(row.etag, row.last_modified) if row is not None else Validator()

    def note_redirect(self, url: str, target: str, status: int, *, now: datetime) -> None:
        """Record that one URL led to another."""
        with begin(self._engine) as connection:
            upsert(connection, redirect, {"url": url, "target": target, "status": status, "at": now})

    def note_problem(self, url: str, rejection: Rejection, *, source_id: str | None, now: datetime) -> None:
        """Record what is wrong with a feed, sitemap or listing."""
        with begin(self._engine) as connection:
            _add_problem(connection, url, rejection, source_id, now)

    def count_problems(self, source_id: str | None = None, *, since: datetime | None = None) -> dict[str, int]:
        """What gave no capture, counted by `stage:reason`."""
        kind = (problem.c.stage, problem.c.reason)
        query = select(*kind, func.count()).group_by(*kind)
        if source_id is not None:
            query = query.where(problem.c.source_id == source_id)
        if since is not None:
            query = query.where(problem.c.at >= since)
        with begin(self._engine) as connection:
            return {f"{stage}:{reason}": count for stage, reason, count in connection.execute(query)}

    # --- visits --------------------------------------------------------------------------------------

    def begin_visit(self, source_id: str, *, now: datetime) -> int:
        """Record that a source is being visited; return the visit's number."""
        with begin(self._engine) as connection:
            result = connection.execute(visit.insert().values(source_id=source_id, started_at=now))
            assert result.inserted_primary_key is not None
            return int(result.inserted_primary_key[0])

    def end_visit(self, number: int, *, now: datetime, found: int, captured: int, not_captured: int) -> None:
        """Record what a visit gave."""
        values = {"finished_at": now, "found": found, "captured": captured, "not_captured": not_captured}
        with begin(self._engine) as connection:
            connection.execute(update(visit).where(visit.c.id == number).values(**values))

    def list_due_sources(self, source_ids: Iterable[str], *, now: datetime, every: timedelta) -> list[str]:
        """Those of the sources whose last finished visit began longer ago than `every`."""
        query = (
            select(visit.c.source_id)
            .where(visit.c.finished_at.is_not(None), visit.c.started_at > now - every)
            .distinct()
        )
        with begin(self._engine) as connection:
            recent = set(connection.execute(query).scalars())
        return [source_id for source_id in source_ids if source_id not in recent]

    def summarize_visits(self) -> dict[str, VisitSummary]:
        """The last visit and the yield of all visits, by source."""
        with begin(self._engine) as connection:
            rows = connection.execute(select(visit).order_by(visit.c.id)).all()
        summaries: dict[str, VisitSummary] = {}
        for row in rows:
            old = summaries.get(row.source_id)
            summaries[row.source_id] = VisitSummary(
                source_id=row.source_id,
                visits=(old.visits if old else 0) + 1,
                started_at=row.started_at,
                finished_at=row.finished_at,
                found=(old.found if old else 0) + row.found,
                captured=(old.captured if old else 0) + row.captured,
                not_captured=(old.not_captured if old else 0) + row.not_captured,
            )
        return summaries


def _find_captured(connection: Connection, url: str, *, since: datetime) -> dict[str, datetime]:
    """Columns of a page that was captured before it was found: by hand, from another's archive."""
    moments = select(func.min(capture.c.captured_at), func.max(capture.c.captured_at)).where(capture.c.url == url)
    first, last = connection.execute(moments).one()
    if last is None:
        return {}
    return {"first_captured_at": first, **({"visited_at": last} if last >= since else {})}


def _add_problem(connection: Connection, url: str, rejection: Rejection, source_id: str | None, now: datetime) -> None:
    values = {"source_id": source_id, "url": url, "at": now, **rejection.model_dump()}
    connection.execute(problem.insert().values(**values))
