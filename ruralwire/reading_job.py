"""One text for a worker process to read: what it is given, and what it answers."""

from crawlers.outcome import Harvested
from crawlers.worker_pool import Failure, WorkerTask
from nlp.model.article import Provenance, Reading
from nlp.model.span import Record


class ReadingAnswer(Record):
    """What a worker answers: the reading, or why there is none."""

    reading: Reading | None = None
    failure: str = ""


def make_provenance(harvested: Harvested) -> Provenance:
    """Where a text comes from, up to the page that first showed it; the reader adds itself."""
    capture = harvested.capture
    return Provenance(
        source_id=harvested.article.source_id,
        url=harvested.article.url,
        capture_id=capture.id,
        captured_by=capture.captured_by,
        captured_by_name=capture.captured_by_name,
        captured_at=capture.captured_at,
        extractor=harvested.text.extractor,
    )


def _make_failed(failure: Failure, detail: str) -> ReadingAnswer:
    return ReadingAnswer(failure=f"{failure} ({detail})")


READING = WorkerTask("ruralwire.reading_worker", ReadingAnswer, _make_failed)
