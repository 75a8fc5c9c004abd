"""Where a figure holds: the places of its sentence with their roles, else the place that is spoken of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.binding.nation import find_home, is_abroad
from nlp.binding.nesting import find_narrowest
from nlp.binding.noun_place import Meant, find_nouns
from nlp.binding.place_list import choose_nearest, is_listed, list_of, stands_apart
from nlp.binding.place_role import find_role, is_aside, is_destination, is_of_others, is_origin
from nlp.binding.spoken_of import OWN_LEVELS, SpokenOf
from nlp.binding.stage import Stage
from nlp.binding.things import GOODS_UNITS, make_binding
from nlp.model.mention import Binding, Mention, Role
from nlp.model.quantity import Figure
from nlp.model.span import Span, Words

_DESCRIBES = re.compile(r"(?:-|\s)based\b|-headquartered", re.IGNORECASE)
"""After a place: it tells where a firm or a person is from."""
_CARRIED = 0.75
"""How much less sure a place is that is carried on."""
_MOST_DESCRIBING = 4
"""Words between the name of a settlement and the number of its people."""
_OWN_MEASURES = frozenset(("sales_value", "sales_volume", "exports", "output", "members", "orders", "parcels"))
_OWN_UNITS = GOODS_UNITS | {"household"}
"""What somebody grows, sells and unites is where they are; their fees, funds and customers may be elsewhere."""
_SILENT = ("firm", "platform", "individual", "area", None)
"""Whose figures say nothing of where the next ones hold."""


@dataclass(frozen=True)
class Ground:
    """What is known of the places of a whole text: the country that it is of, and nouns that speak of places."""

    home: str | None
    nouns: tuple[Meant, ...]


@dataclass(frozen=True)
class Counted:
    """What is known of a figure before its places are: measure with its words, level, and its subject."""

    figure: Figure
    measure: str | None
    told: Words | None
    level: str | None
    subject: Binding | None

    @property
    def is_of_its_own(self) -> bool:
        """True where it is about somebody or something that need not be where the text is."""
        return self.subject is not None and self.level in _SILENT


def survey(stage: Stage) -> Ground:
    """What `bind_places` needs to know of a text."""
    home = find_home(stage)
    return Ground(home, find_nouns(stage, home))


def bind_places(stage: Stage, counted: Counted, spoken: SpokenOf, ground: Ground) -> tuple[Binding, ...]:
    """The places of the figure's sentence, by name or by a noun alone (the county); else those `spoken` of.

    What has a subject of its own is where that was introduced, if the text says so. Details of one person are bound
    to no place, but the people of a village are (Vinchur, a village of 9,000 people).
    """
    figure = counted.figure
    described = _described(stage, figure)
    if described is not None:
        return (make_binding(stage, figure, described, "of"),)
    if counted.level == "individual":
        return ()
    around = carried = _carried(stage, counted, spoken)
    newer = _newly_named(stage, figure, spoken, ground)
    if counted.is_of_its_own:
        carried = _introduced(stage, counted)
    elif newer is not None:
        carried = (make_binding(stage, figure, newer, _role(stage, counted, newer, is_here=False)),)
    nouns = _nouns_of(stage, figure, ground)
    meant = {id(stand_in): place for stand_in, place in nouns}
    country = _of_nation(stage, counted, ground)
    scopes = _scopes(stage, counted, [stand_in for stand_in, _ in nouns])
    for candidates in scopes if country is None else scopes[:-1]:
        chosen = choose_nearest(stage, candidates, figure, among=scopes[-1])
        if chosen:
            is_of_area = counted.level not in OWN_LEVELS
            return _with_roles(
                stage, counted, chosen, (candidates, scopes[-1]), carried or (around if is_of_area else ()), meant
            )
    if stage.in_headline(figure.start):
        return ()
    if country is not None:
        return tuple(make_binding(stage, figure, one, _role(stage, counted, one, is_here=False)) for one in country)
    if carried or counted.is_of_its_own:
        return carried
    topic = _topic(stage, figure, ground)
    return (make_binding(stage, figure, topic, _role(stage, counted, topic, is_here=False)),) if topic else ()


def _described(stage: Stage, figure: Figure) -> Mention | None:
    """The settlement whose people are counted right behind its name: Vinchur, a village of 9,000 people."""
    clause = stage.clause_at(figure.start)
    tokens = stage.token_at(figure.start) - stage.token_at(clause.start)
    if figure.quantity.unit != "person" or not 0 < tokens <= _MOST_DESCRIBING:
        return None
    return next(
        (
            one
            for one in stage.mentions
            if one.kind == "place" and 0 <= clause.start - one.end <= 2 and one.place_kind not in ("country", "region")
        ),
        None,
    )


def _nouns_of(stage: Stage, figure: Figure, ground: Ground) -> list[tuple[Mention, Mention]]:
    """For each noun of the figure's sentence that means a named place: that place at the noun, and as it was named."""
    sentence = stage.sentence_span(figure)
    return [
        (
            one.place.model_copy(
                update={"start": one.at.start, "end": one.at.end, "surface": stage.view.body[one.at.start : one.at.end]}
            ),
            one.place,
        )
        for one in ground.nouns
        if one.place is not None and not one.is_body and sentence.start <= one.at.start < sentence.end
    ]


def _of_nation(stage: Stage, counted: Counted, ground: Ground) -> tuple[Mention, ...] | None:
    """The country that the figure's sentence speaks of by a noun or a body; empty where the text names none."""
    sentence = stage.sentence_span(counted.figure)
    here = [one for one in ground.nouns if one.is_country and sentence.start <= one.at.start < sentence.end]
    if not here or (counted.level in OWN_LEVELS and counted.subject is not None):
        return None
    place = here[-1].place
    return () if place is None else (place,)


