"""The words that put figures together in a language, ready for look-up."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from nlp.fold import fold
from nlp.model.quantity import Modifier
from nlp.morphology import arabic_variants
from nlp.number_pack import load_number_pack
from nlp.pack import load_pack
from nlp.phrase import PhraseTable
from nlp.unit import UnitTable, load_unit_table

FALLBACK = "en"
"""Texts in a language without a pack: numbers in digits are read with the English tables."""


@dataclass(frozen=True)
class Grammar:
    """Tables of `figure.toml`, `hedge.toml` and `change.toml`; the heads of the packs say what each holds."""

    language: str
    units: UnitTable
    multiple: PhraseTable[Any]
    range: PhraseTable[bool]
    between: PhraseTable[bool]
    range_and: PhraseTable[bool]
    link: PhraseTable[bool]
    leading: frozenset[str]
    per: PhraseTable[bool]
    code: PhraseTable[bool]
    number_of: PhraseTable[str]
    reach: PhraseTable[bool]
    reach_noun: PhraseTable[str]
    same: PhraseTable[bool]
    age_before: PhraseTable[bool]
    age_after: PhraseTable[bool]
    stop: frozenset[str]
    not_head: frozenset[str]
    only_before_scale: frozenset[str]
    adjective_endings: tuple[str, ...]
    hedge_before: PhraseTable[Modifier]
    hedge_after: PhraseTable[Modifier]
    hedge_between: PhraseTable[bool]
    hedge_split: tuple[tuple[tuple[str, ...], tuple[str, ...], Modifier], ...]
    """Hedges in two parts with words between: their first words, their last ones, the modifier."""
    lower_side: frozenset[str]
    change: dict[str, PhraseTable[str]]


@cache
def load_grammar(language: str) -> Grammar:
    """The grammar of a language (of English where there is no pack); raises PackError for a broken pack."""
    figure, hedge = load_pack(language, "figure"), load_pack(language, "hedge")
    number_of: PhraseTable[str] = _new(language)
    for phrase, unit in figure["number_of_unit"].items():
        number_of.add(fold(phrase), unit)
    for phrase in figure["number_of"]:
        number_of.add(fold(phrase), "")
    reach_noun: PhraseTable[str] = _new(language)
    for phrase, unit in figure.get("reach_noun", {}).items():
        reach_noun.add(fold(phrase), unit)
    return Grammar(
        language=language,
        units=load_unit_table(language),
        multiple=load_number_pack(language).multiple,
        range=_set(figure["range"], language),
        between=_set(figure["between"], language),
        range_and=_set(figure["range_and"], language),
        link=_set(figure["link"], language),
        leading=_words(figure["leading"]),
        per=_set(figure["per"], language),
        code=_set(figure["code"], language),
        number_of=number_of,
        reach=_set(figure["reach"], language),
        reach_noun=reach_noun,
        same=_set(figure["same"], language),
        age_before=_set(figure["age_before"], language),
        age_after=_set(figure["age_after"], language),
        stop=_words(figure["stop"]),
        not_head=_words(figure.get("not_head", ())),
        only_before_scale=_words(figure.get("only_before_scale", ())),
        adjective_endings=tuple(figure.get("adjective_endings", ())),
        hedge_before=_modifiers(hedge["before"], language),
        hedge_after=_modifiers(hedge["after"], language),
        hedge_between=_set(hedge["between"], language),
        hedge_split=_split(hedge.get("split", {})),
        lower_side=_words(hedge["lower_side"]["words"]),
        change=_change(load_pack(language, "change")["cue"], language),
    )


def _new(language: str) -> PhraseTable[Any]:
    return PhraseTable(arabic_variants if language == "ar" else None)


def _set(phrases: Iterable[str], language: str) -> PhraseTable[bool]:
    table: PhraseTable[bool] = _new(language)
    for phrase in phrases:
        table.add(fold(phrase), True)
    return table


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _modifiers(raw: dict[str, list[str]], language: str) -> PhraseTable[Modifier]:
    table: PhraseTable[Modifier] = _new(language)
    for modifier, phrases in raw.items():
        for phrase in phrases:
            table.add(fold(phrase), modifier)  # type: ignore[arg-type]  # the pack's keys are the modifiers
    return table


def _split(raw: dict[str, list[str]]) -> tuple[tuple[tuple[str, ...], tuple[str, ...], Modifier], ...]:
    rows = []
    for modifier, phrases in raw.items():
        for phrase in phrases:
            first, _, last = fold(phrase).partition("…")
            rows.append((tuple(first.split()), tuple(last.split()), modifier))
    return tuple(rows)  # type: ignore[return-value]  # the pack's keys are the modifiers


def _change(raw: dict[str, list[str]], language: str) -> dict[str, PhraseTable[str]]:
    """Tables `cue` (up, down), `by`, `to`, `from`, `after` and for Chinese `by` and `to` with a direction each."""
    tables: dict[str, PhraseTable[str]] = {name: _new(language) for name in ("cue", "by", "to", "from", "after", "own")}
    places = {
        "up": ("cue", "up"), "down": ("cue", "down"), "after_up": ("after", "up"), "after_down": ("after", "down"),
        "own_up": ("own", "up"), "own_down": ("own", "down"), "by_up": ("by", "up"), "by_down": ("by", "down"),
        "to_up": ("to", "up"), "to_down": ("to", "down"), "between_from_to": ("cue", "up"),
    }  # fmt: skip
    for name, phrases in raw.items():
        table, direction = places.get(name, (name, ""))
        for phrase in phrases:
            tables[table].add(fold(phrase), direction)
    return tables
