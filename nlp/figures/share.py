"""Shares told by two counts or an ordinal: one in five, nueve de cada diez, un client sur trois, каждый второй."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.lexer import Token
from nlp.numbers.number import Number

_ROUND = frozenset((12, 20, 50, 100, 1000))
_MOST_SMALL = 10
_NOUN_WORDS = 2
"""Words that may stand between the first count and its word of share: neuf ménages ruraux sur dix."""
_CONFIDENCE = 0.85


class Reader(Protocol):
    """What reads a number at a token."""

    def may_begin(self, token: Token) -> bool: ...

    def read(self, tokens: Sequence[Token], first: int) -> Number | None: ...


def may_begin_share(grammar: Grammar, norm: str) -> bool:
    """False where no share begins with this word, numbers aside."""
    return grammar.share_word.begins(norm)


def read_share(scene: Scene, grammar: Grammar, reader: Reader, index: int, number: Number | None) -> Draft | None:
    """A share that begins at this token, `number` being the number read there; None where there is none."""
    if number is None:
        word = grammar.share_word.match(scene.tokens, index)
        return None if word is None else _draft(Decimal(word.payload), index, word.last, word.start, word.end)
    if scene.language == "zh":
        return _chinese(scene, reader, index, number)
    if number.value != number.value.to_integral_value():
        return None  # rated 4.5 out of 5
    if number.value >= _MOST_SMALL**3 or number.kind not in ("digits", "words"):
        return None
    for at in range(number.last, number.last + _NOUN_WORDS + 1):
        link = grammar.share_link.match(scene.tokens, at)
        if link is None:
            if at >= len(scene.tokens) or scene.tokens[at].kind != "word" or scene.norm(at) in grammar.stop:
                return None
            continue
        if at > number.last and scene.language not in ("fr", "ru") and not link.payload:
            return None
        whole = reader.read(scene.tokens, link.last) if link.last < len(scene.tokens) else None
        if whole is None or not _is_whole(number, whole, said_plainly=link.payload):
            return None
        return _draft(number.value * 100 / whole.value, index, whole.last, number.start, whole.end)
    return None


def share_out(scene: Scene, grammar: Grammar, reader: Reader, draft: Draft) -> None:
    """A range of parts of a whole, in place: entre 8 y 10 de cada 100 hogares is 8 to 10 percent."""
    link = (
        grammar.share_link.match(scene.tokens, draft.last) if draft.unit is None or draft.unit_kind == "count" else None
    )
    if link is None or not link.payload or draft.value_max is None or link.last >= len(scene.tokens):
        return
    whole = reader.read(scene.tokens, link.last)
    if whole is None or whole.value <= draft.value_max:
        return
    draft.value, draft.value_max = draft.value * 100 / whole.value, draft.value_max * 100 / whole.value
    draft.unit, draft.unit_kind, draft.confidence = "percent", "fraction", _CONFIDENCE
    draft.last, draft.end = whole.last, whole.end


def _is_whole(part: Number, whole: Number, *, said_plainly: bool) -> bool:
    """Of ten, of every hundred: a small or round count that is more than the part."""
    if whole.kind not in ("digits", "words") or not 0 < part.value < whole.value or whole.scale > 1000:
        return False
    return said_plainly or whole.value <= _MOST_SMALL or int(whole.value) in _ROUND


def _draft(percent: Decimal, first: int, last: int, start: int, end: int) -> Draft:
    draft = Draft(Number(percent, first, last, start, end, "fraction"), percent, first, last, start, end)
    draft.unit, draft.unit_kind, draft.confidence = "percent", "fraction", _CONFIDENCE
    return draft


def _chinese(scene: Scene, reader: Reader, index: int, number: Number) -> Draft | None:
    """每三户就有一户, 每10人中有3人: the whole behind 每, the part behind 有."""
    if number.kind not in ("digits", "words") or number.scale != 1 or number.upper is not None:
        return None
    each = scene.norm(index - 1) == "每"
    within = number.value in (_MOST_SMALL, _MOST_SMALL**2) and any(
        scene.norm(at) in ("中", "里") for at in range(number.last, number.last + 4)
    )
    if not each and not within:
        return None
    for at in range(number.last + 1, min(number.last + 7, len(scene.tokens) - 1)):
        if scene.norm(at) != "有":
            continue
        part = reader.read(scene.tokens, at + 1)
        if part is None or not part.value < number.value:
            return None
        end = scene.tokens[part.last].end if part.last < len(scene.tokens) else part.end
        last = min(part.last + 1, len(scene.tokens))
        return _draft(part.value * 100 / number.value, index, last, number.start, end)
    return None