def _introduced(stage: Stage, counted: Counted) -> tuple[Binding, ...]:
    """Where the subject is said to be in the sentence that names it, before the figure's own."""
    subject, figure = counted.subject, counted.figure
    sentence = None if subject is None else stage.view.sentence_at(subject.start)
    if subject is None or sentence is None or stage.in_headline(subject.start) or sentence.end > figure.start:
        return ()
    if counted.measure not in _OWN_MEASURES and figure.quantity.unit not in _OWN_UNITS:
        return ()
    named = [
        one
        for one in stage.mentions_in(sentence, "place")
        if not _describes(stage, one) and not is_destination(stage, one)
    ]
    chosen = choose_nearest(stage, find_narrowest(stage, named), subject)
    return tuple(make_binding(stage, figure, one, _role(stage, counted, one, is_here=False)) for one in chosen)


def _scopes(stage: Stage, counted: Counted, nouns: Sequence[Mention]) -> list[list[Mention]]:
    """Places of the clause, those before the figure in its sentence, all of its sentence."""
    figure = counted.figure
    clause, sentence = stage.clause_at(figure.start), stage.sentence_span(figure)
    named = [one for one in stage.mentions_in(sentence, "place") if not _describes(stage, one)]
    here: list[Mention] = []
    left_out: Mention | None = None
    for one in sorted((*named, *nouns), key=lambda one: one.start):
        if is_of_others(stage, figure, one, measure=counted.measure) or (
            left_out is not None and is_listed(stage, left_out, one)
        ):
            left_out = one
        else:
            here.append(one)
    scopes = (
        [one for one in here if clause.start <= one.start < clause.end],
        [one for one in here if one.end <= figure.start],
        here,
    )
    return [find_narrowest(stage, scope) for scope in scopes]


def _describes(stage: Stage, place: Mention) -> bool:
    """An Abuja-based firm, the war in Ukraine: the place says where somebody is from, or something else happened."""
    return _DESCRIBES.match(stage.view.body, place.end) is not None or is_aside(stage, place)


def _with_roles(
    stage: Stage,
    counted: Counted,
    chosen: Sequence[Mention],
    scopes: tuple[Sequence[Mention], Sequence[Mention]],
    carried: tuple[Binding, ...],
    meant: Mapping[int, Mention],
) -> tuple[Binding, ...]:
    """Bind what was chosen, and further places of the scope that have another role (sold from … to …).

    Where goods go to alone is named, they are from the place spoken of. `scopes`: the scope, and the whole
    sentence. `meant`: for the ids of nouns that stand for a place, the place as it was named.
    """
    role = _role(stage, counted, chosen[0])
    bindings = [make_binding(stage, counted.figure, meant.get(id(one), one), role) for one in chosen]
    candidates, sentence = scopes
    everywhere = {id(one): one for one in (*candidates, *sentence)}.values()
    seen = {id(one) for one in chosen}
    for other in candidates:
        if id(other) in seen or not all(stands_apart(one, other) for one in chosen):
            continue
        other_role = _role(stage, counted, other)
        if other_role in ("of", role):
            continue
        listed = [one for one in list_of(stage, other, everywhere) if id(one) not in seen]
        seen.update(id(one) for one in listed)
        bindings.extend(make_binding(stage, counted.figure, meant.get(id(one), one), other_role) for one in listed)
    if {one.role for one in bindings} == {"to"}:
        told = {one.label or one.surface for one in bindings}
        bindings.extend(
            one.model_copy(update={"role": "from"}) for one in carried if (one.label or one.surface) not in told
        )
    return tuple(bindings)


def _role(stage: Stage, counted: Counted, place: Span, *, is_here: bool = True) -> Role:
    return find_role(stage, counted.figure, place, measure=counted.measure, told=counted.told, is_here=is_here)


def _newly_named(stage: Stage, figure: Figure, spoken: SpokenOf, ground: Ground) -> Mention | None:
    """A place of the sentence before, of the same paragraph, that was named after those spoken of."""
    before = stage.sentence_span(figure, back=1)
    last = max((one.start for one in (*spoken.area, *spoken.market)), default=-1)
    if stage.view.paragraph_index(before.start) != stage.view.paragraph_index(figure.start) or before.end <= last:
        return None
    if stage.figures_in(before):
        return None
    named = find_narrowest(stage, stage.mentions_in(before, "place"))
    told = [
        one
        for one in named
        if one.start > last
        and not _describes(stage, one)
        and not is_origin(stage, one)
        and not is_destination(stage, one)
        and not (spoken.area and is_abroad(one, ground.home))
    ]
    chosen = choose_nearest(stage, told, figure)
    return chosen[0] if chosen else None


def _topic(stage: Stage, figure: Figure, ground: Ground) -> Mention | None:
    """The place of the text's own country that it names most often before the figure, the narrower one of equals."""
    before = [
        one
        for one in stage.mentions
        if one.kind == "place" and one.end <= figure.start and not is_abroad(one, ground.home)
    ]
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
    is_abroad_still = stage.view.sentence_index(counted.figure.start) <= spoken.abroad_until
    places = (spoken.abroad if is_abroad_still else ()) or spoken.area or spoken.market
    return tuple(_carry(stage, counted.figure, one, _role(stage, counted, one, is_here=False)) for one in places)


def _carry(stage: Stage, figure: Figure, binding: Binding, role: Role) -> Binding:
    return binding.model_copy(
        update={
            "role": role,
            "found_in": stage.found_in(figure, binding),
            "confidence": round(binding.confidence * _CARRIED, 2),
        }
    )
