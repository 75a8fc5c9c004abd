"""Quantities that one word states: doubled, fivefold, вдвое, 翻两番, مو واحد, هكتارين."""

from collections.abc import Sequence
from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.money import make_found
from nlp.figures.share import Reader
from nlp.lexer import Token
from nlp.numbers.number import Number
from nlp.unit import UnitWord

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


def may_begin_noun_number(grammar: Grammar, norm: str) -> bool:
    """False where no noun that tells its number begins with this word."""
    if grammar.language == "ru":
        return norm.startswith(_RU_HALF)
    return grammar.language == "ar" and _dual_stem(grammar, norm) is not None


def find_before_one(tokens: Sequence[Token]) -> set[int]:
    """Indexes of the words of an Arabic text that may be a noun with "one" behind it: مو واحد, متر مربع واحد."""
    ones = [index for index, token in enumerate(tokens) if token.norm in _AR_ONE]
    before = {at for one in ones for at in range(max(0, one - _LONGEST_NOUN), one)}
    return {at for at in before if tokens[at].kind == "word"}


def read_multiple(scene: Scene, grammar: Grammar, reader: Reader, index: int) -> Draft | None:
    """A word of multiplication at this token as `times`, or None; "multiplié par 3" takes the number behind it."""
    if scene.language == "zh":
        return _doubling(scene, index)
    found = grammar.multiple.match(scene.tokens, index)
    if found is None:
        return None
    value, last, end = found.payload, found.last, found.end
    change = "increase_to"
    if not value:  # the word multiplies by the number behind it
        number = reader.read(scene.tokens, last) if last < len(scene.tokens) else None
        if number is None or number.value > 1000 or grammar.units.after.match(scene.tokens, number.last) is not None:
            return None
        value, last, end = number.value, number.last, number.end
    elif grammar.only_compared.match(scene.tokens, index) is not None:
        ends = last >= len(scene.tokens) or scene.tokens[last].kind == "sym" or scene.norm(last) in ("y", "et")
        told = ends and scene.norm(index - 1) in ("el", "le", "du", "al")
        if not told and grammar.compared.match(scene.tokens, last) is None:
            return None
        change = "increase_to" if scene.language != "en" else ""
    elif scene.language == "ar" and _counted_behind(scene, grammar, reader, last):
        return None
    number = Number(value, index, last, found.start, end, "multiple")
    draft = Draft(number, value, index, last, found.start, end)
    draft.unit, draft.unit_kind, draft.confidence = "times", "multiple", 0.8
    draft.change = change or None  # type: ignore[assignment]  # one of the changes
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
    inside = "about" if nearly else None
    number = Number(Decimal(value), first, last, start, end, "multiple", inside=inside)  # type: ignore[arg-type]
    draft = Draft(number, Decimal(value), first, last, start, end)
    draft.unit, draft.unit_kind, draft.change = "times", "multiple", "increase_to"
    return draft


def read_noun_number(scene: Scene, grammar: Grammar, index: int) -> Draft | None:
    """Arabic: a measure followed by "one" (مو واحد), or a noun in the dual (هكتارين); Russian полгектара."""
    if scene.language == "ru":
        return _russian_half(scene, grammar, index)
    if scene.language != "ar" or scene.tokens[index].kind != "word":
        return None
    token = scene.tokens[index]
    if _dual_stem(grammar, token.norm) is not None:
        return _noun_draft(scene, grammar, Decimal(2), index, index + 1)
    found = grammar.units.after.match(scene.tokens, index)
    if found is None or scene.norm(found.last) not in _AR_ONE:
        return None
    if not _is_measure(found.payload) and found.payload.dimension != "time":
        return None
    if found.payload.dimension == "time":
        told = any(scene.norm(at) in grammar.takes for at in range(max(0, index - 2), index))
        return _noun_draft(scene, grammar, Decimal(1), index, found.last + 1) if told else None
    return _noun_draft(scene, grammar, Decimal(1), index, found.last + 1)


def _dual_stem(grammar: Grammar, norm: str) -> str | None:
    """The measure of which an Arabic word is the dual, None where it is none."""
    if not norm.endswith(_AR_DUAL) or len(norm) <= _SHORTEST_DUAL:
        return None
    stem = norm[:-2]
    single = grammar.units.after.match((Token("word", 0, len(stem), stem),), 0)
    return stem if single is not None and _is_measure(single.payload) else None


def _russian_half(scene: Scene, grammar: Grammar, index: int) -> Draft | None:
    """полгектара, полкило, полчаса."""
    token = scene.tokens[index]
    if not token.norm.startswith(_RU_HALF) or len(token.norm) < len(_RU_HALF) + 4:
        return None
    stem = token._replace(norm=token.norm[len(_RU_HALF) :])
    found = grammar.units.after.match((stem,), 0)
    if found is None or found.payload.kind != "measure" or found.payload.dimension in ("ratio", "temperature"):
        return None
    number = Number(Decimal("0.5"), index, index + 1, token.start, token.end, "words")
    draft = Draft(number, number.value, index, index + 1, token.start, token.end)
    draft.unit, draft.unit_kind = found.payload.unit, "measure"
    return draft


def _is_measure(word: UnitWord) -> bool:
    if word.kind not in ("measure", "money") or word.dimension in _NOT_COUNTED:
        return False
    return word.dimension != "time" or word.unit in _DUAL_TIMES


def _noun_draft(scene: Scene, grammar: Grammar, value: Decimal, first: int, last: int) -> Draft | None:
    token = scene.tokens[first]
    stem = token._replace(norm=token.norm[:-2]) if value == 2 else token
    found = grammar.units.after.match((stem, *scene.tokens[first + 1 : first + 3]), 0)
    if found is None:
        return None
    placed = found._replace(first=first, last=first + found.last)
    start, end = found.start, scene.tokens[last - 1].end
    draft = Draft(Number(value, first, last, start, end, "words"), value, first, last, start, end)
    unit = make_found(scene, placed)
    draft.unit, draft.unit_kind, draft.confidence = unit.unit, unit.kind, unit.confidence
    return draft
