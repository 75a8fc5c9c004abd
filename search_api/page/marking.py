"""Cuts a text into pieces, marked and unmarked, so that a page can show what was read where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.model.claim import Claim
from nlp.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that a page shows at [start, end) of a text."""

    start: int
    end: int
    kind: str
    """figure, word, place, product or organisation: also its class in the style sheet."""
    claim: Claim | None = None
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with at most one mark."""

    text: str
    mark: Mark | None = None


def cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return text[start:end] in pieces; joined they are that text. Marks are in order and do not overlap."""
    pieces: list[Piece] = []
    at = start
    for mark in marks:
        if mark.end <= at or mark.start >= end:
            continue
        first, last = max(mark.start, at), min(mark.end, end)
        if first > at:
            pieces.append(Piece(text[at:first]))
        pieces.append(Piece(text[first:last], mark))
        at = last
    if at < end:
        pieces.append(Piece(text[at:end]))
    return tuple(pieces)


def choose_marks(*groups: Iterable[Mark], length: int) -> tuple[Mark, ...]:
    """Return marks in order without overlaps: those of earlier groups win, within a group longer ones.

    Marks that do not lie in a text of this length are left out.
    """
    taken: list[Mark] = []
    covered = bytearray(length)
    for group in groups:
        for mark in sorted(group, key=lambda one: (one.start - one.end, one.start)):
            if 0 <= mark.start < mark.end <= length and not any(covered[mark.start : mark.end]):
                covered[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
                taken.append(mark)
    return tuple(sorted(taken, key=lambda mark: mark.start))


def paragraphs(body: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the lines of a body that hold something."""
    spans, start = [], 0
    for line in body.splitlines(keepends=True):
        if line.strip():
            spans.append((start, start + len(line.rstrip())))
        start += len(line)
    return tuple(spans)
