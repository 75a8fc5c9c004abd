"""Numbers that a noun tells without a number word: مو واحد, هكتارين, полгектара, an hour and a half, hora y media."""

from collections.abc import Sequence
from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.half import find_half_behind
from nlp.figures.money import make_found
from nlp.lexer import Token
from nlp.numbers.number import Number
from nlp.unit import UnitWord

_AR_ONE = frozenset(("واحد", "واحدة", "واحدا"))
_HALVES = {"ar": frozenset(("ونصف",)), "es": frozenset(("medio", "media"))}
"""Words of a half behind a noun: hora y media, ساعة ونصف."""
_AR_DUAL = ("ين", "ان")
_SHORTEST_DUAL = 4
_LONGEST_NOUN = 4
"""Words of a unit before "one" or a half."""
_RU_HALF = "пол"
_NOT_COUNTED = frozenset(("ratio", "temperature"))
_DUAL_TIMES = frozenset(("minute", "hour", "day", "week", "month"))


def may_begin_noun_number(grammar: Grammar, norm: str) -> bool:
    """False where no noun that tells its number begins with this word, those before "one" and a half aside."""
    if grammar.language == "ru":
        return norm.startswith(_RU_HALF)
    if grammar.language != "ar" or not _is_dual(norm):
        return False
    return grammar.units.after.begins(_singular(Token("word", 0, len(norm), norm)).norm)


def find_before_one(tokens: Sequence[Token], language: str) -> set[int]:
    """Indexes of the words that may be a noun with "one" or a half behind it: متر مربع واحد, hora y media."""
    behind = (_AR_ONE if language == "ar" else frozenset()) | _HALVES.get(language, frozenset())
    if not behind:
        return set()
    ones = [index for index, token in enumerate(tokens) if token.norm in behind]
    before = {at for one in ones for at in range(max(0, one - _LONGEST_NOUN), one)}
    return {at for at in before if tokens[at].kind == "word"}


def _is_dual(norm: str) -> bool:
    return norm.endswith(_AR_DUAL) and len(norm) > _SHORTEST_DUAL


def read_noun_number(scene: Scene, grammar: Grammar, index: int) -> Draft | None:
    """Arabic: a measure followed by "one" (مو واحد), or a noun in the dual (هكتارين); Russian полгектара."""
    if scene.language == "ru":
        return _russian_half(scene, grammar, index)
    half = _one_and_half(scene, grammar, index)
    if half is not None:
        return half
    if scene.language != "ar" or scene.tokens[index].kind != "word":
        return None
    token = scene.tokens[index]
    if _is_dual(token.norm):
        following = scene.tokens[index + 1] if index + 1 < len(scene.tokens) else None
        is_phrase = following is not None and _is_dual(following.norm)
        stems = (_singular(token), _singular(following)) if following is not None and is_phrase else (_singular(token),)
        single = grammar.units.after.match(stems, 0)
        if single is not None and (_is_measure(single.payload) or single.payload.unit == "percentage_point"):
            return _noun_draft(scene, grammar, Decimal(2), index, index + single.last, stems=stems)
    found = grammar.units.after.match(scene.tokens, index)
    if found is None or scene.norm(found.last) not in _AR_ONE:
        return None
    if not _is_measure(found.payload) and found.payload.dimension != "time":
        return None
    if found.payload.dimension == "time":
        told = any(scene.norm(at) in grammar.takes for at in range(max(0, index - 2), index))
        return _noun_draft(scene, grammar, Decimal(1), index, found.last + 1) if told else None
    return _noun_draft(scene, grammar, Decimal(1), index, found.last + 1)


def _one_and_half(scene: Scene, grammar: Grammar, index: int) -> Draft | None:
    """A kilometre and a half, hora y media, ساعة ونصف الساعة, هكتارين ونصف: no number stands before the measure."""
    if scene.language not in ("en", "es", "ar"):
        return None
    at = index + 1 if scene.language == "en" else index
    if scene.language == "en" and scene.norm(index) not in grammar.articles:
        return None
    token = scene.tokens[at] if at < len(scene.tokens) else None
    if token is None or token.kind != "word":
        return None
    is_dual = scene.language == "ar" and _is_dual(token.norm)
    noun = _singular(token) if is_dual else token
    found = grammar.units.after.match((noun, *scene.tokens[at + 1 : at + 3]), 0)
    if found is None or found.payload.kind != "measure" or found.payload.dimension in _NOT_COUNTED:
        return None
    half = find_half_behind(scene, grammar, at + found.last, found.payload.unit)
    if half is None:
        return None
    last, end = half
    value = Decimal("2.5") if is_dual else Decimal("1.5")
    start = scene.tokens[index].start if scene.language == "en" else found.start
    unit = make_found(scene, found._replace(first=at, last=at + found.last))
    draft = Draft(Number(value, index, last, start, end, "words"), value, index, last, start, end)
    draft.unit, draft.unit_kind, draft.confidence = unit.unit, unit.kind, unit.confidence
    return draft


def _russian_half(scene: Scene, grammar: Grammar, index: int) -> Draft | None:
    """полгектара, полкило, полчаса."""
    token = scene.tokens[index]
    if not token.norm.startswith(_RU_HALF) or len(token.norm) < len(_RU_HALF) + 4:
        return None
    stem = token._replace(norm=token.norm[len(_RU_HALF) :])
    found = grammar.units.after.match((stem,), 0)
    if found is None or found.payload.kind != "measure" or found.payload.dimension in _NOT_COUNTED:
        return None
    number = Number(Decimal("0.5"), index, index + 1, token.start, token.end, "words")
    draft = Draft(number, number.value, index, index + 1, token.start, token.end)
    draft.unit, draft.unit_kind = found.payload.unit, "measure"
    return draft


def _is_measure(word: UnitWord) -> bool:
    if word.kind not in ("measure", "money") or word.dimension in _NOT_COUNTED:
        return False
    return word.dimension != "time" or word.unit in _DUAL_TIMES


def _singular(token: Token) -> Token:
    """The singular of an Arabic dual: كيلوغرامين is of كيلوغرام, ساعتين of ساعة."""
    stem = token.norm[:-2]
    return token._replace(norm=f"{stem[:-1]}ة" if stem.endswith("ت") else stem)


def _noun_draft(
    scene: Scene, grammar: Grammar, value: Decimal, first: int, last: int, *, stems: Sequence[Token] = ()
) -> Draft | None:
    found = grammar.units.after.match(stems or scene.tokens[first : first + 3], 0)
    if found is None:
        return None
    placed = found._replace(first=first, last=first + found.last)
    start, end = found.start, scene.tokens[last - 1].end
    draft = Draft(Number(value, first, last, start, end, "words"), value, first, last, start, end)
    unit = make_found(scene, placed)
    draft.unit, draft.unit_kind, draft.confidence = unit.unit, unit.kind, unit.confidence
    return draft
