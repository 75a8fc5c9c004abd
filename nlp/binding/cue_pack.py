"""Reads the packs of binding alike: phrases by what they say, and sets of small words."""

from collections.abc import Iterable, Mapping
from typing import Any

from nlp.morphology import arabic_variants
from nlp.pack import expand_forms
from nlp.phrase import PhraseTable


def make_cue_table(language: str, rows: Mapping[str, Iterable[str]]) -> PhraseTable[str]:
    """Return the phrases of `rows`, each with the key under which it stands; of two keys the first one wins."""
    table = _empty_table(language)
    for says, patterns in rows.items():
        for form in _forms(patterns):
            table.add(form, says)
    return table


def make_joined_table(language: str, rows: Mapping[str, Iterable[str]]) -> PhraseTable[str]:
    """Return the phrases of `rows`, each with all keys under which it stands, joined by a space (المحافظة)."""
    keys: dict[str, list[str]] = {}
    for says, patterns in rows.items():
        for form in _forms(patterns):
            keys.setdefault(form, []).append(says)
    table = _empty_table(language)
    for form, told in keys.items():
        table.add(form, " ".join(dict.fromkeys(told)))
    return table


def load_words(raw: Mapping[str, Any], key: str) -> frozenset[str]:
    """Return the words of a key, folded; none where a language has no need of it."""
    return frozenset(_forms(raw.get(key, ())))


def _empty_table(language: str) -> PhraseTable[str]:
    return PhraseTable(arabic_variants if language == "ar" else None)


def _forms(patterns: Iterable[str]) -> Iterable[str]:
    return (form for pattern in patterns for form in expand_forms(pattern))
