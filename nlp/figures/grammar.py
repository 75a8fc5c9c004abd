"""The words that put figures together in a language, ready for look-up."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from nlp.fold import fold
from nlp.model.quantity import Modifier
from nlp.morphology import arabic_variants
from nlp.numbers.pack import load_number_pack
from nlp.pack import expand_forms, load_pack
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
    articles: frozenset[str]
    range_articles: frozenset[str]
    """May stand before each number of a range: entre el 30 y el 40 %."""
    leading: frozenset[str]
    per: PhraseTable[bool]
    per_between: frozenset[str]
    """Words between "per" and the second unit: за один килограмм."""
    per_piece: PhraseTable[str]
    """Says "each" of a unit of its own: la pièce, за штуку."""
    each: PhraseTable[bool]
    each_behind: PhraseTable[bool]
    one: frozenset[str]
    price: PhraseTable[bool]
    money_of: PhraseTable[bool]
    """Before a sum that leaves its currency out: 总投资3.6亿."""
    income: PhraseTable[bool]
    regular: PhraseTable[bool]
    """Says how often a sum is paid: what is paid every month is an income, no price."""
    per_first: PhraseTable[bool]
    """Says "per" of a measure that stands before the money: на гектар."""
    yields: PhraseTable[bool]
    yield_of: PhraseTable[str]
    view: PhraseTable[bool]
    share_link: PhraseTable[bool]
    """Between the two counts of a share; True where it can mean nothing else (de cada)."""
    share_word: PhraseTable[int]
    whole_before: PhraseTable[bool]
    kin: PhraseTable[bool]
    """Relatives and others whose age is told: mi hija de 16 años."""
    only_compared: PhraseTable[bool]
    compared: PhraseTable[bool]
    """What must follow a multiple that is an adjective too: twice the, el triple que."""
    code: PhraseTable[bool]
    number_of: PhraseTable[str]
    reach: PhraseTable[bool]
    reach_noun: PhraseTable[str]
    same: PhraseTable[bool]
    age_before: PhraseTable[bool]
    age_after: PhraseTable[bool]
    age_at: PhraseTable[bool]
    """Before an age that says when: à 45 ans, a los 45 años, в 45 лет."""
    age_limit: PhraseTable[bool]
    """Between people and their age: women under 30, старше 60, menores de 18."""
    stop: frozenset[str]
    not_head: frozenset[str]
    no_word_before: dict[str, str]
    """Chinese nouns with the signs before which they are none: 人参 in 千人参加."""
    compared_only: frozenset[str]
    """Chinese comparatives: a step only against an earlier time."""
    earlier: tuple[str, ...]
    """Chinese words that make what is compared an earlier time."""
    attribute: PhraseTable[bool]
    """Words between a Chinese number without classifier and its noun: 1.2万贫困户."""
    only_before_scale: frozenset[str]
    after_plan: frozenset[str]
    no_whole: frozenset[str]
    """A part of one of these is a time, no share: a quarter of a century."""
    takes: frozenset[str]
    """Says how long something lasts (Arabic): an hour is a figure behind it."""
    degree: frozenset[str]
    """Words that mean degrees beside a word of cold, and other things elsewhere: 度, درجة."""
    minus: PhraseTable[bool]
    below_zero: PhraseTable[bool]
    """Makes the temperature before it negative."""
    half_after: PhraseTable[bool]
    takes_particle: PhraseTable[bool]
    """Verbs whose particle is no word of change: make up 86%."""
    stop_phrase: PhraseTable[bool]
    adjective_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    hedge_before: PhraseTable[Modifier]
    hedge_after: PhraseTable[Modifier]
    hedge_between: PhraseTable[bool]
    time_limit: PhraseTable[bool]
    """Before a length of time: at most that long (within 48 hours)."""
    denial: frozenset[str]
    """Turns a hedge: is not sold for less than."""
    no_denial: frozenset[str]
    """Between "not" and a hedge that it does not deny: not only more than."""
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
    reach_noun = _named(figure.get("reach_noun", {}), language)
    return Grammar(
        language=language,
        units=load_unit_table(language),
        multiple=load_number_pack(language).multiple,
        range=_set(figure["range"], language),
        between=_set(figure["between"], language),
        range_and=_set(figure["range_and"], language),
        link=_set(figure["link"], language),
        articles=load_number_pack(language).articles if language != "zh" else frozenset(),
        range_articles=_words(figure.get("range_articles", ())),
        leading=_words(figure["leading"]),
        per=_set(figure["per"], language),
        per_between=_words(figure.get("per_between", ())),
        per_piece=_named(figure.get("per_piece", {}), language),
        each=_set(figure.get("each", ()), language),
        each_behind=_set(figure.get("each_behind", ()), language),
        one=_words(figure.get("one", ())),
        price=_set(figure.get("price", ()), language),
        money_of=_set(figure.get("money_of", ()), language),
        income=_set(figure.get("income", ()), language),
        regular=_frequencies(language),
        per_first=_set(figure.get("per_first", ()), language),
        yields=_set(figure.get("yields", ()), language),
        yield_of=_named(figure.get("yield_of", {}), language),
        view=_set(figure.get("view", ()), language),
        share_link=_shares(figure.get("share", {}), language),
        share_word=_named(figure.get("share_word", {}), language),
        whole_before=_set(figure.get("whole_before", ()), language),
        kin=_set(figure.get("kin", ()), language),
        only_compared=_set(figure.get("only_compared", ()), language),
        compared=_set(figure.get("compared", ()), language),
        code=_set(figure["code"], language),
        number_of=number_of,
        reach=_set(figure["reach"], language),
        reach_noun=reach_noun,
        same=_set(figure["same"], language),
        age_before=_set(figure["age_before"], language),
        age_at=_set(figure.get("age_at", ()), language),
        age_limit=_set(figure.get("age_limit", ()), language),
        age_after=_set(figure["age_after"], language),
        stop=_words(figure["stop"]),
        not_head=_words(figure.get("not_head", ())),
        no_word_before=figure.get("no_word_before", {}),
        compared_only=_words(figure.get("compared_only", ())),
        earlier=tuple(figure.get("earlier", ())),
        attribute=_set(figure.get("attribute", ()), language),
        no_whole=_words(figure.get("no_whole", ())),
        degree=_words(figure.get("degree", ())),
        minus=_set(figure.get("minus", ()), language),
        below_zero=_set(figure.get("below_zero", ()), language),
        takes=_words(figure.get("takes", ())),
        half_after=load_number_pack(language).half_after if language != "zh" else _set(("半",), language),
        takes_particle=_set(figure.get("takes_particle", ()), language),
        after_plan=_words(figure.get("after_plan", ())),
        only_before_scale=_words(figure.get("only_before_scale", ())),
        stop_phrase=_set(figure["stop"], language),
        verb_endings=tuple(figure.get("verb_endings", ())),
        adjective_endings=tuple(figure.get("adjective_endings", ())),
        hedge_before=_modifiers(hedge["before"], language),
        hedge_after=_modifiers(hedge["after"], language),
        hedge_between=_set(hedge["between"], language),
        time_limit=_set(hedge.get("time_limit", ()), language),
        denial=_words(hedge.get("denial", ())),
        no_denial=_words(hedge.get("no_denial", ())),
        hedge_split=_split(hedge.get("split", {})),
        lower_side=_words(hedge["lower_side"]["words"]),
        change=_change(load_pack(language, "change")["cue"], language),
    )


def _new(language: str) -> PhraseTable[Any]:
    return PhraseTable(arabic_variants if language == "ar" else None)


def _set(phrases: Iterable[str], language: str) -> PhraseTable[bool]:
    table: PhraseTable[bool] = _new(language)
    for phrase in phrases:
        for form in expand_forms(phrase):
            table.add(form, True)
    return table


def _named(raw: dict[str, Any], language: str) -> PhraseTable[Any]:
    table: PhraseTable[Any] = _new(language)
    for pattern, payload in raw.items():
        for form in expand_forms(pattern):
            table.add(form, payload)
    return table


def _shares(raw: dict[str, list[str]], language: str) -> PhraseTable[bool]:
    """Links of `plain` can mean nothing but a share, those of `round` want a round whole."""
    table: PhraseTable[bool] = _new(language)
    for name, phrases in raw.items():
        for phrase in phrases:
            table.add(fold(phrase), name == "plain")
    return table


def _frequencies(language: str) -> PhraseTable[bool]:
    return _set(
        (phrase for phrases in load_pack(language, "period")["frequency"].values() for phrase in phrases), language
    )


def _words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _modifiers(raw: dict[str, list[str]], language: str) -> PhraseTable[Modifier]:
    table: PhraseTable[Modifier] = _new(language)
    for modifier, phrases in raw.items():
        for phrase in phrases:
            for form in expand_forms(phrase):
                table.add(form, modifier)  # type: ignore[arg-type]  # the pack's keys are the modifiers
    return table


def _split(raw: dict[str, list[str]]) -> tuple[tuple[tuple[str, ...], tuple[str, ...], Modifier], ...]:
    rows: list[tuple[tuple[str, ...], tuple[str, ...], Modifier]] = []
    for modifier, phrases in raw.items():
        for phrase in phrases:
            first, _, last = fold(phrase).partition("…")
            rows.append((tuple(first.split()), tuple(last.split()), modifier))  # type: ignore[arg-type]  # a modifier
    return tuple(rows)


def _change(raw: dict[str, list[str]], language: str) -> dict[str, PhraseTable[str]]:
    """Tables by name; those that end in _up or _down share one table, with the direction as what a phrase says."""
    names = (
        "cue", "weak", "by", "to", "from", "against", "instead", "after", "dated", "more", "own", "reached", "direct",
        "noun", "amount", "with_object", "span", "moved",
    )  # fmt: skip
    tables: dict[str, PhraseTable[str]] = {name: _new(language) for name in names}
    for name, phrases in raw.items():
        table, _, direction = name.rpartition("_") if name.endswith(("_up", "_down")) else (name, "", "")
        if name in ("up", "down"):
            table, direction = "cue", name
        for phrase in phrases:
            for form in expand_forms(phrase):
                tables[table].add(form, direction)
    return tables
