"""Chinese sums with their small money: 5元3毛, 两块五, 三块八毛."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.share import Reader

_TENTH = Decimal("0.1")
_COLLOQUIAL = frozenset(("块", "塊"))
_SHARED = frozenset(("块", "塊", "元", "圆", "圓"))


def add_small_change(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """Add the tenths and hundredths that stand right behind the main unit, in place."""
    at = draft.last
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
