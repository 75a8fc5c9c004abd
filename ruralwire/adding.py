"""Takes what users hand in into the archive, on whose behalf, and counts it."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from crawlers.crawl import fetch_pages
from crawlers.crawl_event import CrawlEvent
from crawlers.importing import ImportReport, import_page, import_texts, import_warc
from crawlers.intake import Intake
from ruralwire.added_input import AddedInput, read_json_rows
from ruralwire.progress import Progress, show_progress
from ruralwire.workspace import Workspace


@dataclass
class AddingReport:
    """What was taken in, and what was not and why."""

    taken_in: int = 0
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    error: str = ""
    """Why the fetching of pages broke off."""
    is_busy: bool = False


def add_pages(workspace: Workspace, urls: Sequence[str], *, by: str) -> AddingReport:
    """Capture pages now; raises ConfigError where no contact is configured for other hosts than this one."""
    report = AddingReport()
    with show_progress("fetching", total=len(urls)) as progress:

        def note(event: CrawlEvent) -> None:
            if event.kind in ("captured", "not_captured"):
                progress.advance()
            if event.kind == "not_captured":
                detail = f" ({event.detail})" if event.detail else ""
                report.problems.append(f"{event.url}: not captured: {event.reason}{detail}")

        fetched = fetch_pages(urls, workspace.settings, by=by, sources=workspace.sources, on_progress=note)
    report.taken_in = fetched.captured
    report.error, report.is_busy = fetched.error, fetched.is_busy
    return report


def add_files(
    workspace: Workspace, inputs: Iterable[AddedInput], *, by: str, page_url: str | None = None
) -> AddingReport:
    """Take in files; `page_url` is the address of the one page among them. Raises LockedError, ArchiveError."""
    report = AddingReport()
    rotate_bytes = workspace.settings.archive.rotate_bytes
    with (
        Intake(workspace.archive, workspace.state, rotate_bytes=rotate_bytes) as intake,
        show_progress("taking in") as progress,
    ):
        for one in inputs:
            _merge(report, _import(intake, workspace, one, by, page_url, progress))
    return report


def _import(
    intake: Intake, workspace: Workspace, one: AddedInput, by: str, page_url: str | None, progress: Progress
) -> ImportReport:
    now = datetime.now(UTC)
    max_bytes, sources = workspace.settings.crawl.max_response_bytes, workspace.sources
    if one.kind == "warc":
        return import_warc(intake, one.path, max_bytes=max_bytes, sources=sources, on_record=progress.advance)
    if one.kind == "page":
        progress.advance()
        return import_page(intake, one.path, url=page_url, by=by, now=now, max_bytes=max_bytes, sources=sources)
    try:
        with ExitStack() as stack:
            if one.kind == "json":
                lines: Iterable[bytes] = read_json_rows(one.path)
            elif one.path == Path():
                lines = sys.stdin.buffer
            else:
                lines = stack.enter_context(one.path.open("rb"))
            return import_texts(
                intake,
                lines,
                name=one.name,
                by=by,
                now=now,
                max_bytes=max_bytes,
                counted_as="article" if one.kind == "json" else "line",
                on_record=progress.advance,
            )
    except (ValueError, RecursionError) as error:
        return ImportReport(problems=[f"{one.name}: not JSON ({error}); JSON Lines go into a file named .jsonl."])
    except OSError as error:
        return ImportReport(problems=[f"{one.name}: cannot be read: {error.strerror}."])


def _merge(report: AddingReport, one: ImportReport) -> None:
    report.taken_in += one.taken_in
    report.known += one.known
    report.skipped.update(one.skipped)
    report.problems += one.problems
