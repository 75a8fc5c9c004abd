"""Units and counted things: what each is, and the words that mean it in a language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from nlp.fold import fold
from nlp.morphology import arabic_variants
from nlp.pack import LANGUAGES, PackError, expand_forms, load_toml
from nlp.phrase import PhraseTable

UnitKind = Literal["measure", "count", "person", "money"]
_FIELDS = {"id", "dimension", "base", "factor", "symbols", *LANGUAGES}
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_TENTH_WORDS = ("角", "毛", "毛钱", "毛錢")
_CLASSIFIERS = "个個家座户戶场場间間件款种種份笔筆名位只頭头口票"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of `units.toml`: `factor` of them make up one `base` unit's worth; None where nothing converts."""

    id: str
    dimension: str
    base: str | None = None
    factor: Decimal | None = None


@dataclass(frozen=True, slots=True)
class UnitWord:
    """What a word after or before a number means; `by_country` decides shared names of money."""

    unit: str | None
    dimension: str
    kind: UnitKind
    by_country: tuple[tuple[str, str], ...] = ()
    share: Decimal = Decimal(1)
    """Of the unit: a cent is 0.01 dollar."""
    role: str = ""
    """Of people: farmer, viewer; empty for other units."""
    local: bool = False
    """Letters that are money only where the text speaks of their country: Fr. 500, QR 20."""
    sign: bool = False
    """Dollars and their sign: those of the United States wherever the outlet is not at home with others."""

    def of_country(self, code: str | None) -> str | None:
        """The unit's id in this country, or what is meant where no country tells."""
        return dict(self.by_country).get(code or "", self.unit)


@dataclass(frozen=True)
class UnitTable:
    """The unit words of one language."""

    language: str
    after: PhraseTable[UnitWord]
    """Words that may follow a number: measures, money, counted things, people."""
    nouns: PhraseTable[UnitWord]
    """Counted nouns without classifier (Chinese: looked for behind one)."""
    prefix: PhraseTable[UnitWord]
    """Signs and letters of money before the number."""
    classifiers: Mapping[str, str]
    """Chinese classifiers with the unit that they mean where no known noun follows."""
    person_endings: tuple[str, ...]
    """Endings that make a word a person: riziculteurs, овощеводов."""
    not_persons: frozenset[str]
    """Words with such an ending that are things."""


@cache
def load_units() -> dict[str, Unit]:
    """Units of the closed vocabulary by id. Raises PackError naming file, row and key where a row is broken."""
    units: dict[str, Unit] = {}
    for number, row in enumerate(load_toml("data/units.toml").get("unit", ()), start=1):
        place = f"nlp/data/units.toml, [[unit]] {number} ({row.get('id', 'no id')})"
        unknown = sorted(set(row) - _FIELDS)
        if unknown:
            raise PackError(f"{place}: unknown key {unknown[0]!r}; valid keys are {', '.join(sorted(_FIELDS))}")
        if "id" not in row or "dimension" not in row:
            raise PackError(f"{place}: needs both `id` and `dimension`")
        factor = Decimal(row["factor"]) if "factor" in row else None
        if row["id"] in units:
            raise PackError(f"{place}: the id stands twice; each unit has one row")
        units[row["id"]] = Unit(row["id"], row["dimension"], row.get("base"), factor)
    return units


def dimension_of(unit: str | None) -> str | None:
    """Dimension of a unit id: of the vocabulary, money for ISO codes, rate for A/B, count for other things.

    >>> dimension_of("mu"), dimension_of("CNY"), dimension_of("CNY/kg"), dimension_of("egg")
    ('area', 'money', 'rate', 'count')
    """
    if unit is None:
        return None
    known = load_units().get(unit)
    if known is not None:
        return known.dimension
    if "/" in unit:
        return "rate"
    return "money" if len(unit) == 3 and unit.isupper() else "count"


@cache
def load_small_money() -> frozenset[str]:
    """Currencies of which a kilogram, a sack or an animal may cost millions."""
    return frozenset(load_toml("data/money.toml")["small"]["ids"])


@cache
def load_unit_table(language: str) -> UnitTable:
    """The unit words of a language, of units.toml, money.toml, person_nouns.toml and counted_nouns.toml."""
    variants = arabic_variants if language == "ar" else None
    after: PhraseTable[UnitWord] = PhraseTable(variants)
    nouns: PhraseTable[UnitWord] = PhraseTable(variants)
    prefix: PhraseTable[UnitWord] = PhraseTable()
    for form, word in _unit_words(language):
        after.add(form, word)
        if language == "ar" and " " in form:
            after.add(_definite(form), word)
        if language == "zh" and word.kind == "count":
            bare = form.lstrip(_CLASSIFIERS)
            if bare and bare != form:
                nouns.add(bare, word)
    for form, word in _money_words(language):
        after.add(form, word)
    for form, word in _noun_words(language):
        if language == "zh":
            nouns.add(form, word)
            if len(form) > 1:
                after.add(form, word)
        else:
            after.add(form, word)
    for form, word in _money_prefixes():
        prefix.add(form, word)
    classifiers = load_toml("data/counted_nouns.toml").get("classifiers", {}) if language == "zh" else {}
    persons = load_toml("data/person_nouns.toml")
    endings = tuple(fold(ending) for ending in persons.get("endings", {}).get(language, ()))
    things = frozenset(fold(word) for word in persons.get("not_persons", {}).get(language, ()))
    return UnitTable(language, after, nouns, prefix, classifiers, endings, things)


