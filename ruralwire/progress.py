"""Progress of long work: a bar on a terminal, else a plain line now and then."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichProgress

from ruralwire.console import err, say

_SECONDS_BETWEEN_LINES = 10.0


class Progress(Protocol):
    """What long work tells of itself."""

    def set(self, done: int, *, total: int | None = None) -> None:
        """So much is done, of so much where that is known."""

    def advance(self) -> None:
        """One more is done."""


class _Bar:
    def __init__(self, rich: RichProgress, what: str, total: int | None) -> None:
        self._rich = rich
        self._task = rich.add_task(what, total=total)

    def set(self, done: int, *, total: int | None = None) -> None:
        self._rich.update(self._task, completed=done, total=total)

    def advance(self) -> None:
        self._rich.advance(self._task)


class _Lines:
    def __init__(self, what: str, total: int | None) -> None:
        self._what = what
        self._done, self._total = 0, total
        self._told_at = time.monotonic()

    def set(self, done: int, *, total: int | None = None) -> None:
        self._done = done
        self._total = total if total is not None else self._total
        if time.monotonic() - self._told_at >= _SECONDS_BETWEEN_LINES:
            self._told_at = time.monotonic()
            say(f"{self._what}: {self._done:,}" + (f" of {self._total:,}" if self._total else ""))

    def advance(self) -> None:
        self.set(self._done + 1)


@contextmanager
def show_progress(what: str, *, total: int | None = None) -> Iterator[Progress]:
    """Show how far `what` is while the block runs; nothing of it stays on a terminal."""
    if not sys.stderr.isatty():
        yield _Lines(what, total)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with RichProgress(*columns, console=err, transient=True) as rich:
        yield _Bar(rich, what, total)
