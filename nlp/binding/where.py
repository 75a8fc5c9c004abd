"""Where a figure holds: the places of its sentence with their roles, else the place that is spoken of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nlp.binding.cues import Cue
from nlp.binding.nesting import find_narrowest
from nlp.binding.place_role import find_role, is_aside, is_origin
from nlp.binding.stage import Stage
from nlp.binding.things import make_binding
from nlp.model.mention import Binding, Mention, Role
from nlp.model.quantity import Figure
from nlp.model.span import Span, Words

_LIST_GAP = re.compile(
    r"\s*(?:,|،|、|;|和|与|及|\band\b|\bet\b|\by\b|\be\b|\bи\b|\bو)?\s*و?(?:à|a|en|de|du|d'|в|in)?\s*"
)
_DESCRIBES = re.compile(r"(?:-|\s)based\b|-headquartered", re.IGNORECASE)
"""After a place: it tells where a firm or a person is from."""
_CARRIED = 0.75
"""How much less sure a place is that is carried on."""
_AFTER = 5
"""Characters by which a place behind a figure counts as farther off."""
_OWN_LEVELS = ("firm", "platform", "individual")
_SILENT = ("firm", "platform", "individual", "area", None)
"""Whose figures say nothing of where the next ones hold."""


@dataclass(frozen=True)
class SpokenOf:
    """The places that the text goes on about: the area, and the market whose prices are told."""

    area: tuple[Binding, ...] = ()
    market: tuple[Binding, ...] = ()

    def and_then(self, places: tuple[Binding, ...], *, level: str | None) -> "SpokenOf":
        """What is spoken of after a figure with these places: where goods went to is not, nor where a firm is."""
        if level in _OWN_LEVELS:
            return self
        markets = tuple(one for one in places if one.role == "at")
        areas = tuple(one for one in places if one.role in ("of", "from"))
        if areas:
            return SpokenOf(areas, markets)
        return replace(self, market=markets) if markets else self


@dataclass(frozen=True)
class Counted:
    """What is known of a figure before its places are: measure with its words, level, and whether it has a subject."""

    figure: Figure
    measure: str | None
    told: Words | None
    level: str | None
    has_subject: bool


def bind_places(stage: Stage, counted: Counted, spoken: SpokenOf, nouns: Sequence[Cue]) -> tuple[Binding, ...]:
    """The places of the figure's sentence, by name or by a noun alone (the county); else those `spoken` of.

    What is spoken of holds on for areas and programmes, not for what has a firm or platform of its own as subject.
    Details of one person are bound to no place. `nouns`: the nouns alone of the text.
    """
    figure = counted.figure
    if counted.level == "individual":
        return ()
    carried = _carried(stage, counted, spoken)
    newer = _newly_named(stage, figure, spoken)
    if newer is not None:
        carried = (make_binding(stage, figure, newer, _role(stage, counted, newer, is_here=False)),)
    for candidates in _scopes(stage, figure):
        chosen = _choose(stage, candidates, figure)
        if chosen:
            return _with_roles(stage, counted, chosen, candidates, carried)
    meant = _resolve_noun(stage, figure, nouns)
    if meant is not None:
        return (make_binding(stage, figure, meant, _role(stage, counted, meant, is_here=False)),)
    if (counted.has_subject and counted.level in _SILENT) or stage.in_headline(figure.start):
        return ()
    if carried:
        return carried
    topic = _topic(stage, figure)
    return (make_binding(stage, figure, topic, _role(stage, counted, topic, is_here=False)),) if topic else ()


def _scopes(stage: Stage, figure: Figure) -> list[list[Mention]]:
    """Places of the clause, those before the figure in its sentence, all of its sentence."""
    clause, sentence = stage.clause_at(figure.start), stage.sentence_span(figure)
    here = [one for one in stage.mentions_in(sentence, "place") if not _describes(stage, one)]
    scopes = (
        [one for one in here if clause.start <= one.start < clause.end],
        [one for one in here if one.end <= figure.start],
        here,
    )
    return [find_narrowest(stage, scope) for scope in scopes]


def _describes(stage: Stage, place: Mention) -> bool:
    """An Abuja-based firm, the war in Ukraine: the place says where somebody is from, or something else happened."""
    return _DESCRIBES.match(stage.view.body, place.end) is not None or is_aside(stage, place)


def _choose(stage: Stage, places: Sequence[Mention], figure: Figure) -> list[Mention]:
    """The place nearest to the figure, with those that stand in one list with it."""
    if not places:
        return []
    nearest = min(places, key=lambda one: abs(figure.start - one.start) + (_AFTER if one.start > figure.start else 0))
    chosen = [nearest]
    ordered = sorted(places, key=_at)
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
    """Side by side in a list: Kachia, Jaba and Kagarko."""
    gap = stage.view.folded[first.end : second.start]
    is_one_kind = first.place_kind == second.place_kind or None in (first.place_kind, second.place_kind)
    is_another = first.label != second.label or first.label is None
    return is_one_kind and is_another and gap.strip() != "" and _LIST_GAP.fullmatch(gap) is not None


def _with_roles(
    stage: Stage,
    counted: Counted,
    chosen: Sequence[Mention],
    candidates: Sequence[Mention],
    carried: tuple[Binding, ...],
) -> tuple[Binding, ...]:
    """Bind what was chosen, and further places of the sentence that have another role (sold from … to …).

    Where goods go to alone is named, they are from the place spoken of.
    """
    role = _role(stage, counted, chosen[0])
    bindings = [make_binding(stage, counted.figure, one, role) for one in chosen]
    for other in candidates:
        if other in chosen or not all(_stands_apart(one, other) for one in chosen):
            continue
        other_role = _role(stage, counted, other)
        if other_role not in ("of", role):
            bindings.append(make_binding(stage, counted.figure, other, other_role))
    if {one.role for one in bindings} == {"to"} and not (counted.has_subject and counted.level in _OWN_LEVELS):
        told = {one.label or one.surface for one in bindings}
        bindings.extend(
            one.model_copy(update={"role": "from"}) for one in carried if (one.label or one.surface) not in told
        )
    return tuple(bindings)


def _stands_apart(chosen: Mention, other: Mention) -> bool:
    """Neither lies in the other."""
    if chosen.label is None or other.label is None:
        return chosen.surface != other.surface
    return other.label not in chosen.parents and chosen.label not in other.parents and other.label != chosen.label


def _role(stage: Stage, counted: Counted, place: Span, *, is_here: bool = True) -> Role:
    return find_role(stage, counted.figure, place, measure=counted.measure, told=counted.told, is_here=is_here)


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


def _newly_named(stage: Stage, figure: Figure, spoken: SpokenOf) -> Mention | None:
    """A place of the sentence before, of the same paragraph, that was named after those spoken of."""
    before = stage.sentence_span(figure, back=1)
    last = max((one.start for one in (*spoken.area, *spoken.market)), default=-1)
    if stage.view.paragraph_index(before.start) != stage.view.paragraph_index(figure.start) or before.end <= last:
        return None
    if stage.figures_in(before):
        return None
    named = find_narrowest(stage, stage.mentions_in(before, "place"))
    told = [one for one in named if one.start > last and not _describes(stage, one) and not is_origin(stage, one)]
    chosen = _choose(stage, told, figure)
    return chosen[0] if chosen else None


def _topic(stage: Stage, figure: Figure) -> Mention | None:
    """The place that the text names most often before the figure, the narrower one of equals."""
    before = [one for one in stage.mentions if one.kind == "place" and one.end <= figure.start]
    if not before:
        return None
    counts: dict[str, int] = {}
    for one in before:
        counts[one.concept_id or one.surface] = counts.get(one.concept_id or one.surface, 0) + 1
    return max(before, key=lambda one: (counts[one.concept_id or one.surface], len(one.parents), -one.start))


def _carried(stage: Stage, counted: Counted, spoken: SpokenOf) -> tuple[Binding, ...]:
    """The places spoken of, as they are of this figure: a market holds on for prices alone."""
    if counted.measure == "price" and spoken.market:
        return tuple(_carry(stage, counted.figure, one, "at") for one in spoken.market)
    places = spoken.area or spoken.market
    return tuple(_carry(stage, counted.figure, one, _role(stage, counted, one, is_here=False)) for one in places)


def _carry(stage: Stage, figure: Figure, binding: Binding, role: Role) -> Binding:
    return binding.model_copy(
        update={
            "role": role,
            "found_in": stage.found_in(figure, binding),
            "confidence": round(binding.confidence * _CARRIED, 2),
        }
    )
