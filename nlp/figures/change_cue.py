"""Words of change before a figure: which way they point, how far they reach."""

from typing import NamedTuple

from nlp.figures.draft import Scene
from nlp.figures.grammar import Grammar
from nlp.model.quantity import Change

REACH = 14
"""How many tokens before a figure its verb of change may stand."""
CLAUSE_END = frozenset(";؛；。!?؟！？")
"""A full stop is no such sign: it ends abbreviations (п. п.) as well as sentences, which are known."""
SOFT_END = frozenset(",،，、:：")
RATIOS = frozenset(("percent", "percentage_point", "times", "per_mille"))
_TIME_REACH = 9
"""Tokens behind a compared figure in which a word of time makes it the earlier value."""


class CueFound(NamedTuple):
    """A word of change: "up" or "down", and the token after it."""

    direction: str
    last: int


def find_cue_before(scene: Scene, grammar: Grammar, lead: int, *, weak: str | None) -> CueFound | None:
    """The last word of change in the clause before the token `lead`.

    `weak`: words that mean a change only beside a preposition or a ratio (raise, lose, add) count too where it is not
    None, those of its direction alone where it names one.
    """
    at = lead
    while at > 0 and lead - at <= REACH:
        if scene.norm(at - 1) in CLAUSE_END or scene.sentence_of[at - 1] != scene.sentence_of[lead]:
            return None
        found = grammar.change["cue"].match_before(scene.tokens, at)
        if found is None and weak is not None:
            found = grammar.change["weak"].match_before(scene.tokens, at)
            if found is not None and weak and found.payload != weak:
                found = None
        if found is not None and found.last == at:
            return CueFound(found.payload, at)
        at -= 1
    return None


def is_dated(scene: Scene, first: int, last: int) -> bool:
    """A year earlier, en 2022, в прошлом году: a word of time soon behind the tokens [first, last)."""
    end = scene.tokens[last - 1].end
    limit = min(last + _TIME_REACH, len(scene.tokens)) - 1
    reach = scene.tokens[limit].end if scene.sentence_of[limit] == scene.sentence_of[first] else end
    return any(end <= start <= reach for start, _ in scene.periods)


def step(direction: str) -> Change:
    """By how much: increase_by or decrease_by."""
    return "decrease_by" if direction == "down" else "increase_by"


def level(direction: str) -> Change:
    """The level reached: increase_to or decrease_to."""
    return "decrease_to" if direction == "down" else "increase_to"
