"""Hostile texts, each read at one length and at twice that: what is linear takes twice as long."""

import time

from bench.figures_and_periods import find_all as find_figures_and_periods
from bench.measure import Doubling
from bench.places_and_products import find_all as find_places_and_products

_PIECES = {
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


def measure_doublings(characters: int) -> list[Doubling]:
    """Return the doublings of all kinds, from so many characters on."""
    return [
        Doubling(
            kind=kind,
            characters=characters,
            seconds=_time(piece, language, characters),
            twice_seconds=_time(piece, language, 2 * characters),
        )
        for kind, (language, piece) in _PIECES.items()
    ]


def _time(piece: str, language: str, characters: int) -> float:
    text = (piece * (characters // len(piece) + 1))[:characters]
    for find in (find_figures_and_periods, find_places_and_products):
        find(piece, language)  # loads the packs
    begun = time.perf_counter()
    find_figures_and_periods(text, language)
    find_places_and_products(text, language)
    return time.perf_counter() - begun
