"""Which names are places, and which place each is: in rounds, since places vouch for each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.gazetteer import Gazetteer
from nlp.matching import Cover
from nlp.places.candidates import Named, NormalizedText
from nlp.places.pack import PlacePack
from nlp.places.score import ACCEPTED, SURE, Around, Witness, score_option, score_surroundings

_ROUNDS = (SURE, ACCEPTED, ACCEPTED)
CLOSE = 1.0
"""Places whose scores differ by less cannot be told apart."""
_MOST_OPTIONS = 24
"""Of a name; they stand by sureness and size."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A name taken for a place; `ranked` are the places it may mean with their scores, the best first."""

    named: Named
    ranked: tuple[tuple[int, float], ...]

    @property
    def index(self) -> int:
        """The place."""
        return self.ranked[0][0]

    @property
    def close(self) -> tuple[int, ...]:
        """The place and those that fit about as well."""
        return tuple(index for index, score in self.ranked if self.score - score < CLOSE)

    @property
    def score(self) -> float:
        """How well it fits."""
        return self.ranked[0][1]


def decide_places(
    normalized: NormalizedText,
    found: Sequence[Named],
    pack: PlacePack,
    gazetteer: Gazetteer,
    *,
    outlet_country: str | None,
) -> list[Decision]:
    """Return the names that are places, in text order; of names that overlap the longest."""
    if not found:
        return []
    surroundings = [score_surroundings(named, normalized.text, pack) for named in found]
    ordered = sorted(zip(found, surroundings, strict=True), key=lambda one: (one[0].start - one[0].end, one[0].start))
    decisions: list[Decision] = []
    for threshold in _ROUNDS:
        around = _look_around(decisions, gazetteer, outlet_country)
        taken = Cover(len(normalized.text))
        decisions = []
        for named, score in ordered:
            if taken.overlaps(named.start, named.end):
                continue
            ranked = _rank(named, score, around, gazetteer, pack)
            if ranked[0][1] >= threshold:
                taken.add(named.start, named.full_end)
                decisions.append(Decision(named, ranked))
    return sorted(decisions, key=lambda one: one.named.start)


def _rank(
    named: Named, surroundings: float, around: Around, gazetteer: Gazetteer, pack: PlacePack
) -> tuple[tuple[int, float], ...]:
    scored = [
        (option.index, surroundings + score_option(named, option, around, gazetteer, pack))
        for option in named.options[:_MOST_OPTIONS]
    ]
    # Of places that fit equally the larger one, which stands first.
    return tuple(sorted(scored, key=lambda one: -one[1]))


def _look_around(decisions: Sequence[Decision], gazetteer: Gazetteer, outlet_country: str | None) -> Around:
    accepted: dict[int, tuple[int, ...]] = {}
    holders: dict[int, set[Witness]] = {}
    countries: dict[str, set[Witness]] = {}
    for decision in decisions:
        witness = frozenset(decision.close)
        meant = [gazetteer.place(index) for index in witness]
        # What cannot be told apart vouches for what it has in common: a town and the province named after it.
        shared = set.intersection(*({place.index, *place.parents} for place in meant))
        for index in shared:
            if index in witness:
                accepted[index] = (*accepted.get(index, ()), decision.named.start)
            else:
                holders.setdefault(index, set()).add(witness)
        told = {place.country for place in meant}
        if len(told) == 1 and (country := told.pop()) is not None:
            countries.setdefault(country, set()).add(witness)
    spans = [(decision.named.start, decision.named.full_end) for decision in decisions]
    return Around(accepted, holders, countries, outlet_country, spans)
