"""What is added right behind a unit: cents (3 euros 50), halves (three hectares and a half), minutes (1 h 45)."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.half import find_half_behind
from nlp.figures.share import Reader
from nlp.figures.small_change_zh import add_chinese_change

_HALF = Decimal("0.5")
_MINUTES = Decimal(60)
_JOINERS = frozenset(("و", "and", "et", "y", "и", "con"))


def add_small_change(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """Add what stands right behind the main unit and belongs to it, in place."""
    _add_half(scene, grammar, draft)
    if draft.unit == "hour" and draft.value == draft.value.to_integral_value():
        _add_minutes(scene, grammar, draft, reader)
    elif scene.language == "zh":
        add_chinese_change(scene, grammar, draft, reader)
    elif draft.unit_kind in ("money", "rate") and draft.value == draft.value.to_integral_value():
        _add_cents(scene, grammar, draft, reader)


def _add_half(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    """سبعة فدادين ونصف الفدان, siete hectáreas y media, 三亩半."""
    if draft.unit_kind != "measure" or draft.value != draft.value.to_integral_value() or draft.value_max is not None:
        return
    half = find_half_behind(scene, grammar, draft.last, draft.unit)
    if half is None or draft.last == draft.number.last or (scene.language == "zh" and not scene.glued(draft.last)):
        return
    draft.value += _HALF * draft.number.scale
    draft.last, draft.end = half


def _add_cents(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """ثمانية ريالات و500 بيسة, 3 рубля 50 копеек, 2 euros et 30 centimes."""
    at = draft.last
    if scene.norm(at) == "." and scene.glued(at):
        at += 1  # 30 руб. 50 коп.
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


def _add_minutes(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> None:
    """2 hours 30 minutes, 1 h 45, ساعتان و20 دقيقة: minutes in hours."""
    at = draft.last
    if scene.norm(at) in _JOINERS:
        at += 1
    if at >= len(scene.tokens) or not reader.may_begin(scene.tokens[at]):
        return
    number = reader.read(scene.tokens, at)
    if number is None or number.kind not in ("digits", "words") or not 0 < number.value < _MINUTES:
        return
    unit = grammar.units.after.match(scene.tokens, number.last)
    is_bare = scene.norm(draft.last - 1) == "h" and at == draft.last and number.last - number.first == 1
    if unit is not None and unit.payload.unit == "minute":
        draft.last, draft.end = unit.last, unit.end
    elif is_bare and unit is None and scene.norm(number.first).isdigit():
        draft.last, draft.end = number.last, number.end
    else:
        return
    draft.value += number.value / _MINUTES
