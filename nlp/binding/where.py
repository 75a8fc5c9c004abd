"""Where a figure holds: the places of its sentence with their roles, else the place that is spoken of."""

import re
from collections.abc import Sequence

from nlp.binding.cues import Cue, CueTables
from nlp.binding.stage import Stage
from nlp.binding.things import GOODS_UNITS, make_binding
from nlp.model.mention import Binding, Mention, Role
from nlp.model.quantity import Figure
from nlp.model.span import Span

_MOVED = frozenset(("sales_volume", "orders", "exports", "parcels", "shipments"))
"""Measures of goods that leave the place they are bound to."""
_HELD = frozenset(("viewers", "views", "sessions"))
"""Measures of events, which are held at a place."""
_PEOPLE = ("person", "household", "township", "village")
_STRICT_TO = ("ru",)
"""Languages whose word for "to" is their word for "in" too: only where something is sent is it a destination."""
_SENT = re.compile(r"экспорт|постав|отправ|вывоз|отгру|продал|прода[её]т|закуп", re.IGNORECASE)
_SENT_REACH = 60
_LIST_GAP = re.compile(
    r"\s*(?:,|،|、|;|和|与|及|\band\b|\bet\b|\by\b|\be\b|\bи\b|\bو)?\s*و?(?:à|a|en|de|du|d'|в|in)?\s*"
)
_DESCRIBES = re.compile(r"(?:-|\s)based\b|-headquartered", re.IGNORECASE)
"""After a place: it tells where a firm or a person is from."""


def bind_places(
    stage: Stage,
    figure: Figure,
    cues: CueTables,
    *,
    measure: str | None,
    level: str | None,
    has_subject: bool,
    carried: tuple[Binding, ...],
    unit_nouns: Sequence[Cue],
) -> tuple[Binding, ...]:
    """The places of the figure's sentence, by name or by a noun alone (the county); else those `carried` on.

    `carried` are the places of the claim before it that had any; they hold on for areas and programmes, not for what
    has another subject of its own. Details of one person are bound to no place.
    """
    if level == "individual":
        return ()
    for candidates in _scopes(stage, figure):
        chosen = _choose(stage, candidates, figure)
        if chosen:
            return _with_roles(stage, figure, chosen, candidates, cues, measure)
    meant = _resolve_noun(stage, figure, unit_nouns)
    if meant is not None:
        return (make_binding(stage, figure, meant, _role(stage, figure, meant, cues, measure, is_here=False)),)
    if (has_subject and level != "programme") or stage.in_headline(figure.start):
        return ()
    topic = _topic(stage, figure)
    newer = _newly_named(stage, figure, carried)
    if newer is not None:
        return (make_binding(stage, figure, newer, _role(stage, figure, newer, cues, measure, is_here=False)),)
    if carried:
        role = _role(stage, figure, carried[0], cues, measure, is_here=False)
        kept = [one for one in carried if one.role not in ("to", "at")] or list(carried)
        return tuple(_carry(stage, figure, one, role) for one in kept)
    return (make_binding(stage, figure, topic, _role(stage, figure, topic, cues, measure)),) if topic else ()


def _scopes(stage: Stage, figure: Figure) -> list[list[Mention]]:
    """Places of the clause, those before the figure in its sentence, all of its sentence."""
    clause, sentence = stage.clause_at(figure.start), stage.sentence_span(figure)
    here = [one for one in stage.mentions_in(sentence, "place") if not _describes(stage, one)]
    return [
        [one for one in here if clause.start <= one.start < clause.end],
        [one for one in here if one.end <= figure.start],
        here,
    ]


def _describes(stage: Stage, place: Mention) -> bool:
    """An Abuja-based firm: the place says where somebody is from."""
    return _DESCRIBES.match(stage.view.body, place.end) is not None


def _choose(stage: Stage, places: Sequence[Mention], figure: Figure) -> list[Mention]:
    """The place that no other of them lies in, nearest to the figure, with those that stand in one list with it."""
    above = {label for one in places for label in one.parents}
    lowest = [one for one in places if one.label is None or one.label not in above]
    if not lowest:
        return []
    nearest = min(lowest, key=lambda one: abs(figure.start - one.start) + (5 if one.start > figure.start else 0))
    chosen = [nearest]
    ordered = sorted(lowest, key=lambda one: one.start)
    at = ordered.index(nearest)
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(ordered) and _is_listed(
            stage, *sorted((ordered[place], ordered[place - step]), key=_at)
        ):
            chosen.append(ordered[place])
            place += step
    return sorted(chosen, key=_at)


