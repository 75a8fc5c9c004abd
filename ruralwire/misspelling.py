"""Finds what a misspelt name was meant to be, one slip of the pen away."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from nlp.gazetteer import load_gazetteer
from nlp.matching import normalize_name
from nlp.model.concept import Concept

_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz -'",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё -",
    "ابتةثجحخدذرزسشصضطظعغفقكلمنهويىأإآئءؤ ",
)
_LEAST_LETTERS = 4
"""Of shorter names everything is one slip away."""
_MOST_SUGGESTED = 3
_RANKS = {"country": 0, "province": 1, "region": 1, "prefecture": 2}
_KNOWN_INHABITANTS = 100_000
"""Smaller places are not what somebody misspelt, unless they are larger units."""


def suggest_places(name: str) -> Sequence[Concept]:
    """Return the known places whose name differs from this one in one letter, the most alike and largest first."""
    gazetteer = load_gazetteer()
    written = normalize_name(name.strip())
    likeness: dict[str, float] = {}
    found: dict[str, Concept] = {}
    for spelling in dict.fromkeys(iterate_slips(written)):
        if gazetteer.find_options(spelling):
            alike = SequenceMatcher(a=written, b=spelling, autojunk=False).ratio()
            for concept in gazetteer.find_by_name(spelling):
                found[concept.id] = concept
                likeness[concept.id] = max(alike, likeness.get(concept.id, 0.0))
    known = [
        one
        for one in found.values()
        if not found.keys() & set(one.broader)
        and (one.place_kind in _RANKS or gazetteer.population(one.id) >= _KNOWN_INHABITANTS)
    ]
    known.sort(key=lambda one: (-likeness[one.id], _rank(one), -gazetteer.population(one.id), one.id))
    return known[:_MOST_SUGGESTED]


def iterate_slips(word: str) -> Iterator[str]:
    """Yield the words that differ in one letter: left out, added, another, or exchanged with its neighbour.

    >>> "yunnan" in iterate_slips("yunan"), "sichuan" in iterate_slips("sichaun")
    (True, True)
    """
    if len(word) < _LEAST_LETTERS:
        return
    letters = next((one for one in _ALPHABETS if any(letter in one for letter in word if letter.isalpha())), "")
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (before + letter + after for letter in letters)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in letters if letter != after[0])
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def _rank(concept: Concept) -> int:
    return _RANKS.get(concept.place_kind or "", len(_RANKS))
