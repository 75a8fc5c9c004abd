"""Spans whose numbers are no figures, asked by offset."""

from bisect import bisect_right
from collections.abc import Sequence

from nlp.model.span import Span

_NESTED = 2
"""Spans may nest: how many before the nearest are looked at."""


class Mask:
    """Years and dates, names of places and organisations with numbers in them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in self._spans]

    def covers(self, start: int, end: int) -> bool:
        """True where a span shares a code point with [start, end)."""
        at = bisect_right(self._starts, start) - 1
        return any(first < end and start < last for first, last in self._spans[max(0, at - _NESTED) : at + 2])
