"""Whether a bare name means a town or the division that is named after it: Cairo, Jaén, Мары, القيروان."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nlp.gazetteer import Gazetteer, Place
from nlp.places.candidates import NormalizedText
from nlp.places.decision import Decision
from nlp.places.pack import PlacePack
from nlp.places.words import words_after, words_before

_TOWN_LEVEL = 4
_DIVISION_LEVELS = (1, 2)
_WORDS_BEFORE, _WORDS_AFTER = 3, 3
_LARGEST_GAP = 9.0
"""Between the scores of a division and of the town in it: the one is likelier by its rank, the other by its size."""
_SUITS, _TOLD, _BESIDE, _LISTED, _METROPOLIS = 2.0, 1.5, 2.5, 1.0, -1.4
_TOWN_UNLESS, _DIVISION_UNLESS = -0.5, 0.5
"""Who says Maradi means the town; where regions are what news is told of, the division."""
_LARGE = 500_000
_INNER_BEFORE = 60
"""Characters within which a place inside a division stands before it: Tecpán y Patzún, Chimaltenango."""
_DIVIDED = re.compile(r"\s*[,،(，（]\s*\Z")
_LIST_GAP = re.compile(r"\s*(?:[,،、]|and|et|y|e|и|و|和)?\s*و?(?:the|la|le|el|les|los|l'|de|en)?\s*\Z")


def choose_seats(
    decisions: Sequence[Decision], normalized: NormalizedText, pack: PlacePack, gazetteer: Gazetteer
) -> list[Decision]:
    """Return the decisions, those for a bare name of both a town and its division settled by the words around.

    A noun beside the name has decided already. Farmers, fields and hectares are those of a division, markets and
    roads those of a town; a division is also what stands behind a place in it, or is listed with divisions.
    """
    pairs = [_find_pair(decision, gazetteer) for decision in decisions]
    weights = [_weigh_words(decision, normalized.text, pack) for decision in decisions]
    chosen: list[Decision] = []
    for at, (decision, pair) in enumerate(zip(decisions, pairs, strict=True)):
        if pair is None:
            chosen.append(decision)
            continue
        town, division = pair
        if at and not weights[at] and _is_listed(decisions[at - 1], decision, normalized.text):
            weights[at] = weights[at - 1]  # growers of Puno, Ayacucho and Cusco
        weight = (
            (_TOWN_UNLESS if pack.seat.is_town_by_default else _DIVISION_UNLESS)
            + weights[at]
            + _weigh_telling(decision, town, division, decisions)
            + _weigh_neighbours(decision, town, division, decisions, normalized.text, gazetteer)
            + (_METROPOLIS if town.population >= _LARGE else 0.0)
        )
        chosen.append(_put_first(decision, division.index if weight > 0 else town.index))
    return chosen


def _is_listed(one: Decision, other: Decision, text: str) -> bool:
    gap = (one.named.full_end, other.named.start)
    return 0 < gap[1] - gap[0] <= _INNER_BEFORE and _LIST_GAP.fullmatch(text, *gap) is not None


def _find_pair(decision: Decision, gazetteer: Gazetteer) -> tuple[Place, Place] | None:
    """The town and the division among what a bare name means, where the best of them is one of the two."""
    if decision.named.noun is not None:
        return None
    near = [
        gazetteer.place(index) for index, score in decision.ranked if decision.score - score <= _LARGEST_GAP
    ]  # the best one first
    best = near[0]
    if best.country == "CN":
        return None
    if best.level == _TOWN_LEVEL:
        division = next((one for one in near if _is_division(one) and _holds(one, best)), None)
        return None if division is None else (best, division)
    if not _is_division(best):
        return None
    towns = [one for one in near if one.level == _TOWN_LEVEL and _holds(best, one)]
    town = max(towns, key=lambda one: one.population, default=None)
    return None if town is None else (town, best)


def _holds(division: Place, town: Place) -> bool:
    """True also for a province that the gazetteer sets beside the town of its name: Barcelona."""
    return division.index in town.parents or (division.level > 1 and division.parents[:1] == town.parents[:1])


def _is_division(place: Place) -> bool:
    return place.level in _DIVISION_LEVELS


def _weigh_words(decision: Decision, text: str, pack: PlacePack) -> float:
    before, _ = words_before(text, decision.named.start)
    nearest = before[-_WORDS_BEFORE:]
    after = [word for word, _ in words_after(text, decision.named.end)[:_WORDS_AFTER]]
    weight = 0.0
    if nearest and nearest[-1] in pack.seat.division_right_before:
        weight += _SUITS
    if nearest and nearest[-1] in pack.seat.town_right_before:
        weight -= _SUITS
    if any(word in pack.seat.division_words for word in nearest):
        weight += _SUITS
    if any(word in pack.seat.town_words for word in nearest):
        weight -= _SUITS
    # What stands behind a name is said of it in English alone: Kaduna ginger farmers, the Sikar mandi.
    if pack.language == "en" and after:
        if after[0] in pack.seat.town_words:
            weight -= _SUITS
        elif any(word in pack.seat.division_words for word in after):
            weight += _SUITS
    if pack.language == "zh":
        around = text[max(0, decision.named.start - _WORDS_BEFORE) : decision.named.end + _WORDS_AFTER]
        weight += _SUITS * any(word in around for word in pack.seat.division_words)
        weight -= _SUITS * any(word in around for word in pack.seat.town_words)
    return weight


def _weigh_telling(decision: Decision, town: Place, division: Place, decisions: Iterable[Decision]) -> float:
    """What a noun says of the same name elsewhere: the province of Jaén, the town of Meru."""
    told = [one for one in decisions if one.named.noun is not None and one is not decision]
    return _TOLD * any(one.index == division.index for one in told) - _TOLD * any(
        one.index == town.index for one in told
    )


def _weigh_neighbours(
    decision: Decision,
    town: Place,
    division: Place,
    decisions: Iterable[Decision],
    text: str,
    gazetteer: Gazetteer,
) -> float:
    weight = 0.0
    start = decision.named.start
    for other in decisions:
        if other is decision:
            continue
        end = other.named.full_end
        place = gazetteer.place(other.index)
        is_inside = division.index in place.parents and place.index != town.index
        if is_inside and 0 < start - end <= _INNER_BEFORE and _DIVIDED.fullmatch(text, end, start):
            weight += _BESIDE
        is_division = _is_division(place) and _find_pair(other, gazetteer) is None
        first, second = (other, decision) if other.named.start < start else (decision, other)
        if is_division and _is_listed(first, second, text):
            weight += _LISTED
    return weight


def _put_first(decision: Decision, index: int) -> Decision:
    """The decision with this place as its best."""
    score = decision.score
    others = tuple(row for row in decision.ranked if row[0] != index)
    return replace(decision, ranked=((index, score), *others))
