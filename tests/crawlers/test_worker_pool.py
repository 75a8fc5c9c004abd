"""The pool of worker processes: what goes wrong costs one job."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawlers.extraction_job import EXTRACTION, ExtractionJob
from crawlers.outcome import NO_HINT
from crawlers.worker_pool import WorkerError, WorkerPool
from nlp.model.article import Capture
from settings.source import ExtractHints

BROKEN = replace(EXTRACTION, module="tests.crawlers.broken_worker")


def make_job(url: str) -> ExtractionJob:
    capture = Capture(id="0" * 32, url=url, captured_at=datetime(2026, 1, 1, tzinfo=UTC))
    return ExtractionJob(
        archive_dir=Path(),
        capture=capture,
        hint=NO_HINT,
        timezone="UTC",
        extract_hints=ExtractHints(),
        max_bytes=1000,
    )


def test_a_crash_and_a_hang_cost_one_page_each() -> None:
    urls = ["1", "crash", "2", "hang", "3", "crash", "4"]
    with WorkerPool(2, BROKEN, timeout_seconds=1.5) as pool:
        answers = list(pool.map(urls, make_job))
    reasons = sorted((url, answer.rejection.reason) for url, answer in answers if answer.rejection)
    assert reasons == [
        ("1", "read"),
        ("2", "read"),
        ("3", "read"),
        ("4", "read"),
        ("crash", "extractor_crashed"),
        ("crash", "extractor_crashed"),
        ("hang", "timeout"),
    ]


def test_items_are_taken_in_only_as_fast_as_they_are_read() -> None:
    taken = 0

    def count() -> Iterator[str]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield str(number)

    with WorkerPool(1, BROKEN, timeout_seconds=5) as pool:
        answers = pool.map(count(), make_job)
        for _ in range(3):
            next(answers)
        assert taken < 10
        answers.close()


def test_a_worker_that_cannot_start_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    with (
        WorkerPool(1, replace(EXTRACTION, module="no_such_module"), timeout_seconds=5) as pool,
        pytest.raises(WorkerError, match="ended at its start"),
    ):
        list(pool.map(["1"], make_job))
