"""Names and signs of money, resolved to a currency by the words beside them, the text's country, or the outlet's."""

import re
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
_NEAR = 40
"""Tokens around a letter in which it may stand before another sum."""
_THOUSAND = 1000
_ROADS = frozenset(("road", "roads", "highway", "freeway", "motorway", "toll", "interchange", "route", "bridge"))
_ON_ROADS = frozenset(("on", "along", "off", "onto", "near", "and", "via"))
_LEAST_SUM = 10
_CONFERENCE = "COP"
_PARTS = re.compile(r"[0-9][.,][0-9]{2}$")  # R19.50: written with its cents
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
        if (found.payload.local or len(written.rstrip(".")) == 1) and not _is_sum(scene, grammar, number, found):
            return None
    elif found.first > 0 and scene.glued(found.first) and scene.tokens[found.first - 1].kind == "num":
        return None  # 5€ 3 kg: the sign belongs to the number before
    elif scene.language in ("fr", "es", "ru") and found.first > 0 and scene.tokens[found.first - 1].kind == "num":
        return None
    return make_found(scene, found)


def _is_sum(scene: Scene, grammar: Grammar, number: Number, found: Match[UnitWord]) -> bool:
    """A lone capital before a sum of money, no code: its country is spoken of, or the sum is a price (R21 a litre).

    Glued to a large number (K4,500, N70,000) it needs neither.
    """
    if _is_road(scene, number, found):
        return False
    codes = [code for code, _ in found.payload.by_country]
    if scene.countries.choose(codes, found.first, sign=False) is not None:
        return number.value >= _LEAST_SUM or _is_priced(scene, grammar, number)
    if found.payload.local:
        return False
    is_price = _is_priced(scene, grammar, number) or _recurs(scene, grammar, number, found.first)
    if found.last - found.first > 1 or not scene.glued(number.first):
        return is_price and found.last - found.first == 1
    return number.value >= _LEAST_AFTER_LETTER or is_price or _PARTS.search(scene.norm(number.last - 1)) is not None


def _is_road(scene: Scene, number: Number, found: Match[UnitWord]) -> bool:
    """On the R71, the N1 highway, along the K28: the letters of roads are those of money in southern Africa."""
    if number.scale != 1 or number.value >= _THOUSAND or scene.norm(number.first).find(".") > 0:
        return False
    behind = scene.norm(number.last) in _ROADS or scene.norm(number.last + 1) in _ROADS
    return behind or (scene.norm(found.first - 1) == "the" and scene.norm(found.first - 2) in _ON_ROADS)


def _recurs(scene: Scene, grammar: Grammar, number: Number, first: int) -> bool:
    """The letter stands near before another sum of which it is clear: from R4.20 to R5.10 a litre."""
    norm = scene.norm(first)
    for at in range(max(0, first - _NEAR), min(first + _NEAR, len(scene.tokens) - 1)):
        if at == first or scene.norm(at) != norm or not scene.glued(at + 1) or scene.tokens[at + 1].kind != "num":
            continue
        digits = scene.norm(at + 1).replace(",", "").partition(".")[0]
        is_large = digits.isdigit() and int(digits) >= _LEAST_AFTER_LETTER
        if is_large or _is_priced(scene, grammar, number._replace(last=at + 2)):
            return True
    return False


def _is_priced(scene: Scene, grammar: Grammar, number: Number) -> bool:
    """A measure or packing stands behind "per" or an article: R21 a litre, Q 1,250 el quintal."""
    at = number.last
    joined = grammar.range.match(scene.tokens, at)
    if joined is not None and joined.last < len(scene.tokens) and scene.tokens[joined.last].kind == "num":
        at = joined.last + 1
    hedge = grammar.hedge_after.match(scene.tokens, at)
    per = grammar.per.match(scene.tokens, at if hedge is None else hedge.last)
    unit = grammar.units.after.match(scene.tokens, per.last) if per is not None else None
    return unit is not None and (unit.payload.dimension in ("mass", "volume") or unit.payload.unit == "package")


def _shorter(scene: Scene, grammar: Grammar, number: Number, found: Match[UnitWord]) -> UnitFound | None:
    """The sign alone where letter and sign stand apart: "a $210 million" is no A$."""
    sign = grammar.units.prefix.match(scene.tokens, found.last - 1)
    return None if sign is None or sign.last != number.first else make_found(scene, sign)
