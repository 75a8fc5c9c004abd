"""The nouns that stand beside names of places: the province of, 县, уезд, محافظة."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from nlp.model.concept import PlaceKind
from nlp.places.pack import PlacePack, load_place_pack
from nlp.places.words import first_word_after, words_after
from nlp.word_table import WordTable

CLITICS = tuple(a + b for a in ("", "و", "ف") for b in ("", "ب", "ل", "ك"))
"""What may stand before an Arabic word, written together with it."""
RUSSIAN_ADJECTIVE = re.compile("(ск|цк)(ий|ая|ое|ого|ой|ому|им|ом|ую|ие|их)$")
"""A Russian name that is an adjective, which a noun closes: Вологодская область."""
_SHORTEST_ARABIC = 2
_PEOPLE = re.compile(r"( [а-яё]+){0,2} [а-яё]+ск(ий|ого|ому|им|ом)(?= автономн)")
_REMEMBERED_WORDS = 16_384


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun beside a name: the kinds of place it is said of, and where it stands."""

    kinds: tuple[PlaceKind, ...]
    start: int
    end: int
    phrase: tuple[str, ...]
    is_after: bool


def find_chinese_noun(text: str, start: int, end: int, pack: PlacePack) -> Noun | None:
    """The suffix that ends a name (贵州省), or that goes on after it and makes another name of it (海兴镇)."""
    own = next((suffix for suffix in pack.after if text.endswith(suffix[0], start + 1, end)), None)
    if own is not None:
        return Noun(pack.after[own], end, end, own, is_after=False)
    if pack.suffix is not None and (further := pack.suffix.pattern.match(text, end)):
        return Noun(pack.after[(further["suffix"],)], end, end, (further["suffix"],), is_after=False)
    return None


def find_noun_after(text: str, end: int, pack: PlacePack) -> Noun | None:
    """The noun that stands right after a name, the longest one."""
    if pack.language == "ru" and (people := _PEOPLE.match(text, end)):
        end = people.end()  # Цяньдуннань-Мяо-Дунский автономный округ
    if not pack.longest_after or first_word_after(text, end) not in _first_words_of_nouns(pack.language):
        return None
    words = words_after(text, end)
    for count in range(min(pack.longest_after, len(words)), 0, -1):
        phrase = tuple(word for word, _ in words[:count])
        kinds = pack.after.get(phrase)
        if kinds is not None:
            return Noun(kinds, end, words[count - 1][1], phrase, is_after=True)
    return None


@cache
def _first_words_of_nouns(language: str) -> frozenset[str]:
    """Of the nouns after a name: most words are none, and looking at one word is soon done."""
    return frozenset(phrase[0] for phrase in load_place_pack(language).after)


def find_noun_before(words: tuple[str, ...], end: int, pack: PlacePack) -> Noun | None:
    """The noun that stands right before a name, the longest one; Arabic ones with their clitics."""
    for count in range(min(pack.longest_before, len(words)), 0, -1):
        phrase = words[-count:]
        form = phrase if pack.language != "ar" else _arabic_noun(phrase)
        kinds = pack.before.get(form)
        if kinds is not None:
            return Noun(kinds, end - len(" ".join(phrase)), end, form, is_after=False)
    return _find_autonomous_noun(words, end, pack)


def _find_autonomous_noun(words: tuple[str, ...], end: int, pack: PlacePack) -> Noun | None:
    """Préfecture autonome miao et dong de: the peoples of a unit stand between its noun and its name."""
    if not words or words[-1] not in pack.autonomous_joins:
        return None
    for at in range(len(words) - 2, -1, -1):
        for phrase, kinds in pack.autonomous.items():
            if words[at : at + len(phrase)] == phrase:
                return Noun(kinds, end - len(" ".join(words[at:])), end, phrase, is_after=False)
    return None


@cache
def load_arabic_nouns() -> WordTable[bool]:
    """Arabic words, each with whether it is a noun that stands before names."""
    nouns = load_place_pack("ar").before
    return WordTable(lambda word: _arabic_noun((word,)) in nouns)


@lru_cache(_REMEMBERED_WORDS)
def _arabic_noun(phrase: tuple[str, ...]) -> tuple[str, ...]:
    """The noun that an Arabic phrase is without its clitics, else the phrase as it is."""
    nouns = load_place_pack("ar").before
    return next((form for form in _forms(phrase) if form in nouns), phrase)


def _forms(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield phrase
    for clitic in CLITICS[1:]:
        if phrase[0].startswith(clitic) and len(phrase[0]) - len(clitic) >= _SHORTEST_ARABIC:
            yield (phrase[0][len(clitic) :], *phrase[1:])
