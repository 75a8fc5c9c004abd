"""Which of the places that stand together is the narrowest: X in Y, Y's X, 省市县."""

import itertools
import re
from collections.abc import Sequence

from nlp.binding.stage import Stage
from nlp.model.mention import Mention

_RANK = {"village": 0, "township": 1, "county": 2, "prefecture": 3, "province": 4, "region": 4, "country": 5}
"""Kinds from narrow to wide; cities are of many sizes and have none."""
_GAP_REACH = 45
_WIDER_AFTER = re.compile(
    r"""
      [\s,،]* (?: \b(?:in|of|within|dans|du|de|des|d'|en|del|de\ la|в|во|на|في)\b | \bب | التابع[ةه]?\ ل )
      (?:[\s'-]* [^\W\d_]+ ){0,4} [\s']*          # in the northwestern province of
    | [\s,،(]+ (?: [^\W\d_]+ [\s] ){0,3}          # Danzhai County, southwest …; уезд Юнфу провинции …
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Between a place and a wider one that follows it: "Sikar district in Rajasthan"."""
_BARE = re.compile(r"[\s,،(]+ (?: [^\W\d_]+ [\s] ){0,3}", re.VERBOSE)
_LISTS = re.compile(r"\b(?:and|et|y|e|и|to|à|a|до|إلى|than|que)\b|\bو|、|和|与|及|到", re.IGNORECASE)
_OWNER = re.compile(r"\s*(?:'s|'|的)?\s*(?:[a-z]+\s+){0,2}", re.IGNORECASE)


def find_narrowest(stage: Stage, places: Sequence[Mention]) -> list[Mention]:
    """The places that hold none of the others, in text order, by their parents or by how they stand together."""
    ordered = sorted(places, key=lambda one: one.start)
    wider = {
        id(holder)
        for first, second in itertools.pairwise(ordered)
        if (holder := _holder(stage, first, second)) is not None
    }
    return [one for one in ordered if id(one) not in wider and not _holds_another(one, ordered)]


def _holds_another(place: Mention, others: Sequence[Mention]) -> bool:
    """It is a parent of another; a town that has the name of its region (Tahoua) is no parent of itself."""
    return place.label is not None and any(place.label in one.parents and one.label != place.label for one in others)


def _holder(stage: Stage, first: Mention, second: Mention) -> Mention | None:
    """The one of two neighbours that holds the other, or None."""
    gap = stage.view.folded[first.end : second.start]
    if len(gap) > _GAP_REACH or _LISTS.search(gap) or any(sign.isdigit() or sign in ".;:。；：" for sign in gap):
        return None
    if stage.view.language == "zh":
        return first if gap in ("", "的") and _may_hold(first, second) else None
    if gap.startswith("'s") and _OWNER.fullmatch(gap):
        return first if _may_hold(first, second) else None
    if not _WIDER_AFTER.fullmatch(gap):
        return None
    if _BARE.fullmatch(gap) and not _is_wider(second, first):
        return None
    return second


def _may_hold(wide: Mention, narrow: Mention) -> bool:
    """No narrower kind, as far as the kinds are known."""
    above, below = _RANK.get(wide.place_kind or ""), _RANK.get(narrow.place_kind or "")
    return above is None or below is None or above >= below


def _is_wider(wide: Mention, narrow: Mention) -> bool:
    """A wider kind, both being known (a city is wider than a village, narrower than a province)."""
    kinds = (wide.place_kind or "", narrow.place_kind or "")
    ranks = [_RANK.get(kind, 2 if kind == "city" else None) for kind in kinds]
    return ranks[0] is not None and ranks[1] is not None and ranks[0] > ranks[1]
