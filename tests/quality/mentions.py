"""Scores the names found in an article: places linked to the right unit, goods to the right thing, organisations."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.fold import fold
from nlp.gazetteer import load_gazetteer
from nlp.lexicon import load_products, make_names
from nlp.model.mention import Mention
from tests.quality.gold import GoldArticle, GoldName
from tests.quality.naming import same_kind, same_label, same_product, same_surface
from tests.quality.tally import Outcome

_KIND_AT_END = re.compile(r" (Province|Region|State|Governorate|Department|County|District|Oblast)$")


def score_mentions(article: GoldArticle, mentions: Sequence[Mention]) -> Iterator[Outcome]:
    """One outcome for each distinct gold surface, and one for each distinct surface that nobody asked for."""
    kinds = (
        ("place", article.places, ("place_found", "place_linked")),
        ("product", article.products, ("product_found", "product_linked")),
        ("organisation", article.organisations, ("organisation_found",)),
    )
    for kind, names, fields in kinds:
        if names is None:
            continue
        of_kind = [one for one in mentions if one.kind == kind]
        for field in fields:
            yield from _score(article, field, names, of_kind)


def _score(
    article: GoldArticle, field: str, names: Sequence[GoldName], mentions: Sequence[Mention]
) -> Iterator[Outcome]:
    surfaces: dict[str, Mention] = {}
    for mention in mentions:
        surfaces.setdefault(mention.surface, mention)
    for name in names:
        near = [one for surface, one in surfaces.items() if same_surface(surface, name.surface)]
        # the mention with the surface closest in length: "Danzhai" and "Danzhai County" are rows of their own
        found = min(near, key=lambda one: abs(len(one.surface) - len(name.surface)), default=None)
        agreed = found is not None and (not field.endswith("linked") or is_linked(name, found))
        yield Outcome(
            article.language,
            field,
            1,
            int(found is not None),
            int(agreed),
            article.id,
            "",
            _wanted(name),
            _given(found),
        )
    for surface, mention in surfaces.items():
        if not any(same_surface(surface, name.surface) for name in names):
            yield Outcome(article.language, field, 0, 1, 0, article.id, "", "", _given(mention))


def is_linked(name: GoldName, mention: Mention) -> bool:
    """True where a mention means the gold thing: of places also the kind and all the parents named.

    A thing may be called by any name that gazetteer or lexicon know of this very one: Yakutia is Sakha. A village or a
    small town that it does not hold has no label of its own: kind and parents decide.
    """
    if mention.kind == "product":
        return same_product(name.label, mention.label) or mention.concept_id in _goods_called(name.label)
    if not _is_of_kind(name, mention) or not _has_parents(name, mention):
        return False
    if mention.label is None:
        return name.kind in _UNHELD and (name.kind == "village" or not _is_held(name))
    return same_label(name.label, mention.label) or _bears(mention.concept_id, name.label)


def _is_of_kind(name: GoldName, mention: Mention) -> bool:
    """True for kinds alike; divisions of second rank (départements, provincias) are drawn as county and as province."""
    is_second = len(mention.parents) > 1 and {name.kind, mention.place_kind} == {"county", "province"}
    return is_second or same_kind(name.kind, mention.place_kind)


def _goods_called(label: str) -> frozenset[str]:
    """Ids of the goods that have an English name as a name of their own."""
    return _english_goods().get(fold(label), frozenset())


@cache
def _english_goods() -> dict[str, frozenset[str]]:
    goods: dict[str, set[str]] = {}
    for name in make_names(load_products().values(), "en"):
        if name.concept_id is not None:
            goods.setdefault(name.text, set()).add(name.concept_id)
    return {text: frozenset(ids) for text, ids in goods.items()}


_UNHELD = ("village", "township", "city")
"""Kinds of places of which a gazetteer holds but the larger ones."""


def _is_held(name: GoldName) -> bool:
    """True where the gazetteer holds a place of this name and kind in the parents named."""
    gazetteer = load_gazetteer()
    return any(
        same_kind(name.kind, place.place_kind)
        and all(
            any(same_label(parent, _label(one)) or _bears(one, parent) for one in place.broader)
            for parent in name.parents
        )
        for place in gazetteer.find_by_name(name.label)
    )


def _has_parents(name: GoldName, mention: Mention) -> bool:
    known = list(zip(mention.parents, mention.parent_ids or (None,) * len(mention.parents), strict=True))
    return all(
        any(same_label(parent, label) or _bears(concept_id, parent) for label, concept_id in known)
        for parent in name.parents
    )


def _bears(concept_id: str | None, label: str) -> bool:
    """True where the gazetteer lists a name of a unit, with or without the word for its kind."""
    if concept_id is None:
        return False
    bare = _KIND_AT_END.sub("", label)
    found = (*load_gazetteer().find_by_name(label), *load_gazetteer().find_by_name(bare))
    return any(place.id == concept_id for place in found)


def _label(concept_id: str) -> str | None:
    concept = load_gazetteer().get(concept_id)
    return None if concept is None else concept.label


def _wanted(name: GoldName) -> str:
    parents = f" in {', '.join(name.parents)}" if name.parents else ""
    kind = f" ({name.kind})" if name.kind else ""
    return f"{name.surface!r} = {name.label}{kind}{parents}"


def _given(mention: Mention | None) -> str:
    if mention is None:
        return "nothing"
    parents = f" in {', '.join(mention.parents)}" if mention.parents else ""
    kind = f" ({mention.place_kind})" if mention.place_kind else ""
    return f"{mention.surface!r} = {mention.label}{kind}{parents}"
