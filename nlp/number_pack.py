"""The number words of a language, loaded from its pack and ready for look-up."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from nlp.fold import fold
from nlp.morphology import arabic_variants
from nlp.pack import expand_forms, load_pack
from nlp.phrase import PhraseTable


@dataclass(frozen=True)
class NumberPack:
    """Tables of `number.toml`, folded; see the head of the pack for what each holds."""

    language: str
    value: PhraseTable[Decimal]
    hundred: dict[str, Decimal]
    scale: dict[str, Decimal]
    scale_alone: frozenset[str]
    """Scale words that are a number by themselves: mil, mille, ألف, тысяча."""
    scale_glued: dict[str, Decimal]
    dual_scale: dict[str, Decimal]
    fraction: PhraseTable[tuple[Decimal, Decimal]]
    vague: PhraseTable[Decimal]
    rounded: PhraseTable[Decimal]
    multiple: PhraseTable[Decimal]
    half_after: PhraseTable[bool]
    half_before: PhraseTable[bool]
    joiners: frozenset[str]
    articles: frozenset[str]
    fraction_of: frozenset[str]


@cache
def load_number_pack(language: str) -> NumberPack:
    """Return the number words of a language; raises PackError for a broken pack."""
    raw = load_pack(language, "number")
    return NumberPack(
        language=language,
        value=_table(raw, "value", language),
        hundred=_words(raw, "hundred"),
        scale=_words(raw, "scale"),
        scale_alone=frozenset(form for word in raw.get("scale_alone", ()) for form in expand_forms(word)),
        scale_glued=_words(raw, "scale_glued"),
        dual_scale=_words(raw, "dual_scale"),
        fraction=_fractions(raw, language),
        vague=_table(raw, "vague", language),
        rounded=_table(raw, "rounded", language),
        multiple=_table(raw, "multiple", language),
        half_after=_set(raw, "half_after", language),
        half_before=_set(raw, "half_before", language),
        joiners=frozenset(raw.get("joiners", ())),
        articles=frozenset(fold(word) for word in raw.get("articles", ())),
        fraction_of=frozenset(raw.get("fraction_of", ())),
    )


def _new_table(language: str) -> PhraseTable[Any]:
    return PhraseTable(arabic_variants if language == "ar" else None)


def _words(raw: dict[str, Any], name: str) -> dict[str, Decimal]:
    return {form: Decimal(str(value)) for key, value in raw.get(name, {}).items() for form in expand_forms(key) if form}


def _table(raw: dict[str, Any], name: str, language: str) -> PhraseTable[Decimal]:
    table: PhraseTable[Decimal] = _new_table(language)
    for form, value in _words(raw, name).items():
        table.add(form, value)
    return table


def _fractions(raw: dict[str, Any], language: str) -> PhraseTable[tuple[Decimal, Decimal]]:
    table: PhraseTable[tuple[Decimal, Decimal]] = _new_table(language)
    for key, (above, below) in raw.get("fraction", {}).items():
        for form in expand_forms(key):
            table.add(form, (Decimal(above), Decimal(below)))
    return table


def _set(raw: dict[str, Any], name: str, language: str) -> PhraseTable[bool]:
    table: PhraseTable[bool] = _new_table(language)
    for phrase in raw.get(name, ()):
        table.add(fold(phrase), True)
    return table
