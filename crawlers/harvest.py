"""From captures to articles: extraction, its outcome kept, and what is to be read and indexed given out."""

from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import UTC, datetime

from crawlers.archive import Archive, ArchiveWriter
from crawlers.article_rows import StoredText
from crawlers.extracted_page import ExtractedPage, describe_extractor
from crawlers.extraction_job import EXTRACTION, ExtractionAnswer, ExtractionJob
from crawlers.given_text import GIVEN_PREFIX
from crawlers.outcome import Harvested, Outcome, ReadArticle
from crawlers.reconcile import reconcile
from crawlers.state import PendingCapture, State
from crawlers.text_record import append_outcome, read_body
from crawlers.worker_pool import WorkerPool
from nlp.model.article import Article
from nlp.model.identity import make_article_id, make_text_id
from settings.config import Settings
from settings.source import ExtractHints, Source

_NO_EXTRACT_HINTS = ExtractHints()

OnOutcome = Callable[[Outcome], None]


def process_pending(
    archive: Archive,
    state: State,
    settings: Settings,
    *,
    sources: Sequence[Source],
    on_outcome: OnOutcome | None = None,
) -> Generator[Harvested, None, None]:
    """Extract all captures without outcome; yield each new article's text once, to be read and indexed.

    Call `state.mark_indexed(article.id, text.id)` once a text is safely in the index: what is not marked is
    yielded again by the next call, first. Raises LockedError, ArchiveError, StateError and WorkerError.
    """
    given_out: set[tuple[str, str]] = set()
    with archive.open_writer("texts", rotate_bytes=settings.archive.rotate_bytes) as writer:
        reconcile(archive, state)
        for stored in state.iterate_texts(only_unindexed=True):
            given_out.add((stored.article.id, stored.text.id))
            yield _load(archive, stored)
        by_id = {source.id: source for source in sources}
        with WorkerPool(settings.workers, EXTRACTION, timeout_seconds=settings.extract.timeout_seconds) as pool:
            answers = pool.map(
                state.iterate_pending(),
                lambda pending: _make_job(archive, settings, pending, by_id.get(pending.capture.source_id or "")),
            )
            for pending, answer in answers:
                source = by_id.get(pending.capture.source_id or "")
                outcome = _keep_outcome(state, writer, pending, answer, source)
                if on_outcome is not None:
                    on_outcome(outcome)
                for read in outcome.articles:
                    pair = (read.article.id, read.text_id)
                    if pair not in given_out and not state.is_indexed(*pair):
                        given_out.add(pair)
                        yield _load(archive, state.load_text(*pair))


def iterate_texts(archive: Archive, state: State) -> Iterator[Harvested]:
    """Yield all texts of all articles, for a rebuild: by article, oldest text first."""
    reconcile(archive, state)
    for stored in state.iterate_texts():
        yield _load(archive, stored)


def reopen_captures(state: State, *, only_other_versions: bool = False) -> int:
    """Let `process_pending` extract the captures anew; return how many. A kill in between loses nothing."""
    return state.reopen_captures(extractor=describe_extractor() if only_other_versions else None)


def _make_job(archive: Archive, settings: Settings, pending: PendingCapture, source: Source | None) -> ExtractionJob:
    return ExtractionJob(
        archive_dir=archive.folder,
        capture=pending.capture,
        hint=pending.hint,
        timezone=source.timezone if source else "UTC",
        extract_hints=source.extract if source else _NO_EXTRACT_HINTS,
        max_bytes=settings.crawl.max_response_bytes,
    )


def _keep_outcome(
    state: State,
    writer: ArchiveWriter,
    pending: PendingCapture,
    answer: ExtractionAnswer,
    source: Source | None,
) -> Outcome:
    bodies: dict[str, str] = {}
    articles: tuple[ReadArticle, ...] = ()
    if (page := answer.page) is not None:
        text_id = make_text_id(page.body)
        if not state.has_text(text_id):
            bodies[text_id] = page.body
        article = _make_article(page, pending, source)
        articles = (ReadArticle(article=article, text_id=text_id, headline=page.headline),)
    outcome = Outcome(
        capture_id=pending.capture.id,
        decided_at=datetime.now(UTC),
        extractor=describe_extractor(),
        articles=articles,
        rejection=answer.rejection,
    )
    locations, last = append_outcome(writer, outcome, url=pending.capture.url, bodies=bodies)
    state.record_outcome(outcome, bodies=locations, location=last)
    return outcome


def _make_article(page: ExtractedPage, pending: PendingCapture, source: Source | None) -> Article:
    name = page.canonical_url
    has_url = name.startswith(("http://", "https://"))
    given_id = None if has_url else name.removeprefix(GIVEN_PREFIX)
    return Article(
        id=make_article_id(given_id or name),
        url=name if has_url else None,
        given_id=given_id,
        source_id=pending.capture.source_id,
        title=page.title,
        authors=page.authors,
        published_at=page.published_at,
        language=page.language,
        country=source.country if source else None,
    )


def _load(archive: Archive, stored: StoredText) -> Harvested:
    body = read_body(archive, stored.file, stored.offset, text_id=stored.text.id)
    return Harvested(article=stored.article, text=stored.text.model_copy(update={"body": body}), capture=stored.capture)
