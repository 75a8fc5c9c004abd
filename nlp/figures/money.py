"""Names and signs of money, resolved to a currency by the words beside them, the text's country, or the outlet's."""

from decimal import Decimal
from typing import NamedTuple

from nlp.figures.draft import Scene
from nlp.figures.grammar import Grammar
from nlp.numbers.number import Number
from nlp.phrase import Match
from nlp.unit import UnitWord

_SHORT_PREFIX = 2
_COUNTRY_HABIT_CONFIDENCE = 0.8
_DEFAULT_CONFIDENCE = 0.85
_LEAST_SUM = 10
_CONFERENCE = "COP"
_LEAST_AFTER_LETTER = 100
"""A lone capital before fewer is rather a code (N95, K12), unless its country is spoken of."""


class UnitFound(NamedTuple):
    """Unit id, what kind of word named it, the tokens [first, last) of its words, and how sure."""

    unit: str | None
    kind: str
    first: int
    last: int
    start: int
    end: int
    share: Decimal = Decimal(1)
    confidence: float = 0.95
    currencies: tuple[str, ...] = ()
    """Those that the name leaves open, empty where it tells one."""


def make_found(scene: Scene, match: Match[UnitWord], *, confidence: float = 0.95) -> UnitFound:
    """What a unit word means at its place; a name of money with the adjective of a country takes it in."""
    word = match.payload
    first, last, start, end = match.first, match.last, match.start, match.end
    unit = word.unit
    still_open: tuple[str, ...] = ()
    codes = [code for code, _ in word.by_country]
    if codes and word.kind != "money":
        unit = word.of_country(scene.countries.most_named(codes))
    elif codes:
        beside = scene.countries.beside(first, last)
        if beside is not None and beside.payload in codes and scene.tokens[first].norm not in "$€£¥":
            unit = word.of_country(beside.payload)
            last, end = max(last, beside.last), max(end, beside.end)
            if beside.first < first and first != match.last:
                first, start = beside.first, beside.start
        else:
            country = scene.countries.choose(codes, first, sign=word.sign)
            unit = word.of_country(country)
            confidence = min(confidence, _COUNTRY_HABIT_CONFIDENCE if country is not None else _DEFAULT_CONFIDENCE)
            if unit is None or (country is None and word.share < 1):
                still_open = tuple(dict.fromkeys(code for _, code in word.by_country))
    return UnitFound(unit, word.kind, first, last, start, end, word.share, confidence, still_open)


def find_money_before(scene: Scene, grammar: Grammar, number: Number) -> UnitFound | None:
    """$50, Rs 500, RMB 5 million. A lone letter must be a capital and stand glued to the digits."""
    found = grammar.units.prefix.match_before(scene.tokens, number.first)
    if found is None or number.kind not in ("digits", "words"):
        return None
    written = scene.body[found.start : found.end]
    if written == _CONFERENCE and number.value < _LEAST_AFTER_LETTER:
        return None  # COP28
    if written[0].isalpha() and written[0].lower() != written[0].upper():
        apart = any(not scene.glued(at) for at in range(found.first + 1, found.last))
        if apart or (not written[0].isupper() and not written[-1].isalpha()):
            return _shorter(scene, grammar, number, found)
        if not written[0].isupper() or (found.payload.unit == written.upper() != written):
            return None
        if len(written) <= _SHORT_PREFIX and scene.glued(found.first) and scene.tokens[found.first - 1].kind == "word":
            return None
        if (found.payload.local or len(written.rstrip(".")) == 1) and not _is_sum(scene, number, found):
            return None
    elif found.first > 0 and scene.glued(found.first) and scene.tokens[found.first - 1].kind == "num":
        return None  # 5€ 3 kg: the sign belongs to the number before
    elif scene.language in ("fr", "es", "ru") and found.first > 0 and scene.tokens[found.first - 1].kind == "num":
        return None
    return make_found(scene, found)


def _is_sum(scene: Scene, number: Number, found: Match[UnitWord]) -> bool:
    """A lone capital before a sum of money, no code (N95, K12): glued to a large number, or dotted (L. 850) at home."""
    codes = [code for code, _ in found.payload.by_country]
    if found.payload.local or found.last - found.first > 1:
        is_home = scene.countries.choose(codes, found.first, sign=False) is not None
        return is_home and number.value >= _LEAST_SUM
    return scene.glued(number.first) and number.value >= _LEAST_AFTER_LETTER


def _shorter(scene: Scene, grammar: Grammar, number: Number, found: Match[UnitWord]) -> UnitFound | None:
    """The sign alone where letter and sign stand apart: "a $210 million" is no A$."""
    sign = grammar.units.prefix.match(scene.tokens, found.last - 1)
    return None if sign is None or sign.last != number.first else make_found(scene, sign)
