"""From captures to the index: texts harvested, read in worker processes, written in batches."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain

from crawlers.harvest import process_pending
from crawlers.lock import LockedError
from crawlers.outcome import Harvested, Outcome
from crawlers.worker_pool import WorkerError, WorkerPool
from nlp.model.article import Reading
from ruralwire.console import say
from ruralwire.index_folder import is_index_missing, open_index
from ruralwire.progress import show_progress
from ruralwire.reading_job import READING, ReadingAnswer, make_provenance
from ruralwire.workspace import Workspace
from search_api.index.error import SearchIndexError
from search_api.index.protocol import SearchIndex
from search_api.index.record import IndexedArticle, ShowPolicy
from settings.config import Settings

_READ_SECONDS = 180.0
"""Per text: a book of 20 MB is read in less; what takes longer is indexed without claims."""
_BATCH_TEXTS = 200
"""Per commit: each costs a tenth of a second, and so many texts are read again after a kill."""
_MOST_TOLD = 20


@dataclass(frozen=True)
class RejectedCapture:
    """A capture that became no article, and why."""

    url: str
    reason: str
    """`stage:reason`, with the detail where there is one."""


@dataclass
class IndexingReport:
    """What became of captures and texts."""

    articles: int = 0
    """Written to the index."""
    claims: int = 0
    outcomes: dict[str | None, Counter[str]] = field(default_factory=dict)
    """By source: captures decided, as `text` or `stage:reason`."""
    rejected: list[RejectedCapture] = field(default_factory=list)
    """The first ones of what users added by hand."""
    unread: list[str] = field(default_factory=list)
    """The first texts that could not be read, each with the reason."""
    unread_count: int = 0

    @property
    def texts(self) -> int:
        """Captures from which a text was read, known or new."""
        return sum(outcomes["text"] for outcomes in self.outcomes.values())

    @property
    def rejections(self) -> Counter[str]:
        """Captures that became no article, by `stage:reason`."""
        total: Counter[str] = Counter()
        for outcomes in self.outcomes.values():
            total.update({kind: number for kind, number in outcomes.items() if kind != "text"})
        return total


def index_pending(workspace: Workspace) -> IndexingReport:
    """Extract what has no outcome, read and index what is not indexed yet; a kill at any moment loses nothing.

    Raises LockedError, ArchiveError, StateError, WorkerError and SearchIndexError.
    """
    try:
        return _index_pending(workspace)
    except (LockedError, WorkerError, SearchIndexError):
        say("What was captured is kept; it is read and indexed once this is put right:")
        raise


def _index_pending(workspace: Workspace) -> IndexingReport:
    settings, state = workspace.settings, workspace.state
    report = IndexingReport()
    if is_index_missing(settings):
        # Whatever was indexed is gone with it. Before the new one is made: a kill in between is made good again.
        state.forget_indexed()
    stored = state.count_unindexed()
    with show_progress("reading", total=stored + state.count_outcomes().get("pending", 0)) as progress:

        def note(outcome: Outcome) -> None:
            _count_outcome(report, workspace, outcome)
            progress.advance()

        harvested = process_pending(workspace.archive, state, settings, sources=workspace.sources, on_outcome=note)
        with closing(harvested):
            # The first step takes the lock of the texts: under it nobody else opens the index for writing.
            first = next(harvested, None)
            with open_index(settings, writable=True) as index:
                writer = TextWriter(index, workspace, report)
                texts = harvested if first is None else chain([first], harvested)
                for number, one in enumerate(read_texts(_leave_out_old(texts, writer), settings)):
                    writer.write(*one)
                    if number < stored:
                        progress.advance()
                writer.flush()
    return report


def read_texts(texts: Iterable[Harvested], settings: Settings) -> Iterator[tuple[Harvested, ReadingAnswer]]:
    """Yield each text with its reading, as they are ready."""
    with WorkerPool(settings.workers, READING, timeout_seconds=_READ_SECONDS) as pool:
        yield from pool.map(texts, lambda harvested: harvested)


def _leave_out_old(texts: Iterable[Harvested], writer: "TextWriter") -> Iterator[Harvested]:
    for harvested in texts:
        if is_current(harvested):
            yield harvested
        else:
            writer.skip(harvested)


def is_current(harvested: Harvested) -> bool:
    """True for the newest text of its article: that is what the index holds."""
    return harvested.text.id == harvested.article.text_ids[-1]


class TextWriter:
    """Writes read texts to the index; what is committed is marked in the state, never the other way round."""

    def __init__(self, index: SearchIndex, workspace: Workspace, report: IndexingReport, *, marks: bool = True) -> None:
        """`marks` False: for an index that is not in use yet; nothing is committed or marked in between."""
        self._index = index
        self._workspace = workspace
        self._report = report
        self._marks = marks
        self._waiting: list[tuple[str, str]] = []
        self._batch_at = datetime.now(UTC)

    def write(self, harvested: Harvested, answer: ReadingAnswer) -> None:
        """Write an article with its text and reading, unless a newer text of it was captured meanwhile."""
        state = self._workspace.state
        article = state.load_article(harvested.article.id)
        if article is not None and article.text_ids and article.text_ids[-1] == harvested.text.id:
            current = harvested.model_copy(update={"article": article})
            indexed = self._make_record(current, answer)
            self._index.write_articles([indexed])
            self._report.articles += 1
            self._report.claims += len(indexed.reading.claims)
        self.skip(harvested)

    def skip(self, harvested: Harvested) -> None:
        """Take note that a text needs no reading any more."""
        if self._marks:
            self._waiting.append((harvested.article.id, harvested.text.id))
            if len(self._waiting) >= _BATCH_TEXTS:
                self.flush()

    def flush(self) -> None:
        """Commit what was written, then mark it."""
        self._index.commit()
        self._workspace.state.mark_all_indexed(self._waiting, at=self._batch_at)
        self._waiting.clear()
        self._batch_at = datetime.now(UTC)

    def _make_record(self, harvested: Harvested, answer: ReadingAnswer) -> IndexedArticle:
        article, text = harvested.article, harvested.text
        reading = answer.reading
        if reading is None:
            self._note_unread(harvested, answer.failure)
            provenance = make_provenance(harvested)
            reading = Reading(article_id=article.id, text_id=text.id, language=text.language, provenance=provenance)
        source = self._workspace.find_source(article.source_id)
        return IndexedArticle(
            article=article,
            text=text,
            reading=reading,
            capture_ids=self._list_captures(harvested),
            source_name=source.name if source else "",
            show=source.show if source else _choose_show(harvested),
            # The moment that the state remembers too: a rebuild keeps it, since nothing is new by it.
            indexed_at=self._workspace.state.find_indexed_at(article.id, text.id) or self._batch_at,
        )

    def _list_captures(self, harvested: Harvested) -> tuple[str, ...]:
        """Of all the article's texts, those of the current one last."""
        older = harvested.article.text_ids[:-1]
        load = self._workspace.state.load_text
        ids = [one for text_id in older for one in load(harvested.article.id, text_id).text.capture_ids]
        return (*ids, *harvested.text.capture_ids)

    def _note_unread(self, harvested: Harvested, failure: str) -> None:
        self._report.unread_count += 1
        if len(self._report.unread) < _MOST_TOLD:
            name = harvested.article.url or harvested.article.given_id or harvested.article.id
            self._report.unread.append(f"{name}: {failure}")


def _choose_show(harvested: Harvested) -> ShowPolicy:
    """Who adds pages by hand answers for showing them; of unknown outlets in others' archives, only extracts."""
    return "full" if harvested.capture.captured_by == "user" else "extract"


def _count_outcome(report: IndexingReport, workspace: Workspace, outcome: Outcome) -> None:
    capture = workspace.state.load_capture(outcome.capture_id)
    assert capture is not None
    rejection = outcome.rejection
    kind = f"{rejection.stage}:{rejection.reason}" if rejection else "text"
    report.outcomes.setdefault(capture.source_id, Counter())[kind] += 1
    if rejection and capture.captured_by == "user" and len(report.rejected) < _MOST_TOLD:
        reason = f"{kind} ({rejection.detail})" if rejection.detail else kind
        report.rejected.append(RejectedCapture(capture.url, reason))
