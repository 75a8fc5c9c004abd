"""The number words of a language, loaded from its pack and ready for look-up."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from nlp.fold import fold
from nlp.morphology import arabic_variants, plain_variants
from nlp.numbers.digits import VULGAR_FRACTIONS
from nlp.pack import expand_forms, load_pack
from nlp.phrase import PhraseTable

_AR_PRONOUNS = ("هم", "هن", "ها", "هما")


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
    ordinal: PhraseTable[Decimal]
    """Ordinals that are the denominator of a fraction behind a number word or an article."""
    vague: PhraseTable[Decimal]
    rounded: PhraseTable[Decimal]
    multiple: PhraseTable[Decimal]
    half_after: PhraseTable[bool]
    half_before: PhraseTable[bool]
    inside: PhraseTable[bool]
    """Hedges between digits and their scale word: 85 с лишним млн."""
    joiners: frozenset[str]
    articles: frozenset[str]
    fraction_of: frozenset[str]
    ordinal_next: frozenset[str]
    """Words that may follow a fraction of an article and an ordinal: a third of, not a third shop."""

    def variants(self, norm: str) -> tuple[tuple[str, int], ...]:
        """Forms under which a word is looked up, each with the characters of a clitic cut off before it."""
        return arabic_variants(norm) if self.language == "ar" else plain_variants(norm)

    def begins_number(self, norm: str) -> bool:
        """False where no number in words begins with this word."""
        if norm in self.articles or norm in VULGAR_FRACTIONS:
            return True
        tables = (self.value, self.fraction, self.vague, self.rounded, self.half_before)
        if any(table.begins(norm) for table in tables):
            return True
        words = (self.hundred, self.scale_alone, self.dual_scale)
        if any(form in known for form, _ in self.variants(norm) for known in words):
            return True
        return self.language == "ar" and any(
            norm.endswith(pronoun) and self.fraction.begins(norm.removesuffix(pronoun)) for pronoun in _AR_PRONOUNS
        )


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
        ordinal=_table(raw, "ordinal", language),
        vague=_table(raw, "vague", language),
        rounded=_table(raw, "rounded", language),
        multiple=_table(raw, "multiple", language),
        half_after=_set(raw, "half_after", language),
        half_before=_set(raw, "half_before", language),
        inside=_set(raw, "inside", language),
        joiners=frozenset(raw.get("joiners", ())),
        articles=frozenset(fold(word) for word in raw.get("articles", ())),
        fraction_of=frozenset(raw.get("fraction_of", ())),
        ordinal_next=frozenset(fold(word) for word in raw.get("ordinal_next", ())),
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
