"""What Chinese adds right behind a unit: small money (5元3毛, 两块五, 四角五分) and hundredths (八成五, 两成半)."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.rate import find_second_unit, join_units
from nlp.figures.share import Reader
from nlp.numbers.number import Number

_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_HUNDRED = Decimal(100)
_HALF_TENTH = Decimal(5)
_MAIN = frozenset("块塊元圆圓")
_COLLOQUIAL = frozenset("块塊")
"""A bare digit behind these counts tenths: 两块五."""
_TENTHS = frozenset("角毛")
_MONEY = "钱錢"


def add_chinese_change(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """Add what belongs to the draft's unit, in place."""
    at = draft.last
    if draft.unit_kind == "tenths" and draft.value < _HUNDRED and scene.glued(at):
        _add_hundredths(scene, draft, reader)
        return
    if draft.unit_kind != "money" or draft.value_max is not None:
        return
    if scene.norm(at - 1) in _MAIN:
        _add_tenths(scene, grammar, draft, reader)
    if scene.norm(draft.last - 1) in _TENTHS:
        _add_cents(scene, draft, reader)
    if draft.last != at:
        _add_rate(scene, grammar, draft)


def _digit(scene: Scene, at: int, reader: Reader) -> Number | None:
    """A number below ten glued to what stands before it."""
    if not scene.glued(at) or not reader.may_begin(scene.tokens[at]):
        return None
    number = reader.read(scene.tokens, at)
    if number is None or not 0 < number.value < 10 or number.scale != 1 or number.upper is not None:
        return None
    return number if number.value == number.value.to_integral_value() else None


def _add_tenths(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """5元3毛, 两块五."""
    number = _digit(scene, draft.last, reader)
    if number is None:
        return
    unit = grammar.units.after.match(scene.tokens, number.last)
    if unit is not None and unit.payload.kind == "money" and unit.payload.share < 1:
        draft.value += number.value * unit.payload.share
        draft.last, draft.end = unit.last, unit.end
    elif unit is None and scene.norm(draft.last - 1) in _COLLOQUIAL:
        draft.value += number.value * _TENTH
        draft.last, draft.end = number.last, number.end


def _add_cents(scene: Scene, draft: Draft, reader: Reader) -> None:
    """四角五分, 三毛五."""
    number = _digit(scene, draft.last, reader)
    if number is None:
        return
    draft.value += number.value * _HUNDREDTH
    draft.last, draft.end = number.last, number.end
    for sign in ("分", _MONEY):
        if scene.norm(draft.last) and scene.norm(draft.last) in sign:
            draft.end = scene.tokens[draft.last].end
            draft.last += 1


def _add_rate(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    """1块8一斤: what the money buys stands behind its small change."""
    second = find_second_unit(scene, grammar, draft.last)
    unit = join_units(draft.unit or "", "money", second.payload) if second is not None and draft.unit else None
    if second is not None and unit is not None:
        draft.unit, draft.unit_kind = unit, "rate"
        draft.last, draft.end = second.last, second.end


def _add_hundredths(scene: Scene, draft: Draft, reader: Reader) -> None:
    """八成五 is 85 percent, 两成半 is 25."""
    at = draft.last
    if scene.norm(at) == "半":
        draft.value += _HALF_TENTH
        draft.last, draft.end = at + 1, scene.tokens[at].end
        return
    number = reader.read(scene.tokens, at) if at < len(scene.tokens) and reader.may_begin(scene.tokens[at]) else None
    if number is not None and number.kind == "words" and number.last == at + 1 and 0 < number.value < 10:
        draft.value += number.value
        draft.last, draft.end = number.last, number.end
