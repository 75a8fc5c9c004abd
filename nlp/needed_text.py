"""What a text must hold for a regular expression to match in it: a few literals, and how far around them it reaches.

The prefilter of RE2 and Hyperscan: most of a text holds nothing that an expression could match, and looking for
literals is many times faster than trying an expression at each character.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import _constants as ops  # type: ignore[attr-defined]  # the parser of `re`: its tree is what is analysed here
from re import _parser as parser  # type: ignore[attr-defined]  # the parser itself
from typing import Any

UNBOUNDED = 10_000
"""Characters from which on a width counts as without end."""
_MOST_LITERALS = 256
_CAREFUL = re.IGNORECASE | re.MULTILINE | re.DOTALL
_HAN = range(0x3400, 0xA000)
_RARE_WEIGHT = 2
"""A Han character or a digit tells as much as two letters."""


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
    """The rarest of what the parts of a sequence need: of one part, or of several that are literal together."""
    widths = [_longest(node) for node in nodes]
    best: Needed | None = None
    for first, node in enumerate(nodes):
        found = [(first + 1, _of_node(node)), *_of_runs(nodes, first)]
        for last, needed in found:
            if needed is not None:
                before, after = sum(widths[:first]) + needed.before, sum(widths[last:]) + needed.after
                placed = Needed(needed.literals, min(before, UNBOUNDED), min(after, UNBOUNDED))
                best = placed if placed.is_rarer_than(best) else best
    return best


def _of_runs(nodes: Sequence[Any], first: int) -> Iterator[tuple[int, Needed]]:
    """What the parts from one on need together, as long as they are literal: fiscal and fy, for f(?:iscal|y)."""
    texts = frozenset(("",))
    for last in range(first, len(nodes)):
        more = _exact(nodes[last])
        if more is None or (last == first and "" in more) or len(texts) * len(more) > _MOST_LITERALS:
            return
        texts = frozenset(text + end for text in texts for end in more)
        yield last + 1, Needed(texts, 0, max(map(len, texts)))


def _exact(node: Any) -> frozenset[str] | None:
    """All that a part can match, None where that is not a short list."""
    kind, value = node
    if kind is ops.LITERAL:
        return frozenset((chr(value),))
    if kind in (ops.ASSERT, ops.ASSERT_NOT, ops.AT):
        return frozenset(("",))
    if kind is ops.IN and all(one[0] is ops.LITERAL for one in value):
        return frozenset(chr(one[1]) for one in value)
    if kind is ops.SUBPATTERN and not value[1]:
        return _exact_sequence(value[3])
    if kind is ops.BRANCH:
        branches = [_exact_sequence(branch) for branch in value[1]]
        return None if None in branches else frozenset[str]().union(*(branch or () for branch in branches))
    if kind in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[1] == 1:
        once = _exact_sequence(value[2])
        return None if once is None else once | frozenset(("",) if value[0] == 0 else ())
    return None


def _exact_sequence(nodes: Iterable[Any]) -> frozenset[str] | None:
    texts = frozenset(("",))
    for node in nodes:
        more = _exact(node)
        if more is None or len(texts) * len(more) > _MOST_LITERALS:
            return None
        texts = frozenset(text + end for text in texts for end in more)
    return texts


def _of_node(node: Any) -> Needed | None:
    kind, value = node
    if kind is ops.SUBPATTERN:
        _, flags, _, inner = value
        return None if flags else _of_sequence(list(inner))
    if kind is ops.BRANCH:
        return _of_branches([_of_sequence(list(branch)) for branch in value[1]])
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


def _longest(node: Any) -> int:
    """The most characters that a part can match."""
    pattern = parser.SubPattern(parser.State(), [node])
    return min(int(pattern.getwidth()[1]), UNBOUNDED)


def _weight(literal: str) -> int:
    """Spaces tell nothing: they stand everywhere; a digit tells more than a letter."""
    return sum(
        _RARE_WEIGHT if character.isdecimal() or ord(character) in _HAN else 1
        for character in literal
        if not character.isspace()
    )
