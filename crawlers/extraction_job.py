"""One page for a worker process to read: where it stands in the archive, and what is known of it."""

from pathlib import Path

from crawlers.archive import Archive
from crawlers.extracted_page import ExtractedPage
from crawlers.given_text import MEDIA_TYPE, extract_given_text
from crawlers.outcome import PageHint
from crawlers.worker_pool import Failure, WorkerTask
from nlp.model.article import Capture, Rejection
from nlp.model.span import Record
from settings.source import ExtractHints


class ExtractionJob(Record):
    """What a worker is asked."""

    archive_dir: Path
    capture: Capture
    hint: PageHint
    timezone: str
    extract_hints: ExtractHints
    max_bytes: int


class ExtractionAnswer(Record):
    """What a worker answers: one of the two."""

    page: ExtractedPage | None = None
    rejection: Rejection | None = None


def run_extraction(job: ExtractionJob) -> ExtractionAnswer:
    """Read the capture from the archive, and its article from the capture."""
    capture = job.capture
    record = Archive(job.archive_dir).read(capture.warc_file, capture.warc_offset)
    if record.type == "resource" and capture.media_type == MEDIA_TYPE:
        result = extract_given_text(record.payload)
    else:
        # Imported here: the pool's own process, and workers that are given texts, do without trafilatura.
        from crawlers.extraction import extract_page

        result = extract_page(
            record.payload,
            url=capture.url,
            content_type=record.http_header("Content-Type") if record.http_start else record.content_type,
            http_status=capture.http_status,
            content_coding=record.http_header("Content-Encoding"),
            timezone=job.timezone,
            hint=job.hint,
            extract_hints=job.extract_hints,
            max_bytes=job.max_bytes,
        )
    if isinstance(result, Rejection):
        return ExtractionAnswer(rejection=result)
    return ExtractionAnswer(page=result)


def _make_failed(failure: Failure, detail: str) -> ExtractionAnswer:
    reason = "timeout" if failure == "timeout" else "extractor_crashed"
    return ExtractionAnswer(rejection=Rejection(stage="extract", reason=reason, detail=detail))


EXTRACTION = WorkerTask("crawlers.extraction_worker", ExtractionAnswer, _make_failed)
