"""Places, products and organisations that a figure is about."""

from nlp.binding.stage import Stage
from nlp.model.mention import Binding, Mention, Role
from nlp.model.quantity import Figure
from nlp.model.span import Span

GOODS_UNITS = frozenset(
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
_PRODUCT_MEASURES = frozenset(
    ("sales_value", "sales_volume", "orders", "exports", "output", "planted_area", "price", "income", "viewers")
)
_PRODUCT_REACH = 60
_CONFIDENCE = {"clause": 0.9, "sentence": 0.8, "paragraph": 0.6, "headline": 0.5}


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
