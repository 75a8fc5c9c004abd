"""Which names are places, and which place each is: in rounds, since places vouch for each other."""

from collections.abc import Sequence
from dataclasses import replace

from nlp.gazetteer import Gazetteer
from nlp.matching import Cover
from nlp.places.candidates import Named, NormalizedText
from nlp.places.decision import Decision
from nlp.places.pack import PlacePack
from nlp.places.score import ACCEPTED, SURE, Around, Witness, score_option
from nlp.places.seat import choose_seats
from nlp.places.sport import find_sport
from nlp.places.words_beside import score_surroundings

_ROUNDS = (SURE, ACCEPTED, ACCEPTED)
_MOST_OPTIONS = 24
"""Of a name; they stand by sureness and size."""


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
    by_span: dict[tuple[int, int], list[tuple[Named, float]]] = {}
    for named, score in zip(found, surroundings, strict=True):
        by_span.setdefault((named.start, named.full_end), []).append((named, score))
    ordered = sorted(by_span.items(), key=lambda one: (one[0][0] - one[0][1], one[0][0]))
    decisions: list[Decision] = []
    sport = find_sport(normalized.text, pack)
    around: Around | None = None
    ranks: dict[int, tuple[tuple[int, float], ...]] = {}
    for threshold in _ROUNDS:
        before, around = around, _look_around(decisions, gazetteer, outlet_country, len(normalized.text))
        around = replace(around, sport=sport, of_persons=_find_surnames(found, around.covered))
        if around != before:
            ranks.clear()  # what stands around decides: where nothing changed, nothing is decided anew
        taken = Cover(len(normalized.text))
        decisions = []
        for (start, end), names in ordered:
            free = [(named, score) for named, score in names if not taken.overlaps(named.start, named.end)]
            if not free:
                continue
            # "Northern Region" is a name of some places, and the noun of others that are called Northern.
            for named, score in free:
                if id(named) not in ranks:
                    ranks[id(named)] = _rank(named, score, around, gazetteer, pack)
            best = max((Decision(named, ranks[id(named)]) for named, _ in free), key=lambda one: one.score)
            if best.score >= threshold:
                taken.add(start, end)
                decisions.append(best)
    return choose_seats(sorted(decisions, key=lambda one: one.named.start), normalized, pack, gazetteer)


def _find_surnames(found: Sequence[Named], places: Cover) -> frozenset[str]:
    """Names that stand somewhere right behind a capitalised word which is no place of its own."""
    return frozenset(
        named.key
        for named in found
        if named.noun is None
        and any(at < named.start and not places.overlaps(at, at + 1) for at in named.beside_capitals)
    )


def _rank(
    named: Named, surroundings: float, around: Around, gazetteer: Gazetteer, pack: PlacePack
) -> tuple[tuple[int, float], ...]:
    scored = [
        (option.index, surroundings + score_option(named, option, around, gazetteer, pack))
        for option in named.options[:_MOST_OPTIONS]
    ]
    # Of places that fit equally the larger one, which stands first.
    return tuple(sorted(scored, key=lambda one: -one[1]))


def _look_around(
    decisions: Sequence[Decision], gazetteer: Gazetteer, outlet_country: str | None, length: int
) -> Around:
    accepted: dict[int, list[int]] = {}
    holders: dict[int, set[Witness]] = {}
    countries: dict[str, set[Witness]] = {}
    for decision in decisions:
        witness = frozenset(decision.close)
        meant = [gazetteer.place(index) for index in witness]
        # What cannot be told apart vouches for what it has in common: a town and the province named after it.
        shared = set.intersection(*({place.index, *place.parents} for place in meant))
        for index in shared:
            if index in witness:
                accepted.setdefault(index, []).append(decision.named.start)
            else:
                holders.setdefault(index, set()).add(witness)
        told = {place.country for place in meant}
        if len(told) == 1 and (country := told.pop()) is not None:
            countries.setdefault(country, set()).add(witness)
    spans = [(decision.named.start, decision.named.full_end) for decision in decisions]
    witnessed = {index for decision in decisions for index in decision.close}
    covered = Cover(length)
    for offsets in accepted.values():
        offsets.sort()
    for start, end in spans:
        covered.add(start, end)
    return Around(accepted, holders, countries, outlet_country, spans, witnessed, covered)
