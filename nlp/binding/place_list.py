"""The place nearest to a figure, with those that stand in one list with it."""

import re
from collections.abc import Iterable, Sequence

from nlp.binding.stage import Stage
from nlp.model.mention import Mention
from nlp.model.span import Span

_LIST_GAP = re.compile(
    r"""\s* (?: ,?\s*(?P<joins> 和|与|及|以及|\band\b|\bor\b|\bet\b|\bou\b|\by\b|\be\b|\bи\b|\bو ) | [,،、;] )
    \s* و? (?: (?:à|au|aux|a|al|en|de|du|des|vers|hacia|в|во|на|in|to|from|إلى) \b )?
    \s* (?: (?:the|l|le|la|les|el|los) \b )? [\s']*""",
    re.VERBOSE,
)
_AFTER = 5
"""Characters by which a place behind a figure counts as farther off."""


def choose_nearest(
    stage: Stage, places: Sequence[Mention], figure: Span, *, among: Sequence[Mention] = ()
) -> list[Mention]:
    """The place nearest to the figure, with those (`among` more, too) that stand in one list with it."""
    if not places:
        return []
    nearest = min(places, key=lambda one: abs(figure.start - one.start) + (_AFTER if one.start > figure.start else 0))
    return list_of(stage, nearest, {id(one): one for one in (*places, *among)}.values())


def list_of(stage: Stage, chosen: Mention, places: Iterable[Mention]) -> list[Mention]:
    """The place and those of `places` (it is one of them) that stand in one list with it, in text order."""
    ordered = sorted(places, key=_at)
    at = next(place for place, one in enumerate(ordered) if one is chosen)
    first = last = at
    while first > 0 and is_listed(stage, ordered[first - 1], ordered[first]):
        first -= 1
    while last + 1 < len(ordered) and is_listed(stage, ordered[last], ordered[last + 1]):
        last += 1
    return ordered[first : last + 1]


def _at(one: Span) -> int:
    return one.start


def is_listed(stage: Stage, first: Mention, second: Mention) -> bool:
    """Side by side in a list: Kachia, Jaba and Kagarko; places of two kinds only where a word joins them."""
    gap = stage.view.folded[first.end : second.start]
    between = _LIST_GAP.fullmatch(gap) if gap.strip() else None
    if between is None or (first.label == second.label and first.label is not None):
        return False
    is_one_kind = first.place_kind == second.place_kind or None in (first.place_kind, second.place_kind)
    return is_one_kind or (between["joins"] is not None and stands_apart(first, second))


def stands_apart(chosen: Mention, other: Mention) -> bool:
    """Neither lies in the other."""
    if chosen.label is None or other.label is None:
        return chosen.surface != other.surface
    return other.label not in chosen.parents and chosen.label not in other.parents and other.label != chosen.label
