"""Which linked place holds one that no gazetteer knows: the village of Potou, in the region of Louga."""

import re
from collections.abc import Sequence

from nlp.gazetteer import Gazetteer, Place
from nlp.places.decision import Decision
from nlp.places.pack import PlacePack
from nlp.places.unlisted import Unlisted

_TOWN_LEVEL = 4
_EDGES = ".。!?\n"
_APPOSED = re.compile(r"\s*[,(،，（]\s*(?:[^\W\d_]+\s+){0,2}\Z")
"""Between a place and what holds it: Rasidpura, in Sikar."""
_JOINED = re.compile(r"\s+(?:[^\W\d_]+['\s]+){1,5}\Z")
_RANK = {"country": 0, "region": 0, "province": 1, "prefecture": 2, "city": 3, "county": 3, "township": 4, "village": 5}
"""Wider kinds first: what holds a place is wider than it."""


def find_holder(
    one: Unlisted, decisions: Sequence[Decision], gazetteer: Gazetteer, pack: PlacePack, *, text: str
) -> int | None:
    """Return the place that holds an unlisted one, None where the text names none.

    The first of: what stands behind it as what holds it; the nearest division of its sentence; the last one named
    before; the next one after it. A town holds a village only where it stands behind it; else what holds the town.
    """
    behind = _find_behind(one, decisions, pack, text)
    if behind is not None and _is_wider(gazetteer.place(behind.index), one):
        return _narrow(behind.index, decisions, one, gazetteer, text)
    start, end = _sentence(text, one.start)
    wide = [(decision, index) for decision in decisions if (index := _divide(decision, one, gazetteer)) is not None]
    here = [pair for pair in wide if start <= pair[0].named.start < end]
    if here:
        _, nearest = min(here, key=lambda pair: abs(pair[0].named.start - one.start))
        return _narrow(nearest, [decision for decision, _ in here], one, gazetteer, text)
    before = [pair for pair in wide if pair[0].named.start < one.start]
    divisions = [pair for pair in before if gazetteer.place(pair[1]).level > 0] or before
    if divisions:
        return _narrow(divisions[-1][1], [decision for decision, _ in divisions[-3:]], one, gazetteer, text)
    return next((index for _, index in wide), None)


def _find_behind(one: Unlisted, decisions: Sequence[Decision], pack: PlacePack, text: str) -> Decision | None:
    """The place right behind, joined by a comma or by small words: a town in Sikar, قرية بمحافظة."""
    following = next((decision for decision in decisions if decision.named.start >= one.end), None)
    if following is None:
        return None
    noun = following.named.noun
    begin = noun.start if noun is not None and not noun.is_after and noun.start >= one.end else following.named.start
    gap = text[one.end : begin]
    if _APPOSED.fullmatch(gap) or gap.strip(" ") in _CLITICS:
        return following
    words = gap.split()
    is_joined = bool(words) and _JOINED.fullmatch(gap) is not None and words[-1] in pack.support_before
    return following if is_joined and len(words) <= _MOST_JOINS else None


_CLITICS = ("ب", "")
_MOST_JOINS = 2


def _divide(decision: Decision, one: Unlisted, gazetteer: Gazetteer) -> int | None:
    """The place itself where it may hold the unlisted one; of a town what holds that."""
    place = gazetteer.place(decision.index)
    if place.level == _TOWN_LEVEL:
        return next((parent for parent in place.parents), None)
    return place.index if _is_wider(place, one) else None


def _is_wider(place: Place, one: Unlisted) -> bool:
    return _RANK[place.kind] < _RANK[one.kind]


def _narrow(index: int, others: Sequence[Decision], one: Unlisted, gazetteer: Gazetteer, text: str) -> int:
    """Of a place and those named in the sentence that lie in it, the narrowest."""
    start, end = _sentence(text, one.start)
    inside = [
        other.index
        for other in others
        if start <= other.named.start < end
        and index in gazetteer.place(other.index).parents
        and gazetteer.place(other.index).level != _TOWN_LEVEL
        and _is_wider(gazetteer.place(other.index), one)
    ]
    return max(inside, key=lambda other: len(gazetteer.place(other).parents), default=index)


def _sentence(text: str, at: int) -> tuple[int, int]:
    start = max(text.rfind(sign, 0, at) for sign in _EDGES) + 1
    ends = [found for sign in _EDGES if (found := text.find(sign, at)) >= 0]
    return start, min(ends, default=len(text))
