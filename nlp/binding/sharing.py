"""What a figure has from the one it is related to: a growth is of what grew, where it grew."""

from collections.abc import Iterable, Sequence

from nlp.binding.relations import Link
from nlp.model.claim import Claim
from nlp.model.mention import Binding
from nlp.model.quantity import Figure
from nlp.model.span import Words

_SHARED = ("converts", "growth_of", "from_to")
_SHARES = ("percent", "per_mille")
Told = tuple[str | None, Words | None]
"""A measure with the words that told it."""


def share_measures(figures: Sequence[Figure], links: Iterable[Link], measures: Sequence[Told]) -> list[Told]:
    """The measures, those of related figures filled in where their own words tell none."""
    shared = list(measures)
    for link in links:
        if not _is_shared(link, figures[link.secondary]):
            continue
        if link.kind == "converts" or shared[link.secondary][0] is None:
            shared[link.secondary] = shared[link.main]
        elif link.kind == "from_to" and shared[link.main][0] is None:
            shared[link.main] = shared[link.secondary]
    return shared


def share_bindings(figures: Sequence[Figure], links: Iterable[Link], claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with places and products of the related figure where their own clause names none."""
    shared = list(claims)
    for link in links:
        if not _is_shared(link, figures[link.secondary]):
            continue
        secondary, main = shared[link.secondary], shared[link.main]
        update: dict[str, tuple[Binding, ...]] = {}
        if main.places and not secondary.places and secondary.level == main.level:
            update["places"] = main.places
        if main.products and not _is_own(secondary.products):
            update["products"] = main.products
        shared[link.secondary] = secondary.model_copy(update=update)
    return shared


def _is_shared(link: Link, figure: Figure) -> bool:
    """A share of something counted is where that is; a count that is part of another may be elsewhere."""
    return link.kind in _SHARED or (link.kind == "part_of" and figure.quantity.unit in _SHARES)


def _is_own(bindings: Sequence[Binding]) -> bool:
    return any(one.found_in == "clause" for one in bindings)
