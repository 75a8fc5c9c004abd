"""Scores the names found in an article: places linked to the right unit, goods to the right thing, organisations."""

from collections.abc import Iterator, Sequence

from nlp.model.mention import Mention
from tests.quality.gold import GoldArticle, GoldName
from tests.quality.naming import same_kind, same_label, same_product, same_surface
from tests.quality.tally import Outcome


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

    A village or township that no gazetteer holds has no label of its own: kind and parents decide.
    """
    if mention.kind == "product":
        return same_product(name.label, mention.label)
    if mention.label is None:
        unheld = name.kind in ("village", "township")
        return unheld and same_kind(name.kind, mention.place_kind) and _has_parents(name, mention)
    return (
        same_label(name.label, mention.label)
        and same_kind(name.kind, mention.place_kind)
        and _has_parents(name, mention)
    )


def _has_parents(name: GoldName, mention: Mention) -> bool:
    return all(any(same_label(parent, other) for other in mention.parents) for parent in name.parents)


def _wanted(name: GoldName) -> str:
    parents = f" in {', '.join(name.parents)}" if name.parents else ""
    return f"{name.surface!r} = {name.label}{parents}"


def _given(mention: Mention | None) -> str:
    if mention is None:
        return "nothing"
    parents = f" in {', '.join(mention.parents)}" if mention.parents else ""
    return f"{mention.surface!r} = {mention.label}{parents}"
