"""Inflected forms of a lexicon's names: plurals, Russian cases, Arabic articles, duals and possessives."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from nlp.fold import fold

_ARABIC_POSSESSIVES = ("ها", "هم", "هن", "نا", "ه")
_FRENCH_STOPS = frozenset(("de", "du", "des", "à", "au", "aux", "en", "par", "pour"))
_SPANISH_STOPS = frozenset(("de", "del", "a", "en", "con", "para"))
_SPANISH_ACCENTED_END = re.compile(r"(.*)([áéíóú])([nsl])$")  # limón -> limones
_PLAIN_VOWELS = {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"}
_RUSSIAN_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_RUSSIAN_CASES_ALIKE = {"gen2": "gent", "acc2": "accs", "loc2": "loct"}
_RUSSIAN_RARE_FORMS = frozenset(("Cmp2", "Supr", "V-ej", "Erro", "Arch"))
"""Comparatives and misspelt or old forms, which are other words or none."""
_MOST_ARABIC_WORDS = 4
"""Articles of longer names are left as written: their combinations double with each word."""


@cache
def inflect(name: str, language: str) -> tuple[tuple[str, int], ...]:
    """Return the folded forms of a name, each with the length of a possessive suffix at its end.

    >>> inflect("citron vert", "fr")
    (('citron vert', 0), ('citrons verts', 0))
    >>> inflect("فجل", "ar")[:3]
    (('فجل', 0), ('فجلا', 0), ('فجلها', 2))
    """
    forms: Iterator[tuple[str, int]]
    if language == "ar":
        forms = _inflect_arabic(fold(name))
    else:
        inflector = {"en": _inflect_english, "fr": _inflect_french, "es": _inflect_spanish, "ru": _inflect_russian}
        spell = inflector.get(language, lambda word: iter((word,)))
        forms = ((fold(form), 0) for form in spell(name))
    return tuple(dict.fromkeys(forms))


def _inflect_english(name: str) -> Iterator[str]:
    yield name
    if re.search(r"[^aeiou]y$", name):
        yield name[:-1] + "ies"
    elif re.search(r"(s|x|ch|sh|z)$", name):
        yield name + "es"
    else:
        yield name + "s"


def _inflect_french(name: str) -> Iterator[str]:
    yield name
    head, rest = _split_head(name, _FRENCH_STOPS)
    yield " ".join([*(_french_plural(word) for word in head), *rest])


def _french_plural(word: str) -> str:
    if re.search(r"[sxz]$", word):
        return word
    if word.endswith("al"):
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")


def _inflect_spanish(name: str) -> Iterator[str]:
    yield name
    head, rest = _split_head(name, _SPANISH_STOPS)
    yield " ".join([*(_spanish_plural(word) for word in head), *rest])


def _spanish_plural(word: str) -> str:
    if word.endswith("z"):
        return word[:-1] + "ces"
    if re.search(r"[aeiouéáó]$", word):
        return word + "s"
    accented = _SPANISH_ACCENTED_END.match(word)
    if accented:
        return accented[1] + _PLAIN_VOWELS[accented[2]] + accented[3] + "es"
    return word if word.endswith("s") else word + "es"


def _split_head(name: str, stops: frozenset[str]) -> tuple[list[str], list[str]]:
    """Words up to the first preposition agree in number, those after it stay."""
    words = name.split(" ")
    for index, word in enumerate(words):
        if index and (word in stops or word.startswith(("d'", "l'"))):
            return words[:index], words[index:]
    return words, []


def _inflect_arabic(name: str) -> Iterator[tuple[str, int]]:
    words = name.split(" ")
    if len(words) == 1:
        yield from _inflect_arabic_word(name)
        return
    yield name, 0
    if len(words) > _MOST_ARABIC_WORDS:
        return
    # The article of the first word is a clitic, which the matcher knows; the others take one or none.
    later = [(word,) if word.startswith("ال") else (word, "ال" + word) for word in words[1:]]
    for combination in product(*later):
        yield " ".join((words[0], *combination)), 0
    if words[0].endswith("ه") or len(words[0]) > 3:
        accusative = words[0] + "ا"
        if not words[0].endswith(("ة", "ا", "ى", "ي", "ات")):
            yield (
                " ".join((accusative, *(word + "ا" if word[-1] not in "ةاىي" else word for word in words[1:]))),
                0,
            )


def _inflect_arabic_word(word: str) -> Iterator[tuple[str, int]]:
    yield word, 0
    if len(word) < 3:
        return
    if word.endswith("ة"):
        stem = word[:-1]
        for ending in ("ه", "ات", "تين", "تان"):
            yield stem + ending, 0
        for suffix in _ARABIC_POSSESSIVES:
            yield stem + "ت" + suffix, len(suffix)
        return
    if not word.endswith(("ا", "ء", "ات")):
        yield word + "ا", 0
    for suffix in _ARABIC_POSSESSIVES:
        yield word + suffix, len(suffix)


def _inflect_russian(name: str) -> Iterator[str]:
    """All cases and numbers: adjectives before the first noun agree with it, words after it stay."""
    yield name
    words = name.split(" ")
    first = next((index for index, word in enumerate(words) if not _is_adjective(word)), len(words) - 1)
    head_prefix, _, head = words[first].rpartition("-")
    parsed = _parse(head)
    if parsed is None:
        return
    # риса-сырца, лука-порея: both halves change.
    first_half = _parse(head_prefix) if head_prefix else None
    prefixes = _forms_by_number_and_case(first_half) if first_half else {}
    gender = parsed.tag.gender
    nouns = _forms_by_number_and_case(parsed)
    adjectives = [_forms_by_number_and_case(adjective) for adjective in map(_parse, words[:first]) if adjective]
    # A name given in the plural (семена, раки) has no singular: рак is an illness too.
    for number in ("plur",) if parsed.tag.number == "plur" else ("sing", "plur"):
        for case in _RUSSIAN_CASES:
            agreed = [forms.get((number, case, gender if number == "sing" else None), ()) for forms in adjectives]
            for noun, *others in product(nouns.get((number, case, None), ()), *agreed):
                for prefix in prefixes.get((number, case, None), [head_prefix]) if head_prefix else ("",):
                    yield " ".join([*others, f"{prefix}-{noun}" if prefix else noun, *words[first + 1 :]])


@cache
def _forms_by_number_and_case(parsed: Any) -> dict[tuple[str, str, str | None], list[str]]:
    """The forms of a word by number, case and, of adjectives in the singular, gender.

    One look at the whole paradigm: asking for each form apart takes ten times as long.
    """
    forms: dict[tuple[str, str, str | None], list[str]] = {}
    for form in parsed.lexeme:
        tag = form.tag
        if tag.POS not in ("NOUN", "ADJF", "PRTF") or not _RUSSIAN_RARE_FORMS.isdisjoint(tag.grammemes):
            continue
        gender = tag.gender if tag.POS != "NOUN" and tag.number == "sing" else None
        listed = forms.setdefault((tag.number, _RUSSIAN_CASES_ALIKE.get(tag.case, tag.case), gender), [])
        if form.word not in listed:
            listed.append(form.word)
    return forms


@cache
def _analyzer() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@cache
def _readings(word: str) -> list[Any]:
    """The readings of a word, likeliest first: масло and сушёный stand in many names."""
    return list(_analyzer().parse(word))


def _is_adjective(word: str) -> bool:
    return _readings(word)[0].tag.POS in ("ADJF", "PRTF")


@cache
def _parse(word: str) -> Any:
    """The reading of a dictionary form that is no person's or place's name, None where there is none."""
    parses = [parse for parse in _readings(word) if parse.tag.POS in ("NOUN", "ADJF", "PRTF")]
    nominative = [parse for parse in parses if "nomn" in parse.tag] or parses
    common = [parse for parse in nominative if not {"Name", "Surn", "Patr"} & parse.tag.grammemes] or nominative
    # A dictionary form before a form of another word: соль is salt, not a singer's sol.
    dictionary = [parse for parse in common if parse.normal_form == word] or common
    return dictionary[0] if dictionary else None
