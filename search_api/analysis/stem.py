"""The stem of one word, by its script and the language of its text."""

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

import Stemmer

from search_api.analysis.arabic import arabic_query_stems, normalize_arabic, stem_arabic
from search_api.analysis.russian import noun_forms

SNOWBALL = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
LATIN_LANGUAGES = ("en", "fr", "es")
_KEPT_WORDS = 200_000
"""Words whose stem is remembered: news texts repeat theirs."""


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    word_stemmer: Callable[[str], str] = Stemmer.Stemmer(SNOWBALL[language]).stemWord
    return word_stemmer


def strip_accents(word: str) -> str:
    """Return Latin letters without their accents, ё as е; Cyrillic й stays.

    >>> strip_accents("producción"), strip_accents("ёлкой")
    ('produccion', 'елкой')
    """
    if word.isascii():
        return word
    return "".join(_without_accent(character) for character in word)


@lru_cache(maxsize=2000)
def _without_accent(character: str) -> str:
    if character == "ё":
        return "е"
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() else character


@lru_cache(maxsize=_KEPT_WORDS)
def fold_exact(word: str) -> str:
    """Return the form of a case-folded word that an exact search compares."""
    return normalize_arabic(word) if _is_arabic(word) else strip_accents(word)


@lru_cache(maxsize=_KEPT_WORDS)
def stem_word(word: str, language: str) -> str:
    """Return the stem of a case-folded word in a text of a language; a word of another script is only folded.

    >>> stem_word("counties", "en"), stem_word("المزارعين", "ar"), stem_word("деревнями", "ru")
    ('counti', 'مزارع', 'деревн')
    """
    if _is_arabic(word):
        return stem_arabic(normalize_arabic(word))
    if _is_cyrillic(word):
        return _stemmer("ru")(strip_accents(word))
    if language in LATIN_LANGUAGES:
        return strip_accents(_stemmer(language)(word))
    return strip_accents(word)


def query_stems(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return every stem that a case-folded word has in texts of these languages, and its plain form."""
    if _is_arabic(word):
        return arabic_query_stems(normalize_arabic(word))
    stems = [fold_exact(word)]
    if _is_cyrillic(word):
        stems.extend(stem_word(form, "ru") for form in (word, *noun_forms(word)))
        return tuple(dict.fromkeys(stems))
    for language in languages:
        stems.append(stem_word(word, language))
        # Typed without accents, a word may stem otherwise: both are looked for.
        stems.append(stem_word(strip_accents(word), language))
    return tuple(dict.fromkeys(stems))


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff"


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[0] <= "\u04ff"
