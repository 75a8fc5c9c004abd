"""Runs many regular expressions over a text, each only around the literals that a match of it must hold."""

import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from nlp.needed_text import UNBOUNDED, Needed, find_needed

_MARGIN = 32
"""Characters that are shown to an expression beyond the end of a match, for what it looks ahead at."""


class ExpressionScanner:
    """Finds what `finditer` of each expression finds, in one pass over the text for all of them."""

    def __init__(self, expressions: Sequence[re.Pattern[str]]) -> None:
        self._expressions = tuple(expressions)
        self._needed = tuple(map(_find_bounded, expressions))
        self._unfiltered = tuple(index for index, needed in enumerate(self._needed) if needed is None)
        owners: dict[str, list[int]] = {}
        for index, needed in enumerate(self._needed):
            for literal in needed.literals if needed is not None else ():
                owners.setdefault(literal, []).append(index)
        self._owners = tuple(map(tuple, owners.values()))
        self._automaton = AhoCorasick(list(owners))

    def find(self, text: str) -> list[tuple[int, re.Match[str]]]:
        """Return all matches, each with the index of its expression; by expression, then by place."""
        places: dict[int, list[int]] = {index: [] for index in self._unfiltered}
        for literal, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for index in self._owners[literal]:
                places.setdefault(index, []).append(start)
        found: list[tuple[int, re.Match[str]]] = []
        for index in sorted(places):
            expression, needed = self._expressions[index], self._needed[index]
            if needed is None:
                found.extend((index, match) for match in expression.finditer(text))
            else:
                found.extend((index, match) for match in _find_around(expression, needed, places[index], text))
        return found


def _find_bounded(expression: re.Pattern[str]) -> Needed | None:
    needed = find_needed(expression)
    return None if needed is None or max(needed.before, needed.after) >= UNBOUNDED else needed


def _find_around(expression: re.Pattern[str], needed: Needed, places: list[int], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at or within reach before one of the places where a literal stands."""
    end = 0
    for first, last in _stretches(sorted(places), needed.before):
        at, stop = max(first, end), last + needed.after + _MARGIN
        while at <= last and (match := expression.search(text, at, stop)) is not None and match.start() <= last:
            yield match
            at = end = match.end()


def _stretches(places: list[int], before: int) -> Iterator[tuple[int, int]]:
    """Where matches may begin: stretches [first, last], those that touch as one."""
    first, last = max(0, places[0] - before), places[0]
    for place in places:
        if place - before > last:
            yield first, last
            first = place - before
        last = place
    yield first, last
