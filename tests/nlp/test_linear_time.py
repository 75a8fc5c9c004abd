"""No text, however hostile, makes reading take more than in proportion to its length."""

import time
from collections.abc import Callable

import pytest

from bench.figures_and_periods import find_all as find_figures_and_periods
from bench.hostile import PIECES, make_hostile_text
from bench.places_and_products import find_all as find_places_and_products

_CHARACTERS = 1500
_TIMES_AS_LONG = 4
_MOST = 10
"""Four times as long a text takes about four times as long, sixteen times where the time is quadratic."""
_CLOCK_NOISE_SECONDS = 0.004


@pytest.mark.parametrize("kind", PIECES)
@pytest.mark.parametrize("find", [find_figures_and_periods, find_places_and_products])
def test_time_grows_with_the_length_of_a_hostile_text(kind: str, find: Callable[[str, str], int]) -> None:
    language, _ = PIECES[kind]
    short, long = (make_hostile_text(kind, size) for size in (_CHARACTERS, _TIMES_AS_LONG * _CHARACTERS))
    find(short, language)  # loads the packs
    ratio = min(_seconds(find, long, language) / _seconds(find, short, language) for _ in range(2))
    assert ratio < _MOST


def _seconds(find: Callable[[str, str], int], text: str, language: str) -> float:
    begun = time.process_time()
    find(text, language)
    return time.process_time() - begun + _CLOCK_NOISE_SECONDS