def _at(one: Span) -> int:
    return one.start


def _is_listed(stage: Stage, first: Mention, second: Mention) -> bool:
    """Side by side in a list, and of one kind: Kachia, Jaba and Kagarko."""
    gap = stage.view.folded[first.end : second.start]
    alike = first.place_kind == second.place_kind and first.label != second.label
    return alike and gap.strip() != "" and _LIST_GAP.fullmatch(gap) is not None


def _with_roles(
    stage: Stage,
    figure: Figure,
    chosen: Sequence[Mention],
    candidates: Sequence[Mention],
    cues: CueTables,
    measure: str | None,
) -> tuple[Binding, ...]:
    """Bind what was chosen, and further places of the sentence that have another role (sold from … to …)."""
    role = _role(stage, figure, chosen[0], cues, measure)
    bindings = [make_binding(stage, figure, one, role) for one in chosen]
    for other in candidates:
        if other in chosen or not all(_stands_apart(one, other) for one in chosen):
            continue
        other_role = _role(stage, figure, other, cues, measure)
        if other_role not in ("of", role):
            bindings.append(make_binding(stage, figure, other, other_role))
    return tuple(bindings)


def _stands_apart(chosen: Mention, other: Mention) -> bool:
    """Neither lies in the other."""
    return other.label not in chosen.parents and chosen.label not in other.parents and other.label != chosen.label


def _role(
    stage: Stage, figure: Figure, place: Span, cues: CueTables, measure: str | None, *, is_here: bool = True
) -> Role:
    """By what is counted and the preposition before the place: goods come from or go to it, events are held at it."""
    is_sold = figure.quantity.unit in GOODS_UNITS and measure in ("sales_value", "sales_volume")
    moves = (measure in _MOVED or is_sold) and figure.quantity.unit not in _PEOPLE
    if moves and is_here and _is_destination(stage, place, cues):
        return "to"
    if moves:
        return "from"
    return "at" if measure in _HELD else "of"


def _is_destination(stage: Stage, place: Span, cues: CueTables) -> bool:
    language, index = stage.view.language, stage.token_at(place.start)
    if cues.role["to"].match_before(stage.tokens, index) is None:
        return language == "ar" and stage.view.folded[max(0, place.start - 1) : place.start] == "ل"
    if language not in _STRICT_TO:
        return True
    return _SENT.search(stage.view.folded, max(0, place.start - _SENT_REACH), place.start) is not None


def _resolve_noun(stage: Stage, figure: Figure, nouns: Sequence[Cue]) -> Mention | None:
    """The last place of its kind that was named before a noun of the figure's sentence, before the figure."""
    sentence = stage.sentence_span(figure)
    for noun in reversed([one for one in nouns if sentence.start <= one.start < figure.start]):
        kinds = noun.says.split()
        named = [one for one in stage.mentions if one.kind == "place" and one.end <= noun.start]
        found = next((one for one in reversed(named) if one.place_kind in kinds), None)
        if found is not None:
            return found
    return None


def _newly_named(stage: Stage, figure: Figure, carried: tuple[Binding, ...]) -> Mention | None:
    """A place of the sentence before, of the same paragraph, that was named after those carried on."""
    before = stage.sentence_span(figure, back=1)
    last = max((one.start for one in carried), default=-1)
    if stage.view.paragraph_index(before.start) != stage.view.paragraph_index(figure.start) or before.end <= last:
        return None
    named = [one for one in stage.mentions_in(before, "place") if one.start > last and not _describes(stage, one)]
    chosen = _choose(stage, named, figure)
    return chosen[0] if chosen and not stage.figures_in(before) else None


def _topic(stage: Stage, figure: Figure) -> Mention | None:
    """The place that the text names most often before the figure, the narrower one of equals."""
    before = [one for one in stage.mentions if one.kind == "place" and one.end <= figure.start]
    if not before:
        return None
    counts: dict[str, int] = {}
    for one in before:
        counts[one.concept_id or one.surface] = counts.get(one.concept_id or one.surface, 0) + 1
    return max(before, key=lambda one: (counts[one.concept_id or one.surface], len(one.parents), -one.start))


def _carry(stage: Stage, figure: Figure, binding: Binding, role: Role) -> Binding:
    return binding.model_copy(
        update={
            "role": role,
            "found_in": stage.found_in(figure, binding),
            "confidence": round(binding.confidence * 0.75, 2),
        }
    )
