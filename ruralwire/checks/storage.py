"""Checks what is kept: data folder, disk, state and archive."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from crawlers.archive import SERIES, Archive, ArchiveError, count_torn_bytes
from crawlers.database import StateError
from crawlers.lock import LockedError, WriterLock
from crawlers.state import State
from ruralwire.checks.finding import Finding, Level
from ruralwire.summary import count
from ruralwire.workspace import has_state
from settings.config import Settings

_MEBIBYTE, _GIBIBYTE = 1 << 20, 1 << 30
_LITTLE_BYTES = 5 * _GIBIBYTE
_TOO_LITTLE_BYTES = _GIBIBYTE // 4


def check_folder(settings: Settings) -> Iterator[Finding]:
    """Yield whether the data folder can be written, and how much room there is."""
    folder = settings.data_dir
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    try:
        with tempfile.NamedTemporaryFile(dir=nearest):
            pass
    except OSError as error:
        advice = "Give yourself the right to write there, or set another data_dir."
        yield Finding("problem", f"data folder: {folder} cannot be written: {error.strerror}", advice)
        return
    yield Finding("ok", f"data folder: {folder}" + ("" if nearest == folder else " (made when first needed)"))
    free = shutil.disk_usage(nearest).free
    what = f"disk: {_describe_size(free)} free"
    if free < _LITTLE_BYTES:
        level: Level = "problem" if free < _TOO_LITTLE_BYTES else "warning"
        yield Finding(level, what, "Make room, or set data_dir to a larger disk: a full disk ends a crawl.")
    else:
        yield Finding("ok", what)


def check_state(settings: Settings) -> Iterator[Finding]:
    """Yield whether the state opens, and what it knows."""
    if not has_state(settings):
        yield Finding("ok", "state: none yet, the first crawl makes it")
        return
    try:
        with State(settings.database_url) as state:
            outcomes = state.count_outcomes()
            pending = outcomes.get("pending", 0)
            what = f"state: {count(sum(outcomes.values()), 'capture')}, {count(state.count_articles(), 'article')}"
            if pending:
                advice = "The next `ruralwire crawl` or `ruralwire add` reads them."
                yield Finding("warning", f"{what}; {count(pending, 'capture')} without an outcome", advice)
            else:
                yield Finding("ok", what)
    except StateError as error:
        advice = (
            "Should the database be damaged: move it away and run `ruralwire rebuild`, which makes it again from the "
            "archive."
        )
        yield Finding("problem", f"state: {error}", advice)


def check_archive(settings: Settings) -> Iterator[Finding]:
    """Yield whether the WARC files end in whole records, whether all are there, and who writes them."""
    archive = Archive(settings.archive_dir)
    files = [settings.archive_dir / name for series in SERIES for name in archive.list_files(series)]
    if not files:
        yield Finding("ok", "archive: none yet, the first crawl makes it")
    yield from _check_writers(settings.archive_dir)
    torn = 0
    for file in files:
        try:
            torn_bytes = count_torn_bytes(file)
        except ArchiveError as error:
            yield Finding("problem", f"archive: {error}", "Give yourself the right to read it.")
            continue
        if torn_bytes:
            torn += 1
            advice = "A process was killed there; the next one that writes sets these bytes aside."
            yield Finding("warning", f"archive: {file.name}: the last {torn_bytes} bytes are no whole record", advice)
    yield from _check_completeness(settings, files)
    if files and not torn:
        size = sum(file.stat().st_size for file in files)
        yield Finding("ok", f"archive: {count(len(files), 'file')}, {_describe_size(size)}, whole to the end")


def _describe_size(size_bytes: int) -> str:
    return f"{size_bytes / _GIBIBYTE:,.1f} GiB" if size_bytes >= _GIBIBYTE else f"{size_bytes / _MEBIBYTE:,.1f} MiB"


def _check_writers(folder: Path) -> Iterator[Finding]:
    for series in SERIES:
        lock_file = folder / f"{series}.lock"
        if not lock_file.exists():
            continue
        try:
            WriterLock(lock_file, what=f"archive: {series}").close()
        except LockedError as error:
            yield Finding("ok", str(error).partition(". Wait")[0])
        except OSError as error:
            yield Finding("problem", f"archive: {lock_file}: {error.strerror}", "Give yourself the right to write it.")


def _check_completeness(settings: Settings, files: list[Path]) -> Iterator[Finding]:
    """What the state knows of must be there: captures and texts are read where it says they stand."""
    if not has_state(settings):
        return
    sizes = {file.name: file.stat().st_size for file in files}
    try:
        with State(settings.database_url) as state:
            known = state.list_taken_in()
    except StateError:
        return  # told by its own check
    for name, taken_in in known.items():
        if sizes.get(name, 0) < taken_in:
            what = f"archive: {name} is missing" if name not in sizes else f"archive: {name} has lost its end"
            yield Finding("problem", what, f"Restore it from a backup into {settings.archive_dir}.")
    behind = sum(1 for name, size in sizes.items() if known.get(name, 0) < size)
    if behind:
        advice = "The next `ruralwire crawl` or `ruralwire add` takes it in."
        yield Finding("warning", f"archive: {count(behind, 'file')} with records that the state does not know", advice)
