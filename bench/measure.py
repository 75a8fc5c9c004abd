"""Measures work: seconds of the work alone, and the most memory that the process has held."""

import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import Literal, TypeVar

from nlp.model.span import Record

_STATUS = Path("/proc/self/status")
Item = TypeVar("Item")
Reader = Literal["ruralwire", "recognizers-text", "quantulum3"]
"""Readers of quantities in English text."""


class Part(Record):
    """What was measured in one language."""

    unit: str
    items: int
    seconds: float
    figures: int = 0
    """How many figures the texts hold: how dense they are."""

    @property
    def per_second(self) -> float:
        """Items in a second."""
        return self.items / self.seconds if self.seconds else 0.0


class Measurement(Record):
    """What one process measured."""

    items: int
    seconds: float
    peak_bytes: int | None = None
    """The most resident memory of the process, None where the system does not tell."""
    apart_seconds: float | None = None
    """What was done before and left out of `seconds`, where that was timed too."""
    parts: dict[str, Part] = {}
    """The same by language, where each was timed apart."""

    @property
    def per_second(self) -> float:
        """Items in a second."""
        return self.items / self.seconds if self.seconds else 0.0


class Doubling(Record):
    """How long a text of one kind takes, and one twice as long."""

    kind: str
    characters: int
    seconds: float
    twice_seconds: float

    @property
    def ratio(self) -> float:
        """About 2 where the time is linear in the length, 4 where it is quadratic."""
        return self.twice_seconds / self.seconds if self.seconds else 0.0


class ReaderSpeed(Record):
    """Words that another reader of quantities takes in a second, None where it is not installed."""

    reader: str
    words_per_second: float | None = None


class Stopwatch:
    """Adds up the time of the blocks that it times."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._begun = 0.0

    def __enter__(self) -> None:
        self._begun = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._begun


def measure_each(read: Callable[[], Iterable[Item]], work: Callable[[Item], object], *, warm: int) -> Measurement:
    """Return how long `work` takes for all that `read` gives, reading apart.

    The first `warm` items are worked on once before, so that what is loaded with the first of a kind is not timed.
    """
    for item in islice(read(), warm):
        work(item)
    watch, count = Stopwatch(), 0
    for item in read():
        with watch:
            work(item)
        count += 1
    return Measurement(items=count, seconds=watch.seconds, peak_bytes=read_peak_bytes())


def read_peak_bytes() -> int | None:
    """Return the most resident memory that this process has held."""
    if _STATUS.is_file():
        # Not getrusage: there a process begins with the memory of the one that started it.
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