def _definite(form: str) -> str:
    """متر مربع as it stands behind an article: (ال)متر المربع; the first word's article is a clitic."""
    first, *others = form.split(" ")
    return " ".join([first, *(word if word.startswith("ال") else "ال" + word for word in others)])


def _unit_words(language: str) -> Iterator[tuple[str, UnitWord]]:
    for row in load_toml("data/units.toml").get("rendering", ()):
        if row["language"] == language:
            dimension = dimension_of(row["unit"]) or "count"
            kind: UnitKind = "count" if dimension == "count" else "measure"
            word = UnitWord(row["unit"], dimension, kind, tuple(row["by_country"].items()))
            yield from ((form, word) for form in _forms(row, "words"))
    for row in load_toml("data/units.toml").get("scaled", ()):
        dimension = dimension_of(row["unit"]) or "count"
        word = UnitWord(row["unit"], dimension, "measure", share=Decimal(row["share"]))
        yield from ((form, word) for form in _forms(row, "words"))
    for row in load_toml("data/units.toml")["unit"]:
        kind = "count" if row["dimension"] == "count" else "measure"
        if row["id"] == "person":
            kind = "person"
        word = UnitWord(row["id"], row["dimension"], kind)
        for pattern in (*row.get("symbols", ()), *row.get(language, ())):
            for form in expand_forms(pattern):
                yield form, word


def _noun_words(language: str) -> Iterator[tuple[str, UnitWord]]:
    for row in load_toml("data/person_nouns.toml")["noun"]:
        for form in _forms(row, language):
            yield form, UnitWord("person", "count", "person", role=row.get("role", ""))
    for row in load_toml("data/counted_nouns.toml")["noun"]:
        for form in _forms(row, language):
            unit = english_unit(row["id"], form) if language == "en" else row["id"]
            yield form, UnitWord(unit, "count", "count")


def english_unit(row_id: str, form: str) -> str:
    """The head noun of an English counted thing in the singular: what the text says, not a word like it.

    >>> english_unit("centre", "logistics hubs"), english_unit("fish", "fish"), english_unit("cold_store", "cold rooms")
    ('hub', 'fish', 'cold_store')
    """
    head = form.split(" ")[-1]
    regular = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    if "_" in row_id or head.startswith(row_id[:3]) or not regular:
        return row_id if "_" in row_id or head.startswith(row_id[:3]) else head
    return singular(head)


def singular(noun: str) -> str:
    """English plural to singular, by its ending.

    >>> singular("beehives"), singular("factories"), singular("boxes")
    ('beehive', 'factory', 'box')
    """
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("xes", "ches", "shes", "sses", "zes")):
        return noun[:-2]
    return noun[:-1]


def _money_words(language: str) -> Iterator[tuple[str, UnitWord]]:
    raw = load_toml("data/money.toml")
    for row in raw["currency"]:
        by_country = tuple(
            (country, code) for code, countries in row.get("same_words", {}).items() for country in countries
        )
        word = UnitWord(row["id"], "money", "money", by_country)
        yield from _with_sub(row, language, word)
    for row in raw["shared"]:
        by_country = tuple(row["by_country"].items())
        word = UnitWord(row["default"] or None, "money", "money", by_country, sign=row.get("sign", False))
        yield from _with_sub(row, language, word)
    for row in raw["multiple"]:
        by_country = tuple(row.get("by_country", {}).items())
        share = Decimal(row["share"])
        word = UnitWord(row["id"], "money", "money", by_country, share, sign=row.get("sign", False))
        yield from ((form, word) for form in _forms(row, "words"))
    for form, word in _money_prefixes():
        if not form[0].isalnum():  # 47,50 €
            yield form, word


def _with_sub(row: dict[str, Any], language: str, word: UnitWord) -> Iterator[tuple[str, UnitWord]]:
    """The words of a currency, and those of its parts."""
    yield from ((form, word) for form in _forms(row, language))
    hundredth = Decimal(row.get("sub_share", _HUNDREDTH))
    for form in _forms(row, f"sub_{language}"):
        yield form, replace(word, share=_TENTH if form in _TENTH_WORDS else hundredth)


def _money_prefixes() -> Iterator[tuple[str, UnitWord]]:
    for row in load_toml("data/money.toml")["prefix"]:
        by_country = tuple(row.get("by_country", {}).items())
        word = UnitWord(
            row["id"], "money", "money", by_country, local=row.get("local", False), sign=row.get("sign", False)
        )
        yield from ((form, word) for form in _forms(row, "words"))


def _forms(row: dict[str, Any], key: str) -> Iterator[str]:
    for pattern in row.get(key, ()):
        yield from expand_forms(pattern)
