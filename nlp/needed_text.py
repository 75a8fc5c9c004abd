"""What a text must hold for a regular expression to match in it: a few literals, and how far around them it reaches.

The prefilter of RE2 and Hyperscan: most of a text holds nothing that an expression could match, and looking for
literals is many times faster than trying an expression at each character.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from re import _constants as ops  # type: ignore[attr-defined]  # the parser of `re`: its tree is what is analysed here
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

UNBOUNDED = 10_000
"""Characters from which on a width counts as without end."""
_MOST_LITERALS = 256
_CAREFUL = re.IGNORECASE | re.MULTILINE | re.DOTALL
_HAN = range(0x3400, 0xA000)
_HAN_WEIGHT = 2
"""A Han character tells as much as two letters."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Any match holds one of the literals, at most `before` characters from its start; it ends `after` from there."""

    literals: frozenset[str]
    before: int
    after: int

    @property
    def _rank(self) -> tuple[int, int]:
        """How seldom a text will hold one of them, by guess: the shortest literal decides."""
        return min(map(_weight, self.literals)), -len(self.literals)

    def is_rarer_than(self, other: "Needed | None") -> bool:
        """True where these are better to look for."""
        return other is None or self._rank > other._rank


def find_needed(expression: re.Pattern[str]) -> Needed | None:
    """Return what any match of an expression holds, None where nothing can be told.

    >>> found = find_needed(re.compile("(?:in |by )?(?:early|late) [0-9]{4}"))
    >>> sorted(found.literals), found.before, found.after
    (['early', 'late'], 3, 10)
    """
    if expression.flags & _CAREFUL:
        return None
    return _of_sequence(list(parser.parse(expression.pattern)))


def _of_sequence(nodes: Sequence[Any]) -> Needed | None:
    """The rarest of what the parts of a sequence need."""
    widths = [_longest(node) for node in nodes]
    best: Needed | None = None
    at = 0
    while at < len(nodes):
        run = _literal_run(nodes, at)
        last = at + max(1, len(run))
        found = Needed(frozenset((run,)), 0, len(run)) if run else _of_node(nodes[at])
        if found is not None:
            before, after = sum(widths[:at]) + found.before, sum(widths[last:]) + found.after
            placed = Needed(found.literals, min(before, UNBOUNDED), min(after, UNBOUNDED))
            best = placed if placed.is_rarer_than(best) else best
        at = last
    return best


def _of_node(node: Any) -> Needed | None:
    kind, value = node
    if kind is ops.SUBPATTERN:
        _, flags, _, inner = value
        return None if flags else _of_sequence(list(inner))
    if kind is ops.BRANCH:
        return _of_branches([_of_sequence(list(branch)) for branch in value[1]])
    if kind is ops.IN and all(one[0] is ops.LITERAL for one in value):
        return Needed(frozenset(chr(one[1]) for one in value), 0, 1)
    if kind in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[0] > 0:
        once = _of_sequence(list(value[2]))
        return None if once is None else Needed(once.literals, once.before, _longest(node))
    return None


def _of_branches(branches: list[Needed | None]) -> Needed | None:
    known = [branch for branch in branches if branch is not None]
    literals = frozenset[str]().union(*(branch.literals for branch in known))
    if len(known) < len(branches) or len(literals) > _MOST_LITERALS:
        return None
    return Needed(literals, max(branch.before for branch in known), max(branch.after for branch in known))


def _literal_run(nodes: Sequence[Any], at: int) -> str:
    run = ""
    while at < len(nodes) and nodes[at][0] is ops.LITERAL:
        run += chr(nodes[at][1])
        at += 1
    return run


def _longest(node: Any) -> int:
    """The most characters that a part can match."""
    pattern = parser.SubPattern(parser.State(), [node])
    return min(int(pattern.getwidth()[1]), UNBOUNDED)


def _weight(literal: str) -> int:
    """Spaces tell nothing: they stand everywhere."""
    return sum(_HAN_WEIGHT if ord(character) in _HAN else 1 for character in literal if not character.isspace())
