"""Places, products and organisations that a figure is about."""

from collections.abc import Sequence

from nlp.binding.cues import CueTables
from nlp.binding.stage import Stage
from nlp.model.mention import Binding, Mention, Role
from nlp.model.quantity import Figure
from nlp.model.span import Span

_GOODS_UNITS = frozenset(
    (
        "kg",
        "tonne",
        "jin",
        "order",
        "piece",
        "package",
        "bottle",
        "egg",
        "parcel",
        "quintal",
        "dan",
        "head",
        "gram",
    )
)
_SALES = frozenset(("sales_value", "sales_volume", "orders", "exports"))
_PRODUCT_MEASURES = frozenset(
    ("sales_value", "sales_volume", "orders", "exports", "output", "planted_area", "price", "income", "viewers")
)
_PRODUCT_REACH = 60
_CONFIDENCE = {"clause": 0.9, "sentence": 0.8, "paragraph": 0.6, "headline": 0.5}
_VAGUE_KINDS = ("region",)


def make_binding(stage: Stage, figure: Span, mention: Mention, role: Role | None = None) -> Binding:
    """The binding of a mention to a figure."""
    found_in = stage.found_in(figure, mention)
    return Binding(
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        concept_id=mention.concept_id,
        label=mention.label,
        role=role,
        parents=mention.parents,
        found_in=found_in,
        confidence=round(_CONFIDENCE[found_in] * mention.confidence, 2),
    )


def bind_places(
    stage: Stage, figure: Figure, cues: CueTables, measure: str | None, level: str | None
) -> tuple[Binding, ...]:
    """The most specific place of the figure's clause, else of its sentence, else the topic of the text before."""
    if level == "individual":
        return ()
    for candidates in _place_scopes(stage, figure):
        chosen = _most_specific(candidates, figure)
        if chosen is None:
            continue
        bindings = [make_binding(stage, figure, chosen, _role(stage, figure, chosen, cues, measure))]
        for other in candidates:
            if other is chosen or not _stands_apart(chosen, other):
                continue
            role = _role(stage, figure, other, cues, measure)
            if role is not None and role != bindings[0].role and role != "of":
                bindings.append(make_binding(stage, figure, other, role))
        return tuple(bindings)
    return ()


def _place_scopes(stage: Stage, figure: Figure) -> list[list[Mention]]:
    clause, sentence = stage.clause_at(figure.start), stage.sentence_span(figure)
    scopes = [
        stage.mentions_in(clause, "place"),
        [one for one in stage.mentions_in(sentence, "place") if one.end <= figure.start],
        stage.mentions_in(sentence, "place"),
    ]
    paragraph = stage.view.paragraph_index(figure.start)
    before = [
        one
        for one in stage.mentions
        if one.kind == "place"
        and one.end <= sentence.start
        and not stage.in_headline(one.start)
        and stage.view.paragraph_index(one.start) == paragraph
    ]
    if before:
        last = stage.view.sentence_index(before[-1].start)
        scopes.append([one for one in before if stage.view.sentence_index(one.start) == last])
    return scopes


def _most_specific(places: Sequence[Mention], figure: Figure) -> Mention | None:
    """The place that no other of them lies in; of several the nearest to the figure."""
    above = {label for one in places for label in one.parents}
    lowest = [one for one in places if one.label is None or one.label not in above]
    if not lowest:
        return None
    return min(lowest, key=lambda one: abs(figure.start - one.start) + (5 if one.start > figure.start else 0))


def _stands_apart(chosen: Mention, other: Mention) -> bool:
    """Neither lies in the other."""
    return other.label not in chosen.parents and chosen.label not in other.parents and other.label != chosen.label


def _role(stage: Stage, figure: Figure, place: Mention, cues: CueTables, measure: str | None) -> Role:
    """By the preposition before the place; goods that are sold come from it, everything else is of it."""
    index = stage.token_at(place.start)
    sells = measure in _SALES or figure.quantity.unit in _GOODS_UNITS
    if sells and cues.role["to"].match_before(stage.tokens, index) is not None and stage.view.language in ("zh", "en"):
        return "to"
    if sells and measure not in ("sales_value",):
        return "from"
    return "of"


def bind_products(stage: Stage, figure: Figure, measure: str | None) -> tuple[Binding, ...]:
    """Products right after the figure or nearest in its clause; for sales, output and area also of its sentence."""
    clause, sentence = stage.clause_at(figure.start), stage.sentence_span(figure)
    listed = _following(stage, figure)
    if listed:
        return tuple(make_binding(stage, figure, one) for one in listed)
    in_clause = [
        one for one in stage.mentions_in(clause, "product") if abs(one.start - figure.start) <= 2 * _PRODUCT_REACH
    ]
    if in_clause and (measure in _PRODUCT_MEASURES or figure.quantity.dimension in ("mass", "area")):
        chosen = min(in_clause, key=lambda one: abs(one.start - figure.start))
        return (make_binding(stage, figure, chosen),)
    if measure not in _PRODUCT_MEASURES and figure.quantity.dimension not in ("mass", "area"):
        return ()
    before = [one for one in stage.mentions_in(sentence, "product") if one.end <= figure.start]
    if before:
        return (make_binding(stage, figure, before[-1]),)
    earlier = stage.mentions_in(stage.sentence_span(figure, back=1), "product")
    concepts = {one.concept_id for one in earlier}
    if len(concepts) == 1 and not stage.mentions_in(sentence, "product"):
        return (make_binding(stage, figure, earlier[-1]),)
    return ()


def _following(stage: Stage, figure: Figure) -> list[Mention]:
    """The products that the figure itself lists: 3,000 kilograms of rice noodles; orders for tea, oil and fruit."""
    found: list[Mention] = []
    end = figure.end
    for one in stage.mentions:
        if one.kind != "product" or one.start < figure.start:
            continue
        if one.end <= figure.end:
            found.append(one)
            continue
        between = stage.view.folded[end : one.start]
        if (
            len(between) > (12 if found else 20)
            or any(sign in between for sign in ".;。；؛")
            or stage.figures_in(Span(start=figure.end, end=one.start))
        ):
            break
        if not found and "," in between:
            break
        found.append(one)
        end = one.end
    return found


def bind_organisations(stage: Stage, figure: Figure, subject: Binding | None) -> tuple[Binding, ...]:
    """Organisations of the figure's sentence (platforms and firms first of all), or the one that is its subject."""
    sentence = stage.sentence_span(figure)
    here = stage.mentions_in(sentence, "organisation")
    seen: dict[str | None, Mention] = {}
    for one in here:
        seen.setdefault(one.concept_id or one.surface, one)
    bindings = [make_binding(stage, figure, one) for one in seen.values()]
    if not bindings and subject is not None and (subject.concept_id or "").startswith("org:"):
        return (subject,)
    return tuple(bindings)
