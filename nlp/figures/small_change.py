"""What Chinese adds right behind a unit: small money (5元3毛, 两块五) and hundredths (八成五)."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.share import Reader

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)
_COLLOQUIAL = frozenset(("块", "塊"))
_SHARED = frozenset(("块", "塊", "元", "圆", "圓"))


def add_small_change(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """Add the tenths and hundredths that stand right behind the main unit, in place."""
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
