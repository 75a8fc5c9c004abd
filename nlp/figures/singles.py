"""Multiples that one word states: doubled, fivefold, вдвое, 翻两番, multiplié par trois."""

from decimal import Decimal
from typing import Literal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.share import Reader
from nlp.model.quantity import Change
from nlp.numbers.number import Number

_ZH_DOUBLINGS = {"": 2, "一": 2, "1": 2, "两": 4, "兩": 4, "二": 4, "2": 4, "三": 8, "3": 8, "倍": 2}
"""番 doubles: n of them multiply by 2 to the n."""
_ZH_DOUBLE = "翻"
_ZH_NEARLY = frozenset(("近", "约", "約", "将近"))
_AR_ONE = frozenset(("واحد", "واحدة", "واحدا"))
_AR_DUAL = ("ين", "ان")
_SHORTEST_DUAL = 4
_LONGEST_NOUN = 4
"""Words of a unit before "one"."""
_RU_HALF = "пол"
_NOT_COUNTED = frozenset(("ratio", "temperature"))
_DUAL_TIMES = frozenset(("minute", "hour", "day", "week", "month"))


def may_begin_multiple(grammar: Grammar, norm: str) -> bool:
    """False where no word of multiplication begins with this word."""
    return norm == _ZH_DOUBLE if grammar.language == "zh" else grammar.multiple.begins(norm)


def read_multiple(scene: Scene, grammar: Grammar, reader: Reader, index: int) -> Draft | None:
    """A word of multiplication at this token as `times`, or None; "multiplié par 3" takes the number behind it."""
    if scene.language == "zh":
        return _doubling(scene, index)
    found = grammar.multiple.match(scene.tokens, index)
    if found is None:
        return None
    if scene.language == "fr" and scene.norm(index - 1) == "un":
        return None  # un doublé de Blas
    value, last, end = found.payload, found.last, found.end
    inside: Literal["more_than", "about"] | None = None
    change: Change | None = "increase_to"
    if not value:  # the word multiplies by the number behind it
        hedge = grammar.hedge_before.match(scene.tokens, last)
        last = hedge.last if hedge is not None else last
        number = reader.read(scene.tokens, last) if last < len(scene.tokens) else None
        if number is None or number.value > 1000 or grammar.units.after.match(scene.tokens, number.last) is not None:
            return None
        value, last, end = number.value, number.last, number.end
        if hedge is not None and hedge.payload in ("more_than", "at_least", "about"):
            inside = "about" if hedge.payload == "about" else "more_than"
    elif grammar.only_compared.match(scene.tokens, index) is not None:
        ends = last >= len(scene.tokens) or scene.tokens[last].kind == "sym" or scene.norm(last) in ("y", "et")
        told = ends and scene.norm(index - 1) in ("el", "le", "du", "al")
        if not told and grammar.compared.match(scene.tokens, last) is None:
            return None
        change = "increase_to" if scene.language != "en" else None
    elif scene.language == "ar" and _counted_behind(scene, grammar, reader, last):
        return None
    number = Number(value, index, last, found.start, end, "multiple", inside=inside)
    draft = Draft(number, value, index, last, found.start, end)
    draft.unit, draft.unit_kind, draft.confidence = "times", "multiple", 0.8
    draft.change = change
    return draft


def _counted_behind(scene: Scene, grammar: Grammar, reader: Reader, at: int) -> bool:
    """تضاعفت المبيعات ثلاث مرات: the number behind says how often."""
    for index in range(at, min(at + 5, len(scene.tokens))):
        number = reader.read(scene.tokens, index)
        if number is not None:
            unit = grammar.units.after.match(scene.tokens, number.last)
            return unit is not None and unit.payload.unit == "times"
    return False


def _doubling(scene: Scene, index: int) -> Draft | None:
    """翻番, 翻了两番, 翻了近一番, 翻倍."""
    if scene.norm(index) != _ZH_DOUBLE:
        return None
    at, nearly = index + 1, False
    while scene.norm(at) in ("了", "近", "约", "約"):
        nearly = nearly or scene.norm(at) in _ZH_NEARLY
        at += 1
    if scene.norm(at) == "倍" or scene.norm(at) == "番":
        value, last = 2, at + 1
    elif scene.norm(at) in _ZH_DOUBLINGS and scene.norm(at + 1) == "番":
        value, last = _ZH_DOUBLINGS[scene.norm(at)], at + 2
    else:
        return None
    first = at if nearly else index
    start, end = scene.tokens[first].start, scene.tokens[last - 1].end
    inside: Literal["about"] | None = "about" if nearly else None
    number = Number(Decimal(value), first, last, start, end, "multiple", inside=inside)
    draft = Draft(number, Decimal(value), first, last, start, end)
    draft.unit, draft.unit_kind, draft.change = "times", "multiple", "increase_to"
    return draft
