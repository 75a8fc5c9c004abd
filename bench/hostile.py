"""Hostile texts, each read at one length and at twice that: what is linear takes twice as long."""

import time
from collections.abc import Mapping

from bench.figures_and_periods import find_all as find_figures_and_periods
from bench.measure import Doubling
from bench.places_and_products import find_all as find_places_and_products

PIECES: Mapping[str, tuple[str, str]] = {
    "digits": ("en", "7"),
    "grouped digits": ("es", "1.234."),
    "years": ("en", "2019 "),
    "scale words": ("en", "million "),
    "scale words, ru": ("ru", "тысяч "),
    "scale words, ar": ("ar", "الف "),
    "scale signs, zh": ("zh", "万亿"),
    "brackets": ("en", "("),
    "numbers in brackets": ("en", "(5) "),
    "rates": ("en", "5 yuan/kg "),
    "full stops": ("fr", ". "),
    "capitals": ("en", "San "),
    "one place": ("en", "Kenya "),
    "places, zh": ("zh", "北京"),
    "one letter": ("ar", "ا"),
    "vowel signs": ("ar", "\u064b"),
    "one good": ("en", "rice "),
    "quotation marks": ("ru", "«"),
}
"""What a hostile text repeats, with the language it is read in."""


def measure_doublings(characters: int) -> list[Doubling]:
    """Return the doublings of all kinds, from so many characters on."""
    return [
        Doubling(
            kind=kind,
            characters=characters,
            seconds=_time(kind, characters),
            twice_seconds=_time(kind, 2 * characters),
        )
        for kind in PIECES
    ]


def make_hostile_text(kind: str, characters: int) -> str:
    """Return a text of nothing but one of the `PIECES`."""
    _, piece = PIECES[kind]
    return (piece * (characters // len(piece) + 1))[:characters]


def _time(kind: str, characters: int) -> float:
    language, piece = PIECES[kind]
    text = make_hostile_text(kind, characters)
    for find in (find_figures_and_periods, find_places_and_products):
        find(piece, language)  # loads the packs
    begun = time.perf_counter()
    find_figures_and_periods(text, language)
    find_places_and_products(text, language)
    return time.perf_counter() - begun
