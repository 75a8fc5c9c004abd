"""The state: which captures there are, the one outcome of each, and what is indexed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, select, update

from crawlers.archive import Location
from crawlers.article_rows import (
    StoredText,
    load_article_row,
    load_text_row,
    make_capture_record,
    put_article,
    replace_texts,
)
from crawlers.database import begin, insert_new, open_database, upsert
from crawlers.frontier import Frontier
from crawlers.outcome import Outcome, PageHint
from crawlers.tables import article, article_text, capture, text, warc_file
from nlp.model.article import Article, Capture

_PAGE_ROWS = 500


@dataclass(frozen=True)
class PendingCapture:
    """A capture without an outcome."""

    capture: Capture
    hint: PageHint


class State:
    """What is known of captures, texts and articles. Several processes may hold one open."""

    def __init__(self, url: str) -> None:
        """Open the database at a SQLAlchemy URL; raises StateError."""
        self._engine = open_database(url)
        self.frontier = Frontier(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- the archive's files -------------------------------------------------------------------------

    def find_taken_in(self, file: str) -> int:
        """Up to which byte of an archive file the records are known here."""
        with begin(self._engine) as connection:
            query = select(warc_file.c.taken_in_bytes).where(warc_file.c.name == file)
            return connection.execute(query).scalar() or 0

    def list_taken_in(self) -> dict[str, int]:
        """The same for all archive files that are known here, by name."""
        with begin(self._engine) as connection:
            rows = connection.execute(select(warc_file.c.name, warc_file.c.taken_in_bytes)).all()
        return {row.name: row.taken_in_bytes for row in rows}

    def note_taken_in(self, location: Location) -> None:
        """Remember that the records up to this one's end are known."""
        with begin(self._engine) as connection:
            _note_taken_in(connection, location)

    # --- captures and outcomes -----------------------------------------------------------------------

    def take_in_capture(
        self, record: Capture, hint: PageHint, *, location: Location, redirected_from: Sequence[str] = ()
    ) -> bool:
        """Record a capture that is in the archive; False where it was known."""
        values = record.model_dump()
        with begin(self._engine) as connection:
            new = insert_new(connection, capture, {**values, "hint": hint.model_dump()})
            self.frontier.note_captured(connection, record, urls=(*redirected_from, record.url))
            _note_taken_in(connection, location)
        return new

    def has_payload(self, url: str, payload_digest: str) -> bool:
        """True where this very content of this URL was captured before."""
        query = select(capture.c.id).where(capture.c.url == url, capture.c.payload_digest == payload_digest)
        with begin(self._engine) as connection:
            return connection.execute(query.limit(1)).first() is not None

    def has_text(self, text_id: str) -> bool:
        """True where the text's body is in the archive."""
        with begin(self._engine) as connection:
            return connection.execute(select(text.c.id).where(text.c.id == text_id)).first() is not None

    def record_outcome(
        self, outcome: Outcome, *, bodies: dict[str, Location], location: Location | None = None
    ) -> None:
        """Record a capture's outcome, in place of an earlier one; `bodies`: where new texts stand."""
        with begin(self._engine) as connection:
            for read in outcome.articles:
                put_article(connection, read, outcome, bodies)
            moment = connection.execute(
                select(capture.c.captured_at).where(capture.c.id == outcome.capture_id)
            ).scalar_one()
            replace_texts(connection, outcome, moment)
            rejection = outcome.rejection
            connection.execute(
                update(capture)
                .where(capture.c.id == outcome.capture_id)
                .values(
                    outcome="text" if outcome.articles else "rejected",
                    stage=rejection and rejection.stage,
                    reason=rejection and rejection.reason,
                    detail=rejection and rejection.detail,
                    extractor=outcome.extractor,
                    decided_at=outcome.decided_at,
                )
            )
            if location is not None:
                _note_taken_in(connection, location)

    def iterate_pending(self) -> Iterator[PendingCapture]:
        """Yield the captures without outcome, oldest first; those decided meanwhile are left out."""
        seen: tuple[datetime, str] | None = None
        while True:
            query = select(capture).where(capture.c.outcome.is_(None))
            if seen is not None:
                moment, last = seen
                query = query.where(
                    (capture.c.captured_at > moment) | ((capture.c.captured_at == moment) & (capture.c.id > last))
                )
            query = query.order_by(capture.c.captured_at, capture.c.id).limit(_PAGE_ROWS)
            with begin(self._engine) as connection:
                rows = connection.execute(query).all()
            for row in rows:
                yield PendingCapture(make_capture_record(row), PageHint.model_validate(row.hint))
            if len(rows) < _PAGE_ROWS:
                return
            seen = (rows[-1].captured_at, rows[-1].id)

    def reopen_captures(self, *, extractor: str | None = None) -> int:
        """Take the outcomes back so that captures are extracted anew; return how many.

        With `extractor`, only those that another version decided. Texts stay until the new outcome is there.
        """
        statement = update(capture).where(capture.c.outcome.is_not(None)).values(outcome=None)
        if extractor is not None:
            statement = statement.where(capture.c.extractor != extractor)
        with begin(self._engine) as connection:
            return connection.execute(statement).rowcount

    # --- articles and what is indexed ----------------------------------------------------------------

    def mark_indexed(self, article_id: str, text_id: str, *, at: datetime | None = None) -> None:
        """Remember that a text of an article is read and indexed: it is not given out again."""
        self.mark_all_indexed([(article_id, text_id)], at=at)

    def mark_all_indexed(self, pairs: Iterable[tuple[str, str]], *, at: datetime | None = None) -> None:
        """The same for many pairs of article id and text id, in one transaction."""
        moment = at or datetime.now(UTC)
        with begin(self._engine) as connection:
            for article_id, text_id in pairs:
                connection.execute(
                    update(article_text)
                    .where(article_text.c.article_id == article_id, article_text.c.text_id == text_id)
                    .values(indexed_at=moment)
                )

    def find_indexed_at(self, article_id: str, text_id: str) -> datetime | None:
        """When this text of this article was read and indexed; None where it still is to be."""
        query = select(article_text.c.indexed_at).where(
            article_text.c.article_id == article_id, article_text.c.text_id == text_id
        )
        with begin(self._engine) as connection:
            return connection.execute(query).scalar()

    def is_indexed(self, article_id: str, text_id: str) -> bool:
        """True where this text of this article is marked as indexed."""
        return self.find_indexed_at(article_id, text_id) is not None

    def forget_indexed(self) -> None:
        """Let everything be given out again: the index begins anew."""
        with begin(self._engine) as connection:
            connection.execute(update(article_text).values(indexed_at=None))

    def iterate_texts(self, *, only_unindexed: bool = False) -> Iterator[StoredText]:
        """Yield every text of every article, by article and age; or those that are not indexed yet."""
        seen: tuple[str, datetime, str] | None = None
        columns = (article_text.c.article_id, article_text.c.first_captured_at, article_text.c.text_id)
        while True:
            query = select(*columns).order_by(*columns).limit(_PAGE_ROWS)
            if only_unindexed:
                query = query.where(article_text.c.indexed_at.is_(None))
            if seen is not None:
                later = (columns[1] > seen[1]) | ((columns[1] == seen[1]) & (columns[2] > seen[2]))
                query = query.where((columns[0] > seen[0]) | ((columns[0] == seen[0]) & later))
            with begin(self._engine) as connection:
                rows = connection.execute(query).all()
                texts = [load_text_row(connection, row.article_id, row.text_id) for row in rows]
            yield from texts
            if len(rows) < _PAGE_ROWS:
                return
            seen = (rows[-1].article_id, rows[-1].first_captured_at, rows[-1].text_id)

    def load_text(self, article_id: str, text_id: str) -> StoredText:
        """Return a text of an article, without its body."""
        with begin(self._engine) as connection:
            return load_text_row(connection, article_id, text_id)

    def load_article(self, article_id: str) -> Article | None:
        """Return an article with the ids of its texts, oldest first; None where there is none."""
        with begin(self._engine) as connection:
            return load_article_row(connection, article_id)

    def load_capture(self, capture_id: str) -> Capture | None:
        """Return a capture; None where there is none."""
        with begin(self._engine) as connection:
            row = connection.execute(select(capture).where(capture.c.id == capture_id)).first()
            return make_capture_record(row) if row is not None else None

    # --- counts --------------------------------------------------------------------------------------

    def count_outcomes(self, source_id: str | None = None) -> dict[str, int]:
        """Captures by outcome: `text`, `pending`, and each rejection as `stage:reason`."""
        kind = (capture.c.outcome, capture.c.stage, capture.c.reason)
        query = select(*kind, func.count()).group_by(*kind)
        if source_id is not None:
            query = query.where(capture.c.source_id == source_id)
        with begin(self._engine) as connection:
            rows = connection.execute(query).all()
        counts: dict[str, int] = {}
        for outcome, stage, reason, count in rows:
            name = "pending" if outcome is None else outcome if outcome == "text" else f"{stage}:{reason}"
            counts[name] = counts.get(name, 0) + count
        return counts

    def count_articles(self, source_id: str | None = None) -> int:
        """Number of articles that have a text, of all sources or of one."""
        query = select(func.count(func.distinct(article_text.c.article_id)))
        if source_id is not None:
            query = query.join(article, article.c.id == article_text.c.article_id)
            query = query.where(article.c.source_id == source_id)
        with begin(self._engine) as connection:
            return connection.execute(query).scalar_one()

    def count_unindexed(self) -> int:
        """Number of texts that are still to be read and indexed."""
        query = select(func.count()).select_from(article_text).where(article_text.c.indexed_at.is_(None))
        with begin(self._engine) as connection:
            return connection.execute(query).scalar_one()


def _note_taken_in(connection: Connection, location: Location) -> None:
    known = select(warc_file.c.taken_in_bytes).where(warc_file.c.name == location.file)
    if (connection.execute(known).scalar() or 0) < location.end:
        upsert(connection, warc_file, {"name": location.file, "taken_in_bytes": location.end})
