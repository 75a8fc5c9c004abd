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
_NEVER_OF_GOODS = frozenset(
    ("year_of_age", "household", "company", "cooperative", "village", "county", "job", "person_time")
)
_ONLY_IN_CLAUSE = frozenset(("person", "percent", "percentage_point", "store", "project", "station", "times"))
"""What is counted or compared in many ways: a product in another clause of the sentence is not of it."""
_GOODS_MEASURES = frozenset(
    ("kg", "tonne", "jin", "quintal", "dan", "gram", "pound", "package", "bottle", "piece", "litre", "pood")
)
_CARRIED = 0.75
"""How much less sure a binding is that is carried on."""
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


def bind_products(stage: Stage, figure: Figure, carried: tuple[Binding, ...]) -> tuple[Binding, ...]:
    """Products that the figure lists, else the nearest of its clause or sentence.

    What is weighed, packed or priced by weight without naming the goods again is of those `carried` on: the products of
    the claim before it that had any.
    """
    unit, dimension = figure.quantity.unit or "", figure.quantity.dimension
    if unit in _NEVER_OF_GOODS or (dimension == "length" or dimension == "time"):
        return ()
    listed = _following(stage, figure)
    if listed:
        return tuple(make_binding(stage, figure, one) for one in listed)
    clause = stage.clause_at(figure.start)
    chosen = _nearest(stage.mentions_in(clause, "product"), figure)
    if chosen is None and unit not in _ONLY_IN_CLAUSE:
        sentence = stage.mentions_in(stage.sentence_span(figure), "product")
        before = [one for one in sentence if one.end <= figure.start]
        chosen = before[-1] if before else _nearest(sentence, figure)
    if chosen is not None:
        return (make_binding(stage, figure, chosen),)
    if unit.partition("/")[2] in _GOODS_MEASURES or unit in _GOODS_MEASURES:
        return tuple(
            one.model_copy(
                update={"found_in": stage.found_in(figure, one), "confidence": round(one.confidence * _CARRIED, 2)}
            )
            for one in carried
        )
    return ()


def _nearest(mentions: list[Mention], figure: Figure) -> Mention | None:
    near = [one for one in mentions if abs(one.start - figure.start) <= 2 * _PRODUCT_REACH]
    return min(near, key=lambda one: abs(one.start - figure.start), default=None)


def _following(stage: Stage, figure: Figure) -> list[Mention]:
    """The products that the figure itself lists: 3,000 kilograms of rice noodles; orders for tea, oil and fruit."""
    found: list[Mention] = []
    end = figure.end
    for one in stage.mentions:
        if one.kind != "product" or one.start < figure.start:
            continue
        if one.start < figure.end:  # the counted thing itself: 300 fish, of which the goods are fish sauce
            found.append(one)
            end = max(end, one.end)
            continue
        between = stage.view.folded[end : one.start]
        if (
            len(between) > (12 if found else 20)
            or any(sign in between for sign in ".;。；؛")
            or stage.figures_in(Span(start=end, end=one.start))
        ):
            break
        if not found and any(sign in between for sign in ",،，"):
            break
        found.append(one)
        end = one.end
    return found
