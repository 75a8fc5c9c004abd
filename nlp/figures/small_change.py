"""What is added right behind a unit: small money (5元3毛, 3 euros 50), halves (三亩半), hundredths (八成五)."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.share import Reader

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
_JOINERS = frozenset(("و", "and", "et", "y", "и", "con"))
_COLLOQUIAL = frozenset(("块", "塊"))
_SHARED = frozenset(("块", "塊", "元", "圆", "圓"))


def add_small_change(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """Add what stands right behind the main unit and belongs to it, in place."""
    _add_half(scene, grammar, draft)
    if scene.language == "zh":
        _add_chinese(scene, grammar, draft, reader)
    elif draft.unit_kind in ("money", "rate") and draft.value == draft.value.to_integral_value():
        _add_cents(scene, grammar, draft, reader)


def _add_half(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    """سبعة فدادين ونصف الفدان, siete hectáreas y media, 三亩半."""
    if draft.unit_kind != "measure" or draft.value != draft.value.to_integral_value() or draft.value_max is not None:
        return
    half = grammar.half_after.match(scene.tokens, draft.last)
    if half is None or draft.last == draft.number.last or (scene.language == "zh" and not scene.glued(draft.last)):
        return
    draft.value += _HALF * draft.number.scale
    again = grammar.units.after.match(scene.tokens, half.last)
    is_same = again is not None and again.payload.unit == draft.unit
    draft.last, draft.end = (again.last, again.end) if again is not None and is_same else (half.last, half.end)


def _add_cents(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """ثمانية ريالات و500 بيسة, 3 рубля 50 копеек, 2 euros et 30 centimes."""
    at = draft.last
    if scene.norm(at) in _JOINERS:
        at += 1
    if at >= len(scene.tokens) or not reader.may_begin(scene.tokens[at]):
        return
    number = reader.read(scene.tokens, at)
    if number is None or number.kind not in ("digits", "words") or number.scale != 1:
        return
    unit = grammar.units.after.match(scene.tokens, number.last)
    if unit is None or unit.payload.kind != "money" or unit.payload.share >= 1:
        return
    amount = number.value * unit.payload.share
    if amount < 1:
        draft.value += amount
        draft.last, draft.end = unit.last, unit.end


def _add_chinese(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    at = draft.last
    if draft.unit_kind == "tenths" and draft.value < _HUNDRED and scene.glued(at):
        _add_hundredths(scene, draft, reader)
        return
    if draft.unit_kind != "money" or draft.value_max is not None or scene.norm(at - 1) not in _SHARED:
        return
    if not scene.glued(at) or not reader.may_begin(scene.tokens[at]):
        return
    number = reader.read(scene.tokens, at)
    if number is None or number.value >= 10 or number.scale != 1 or number.upper is not None or number.value == 0:
        return
    unit = grammar.units.after.match(scene.tokens, number.last)
    if unit is not None and unit.payload.kind == "money" and unit.payload.share < 1:
        draft.value += number.value * unit.payload.share
        draft.last, draft.end = unit.last, unit.end
    elif unit is None and scene.norm(at - 1) in _COLLOQUIAL and number.value == number.value.to_integral_value():
        draft.value += number.value * _TENTH
        draft.last, draft.end = number.last, number.end


def _add_hundredths(scene: Scene, draft: Draft, reader: Reader) -> None:
    """八成五 is 85 percent."""
    at = draft.last
    number = reader.read(scene.tokens, at) if at < len(scene.tokens) and reader.may_begin(scene.tokens[at]) else None
    if number is not None and number.kind == "words" and number.last == at + 1 and 0 < number.value < 10:
        draft.value += number.value
        draft.last, draft.end = number.last, number.end
