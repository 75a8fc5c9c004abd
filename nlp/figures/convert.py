"""Conversions in brackets: 10,000 mu (about 667 hectares) is one quantity told twice."""

from itertools import pairwise

from nlp.figures.draft import Draft, Scene
from nlp.unit import dimension_of

_CONVERTED = frozenset(("money", "area", "mass", "length", "volume", "rate"))
_REACH = 5
"""Tokens between the two: a bracket, a hedge, "or", "soit"."""


def is_conversion(scene: Scene, original: Draft, draft: Draft) -> bool:
    """True where the draft stands in brackets right behind the original, in another unit of the same dimension."""
    if original.unit is None or draft.unit is None or original.unit == draft.unit:
        return False
    dimension = dimension_of(original.unit)
    if dimension not in _CONVERTED or dimension != dimension_of(draft.unit):
        return False
    between = range(original.last, draft.first)
    if len(between) > _REACH:
        return False
    norms = [scene.norm(at) for at in between]
    return "(" in norms and ")" not in norms


def pass_on(scene: Scene, drafts: list[Draft]) -> None:
    """Give conversions the hedge and the change of what they convert, where they have none of their own, in place."""
    for original, draft in pairwise(drafts):
        if not is_conversion(scene, original, draft):
            continue
        if draft.modifier == "exact" and original.modifier not in ("exact", "range"):
            draft.modifier = original.modifier
            draft.lower_side_only = original.lower_side_only
        if draft.change is None:
            draft.change = original.change
