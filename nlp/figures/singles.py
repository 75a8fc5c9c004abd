"""Quantities that one word states: doubled, fivefold, вдвое, 翻两番, مو واحد, هكتارين."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.number import Number

_ZH_DOUBLINGS = {
    "翻番": 2,
    "翻一番": 2,
    "翻了一番": 2,
    "翻两番": 4,
    "翻了两番": 4,
    "翻兩番": 4,
    "翻三番": 8,
    "翻了三番": 8,
    "翻倍": 2,
}
"""番 doubles: n of them multiply by 2 to the n."""
_AR_ONE = frozenset(("واحد", "واحدة", "واحدا"))
_AR_DUAL = ("ين", "ان")
_NO_STATEMENT_EN = frozenset(("a", "twice", "every", "double"))


def read_multiple(scene: Scene, grammar: Grammar, index: int) -> Draft | None:
    """A word of multiplication at this token as `times`, or None."""
    if scene.language == "zh":
        return _doubling(scene, index)
    found = grammar.multiple.match(scene.tokens, index)
    if found is None:
        return None
    norm = scene.norm(index)
    if norm in ("double", "triple", "twice", "thrice", "doble") and scene.norm(found.last) not in (
        "the", "that", "as", "its", "what", "their", "last", "que", "de", "del", "of", "from", "in",
    ):  # fmt: skip
        return None
    number = Number(found.payload, index, found.last, found.start, found.end, "multiple")
    draft = Draft(number, found.payload, index, found.last, found.start, found.end)
    draft.unit, draft.unit_kind, draft.change = "times", "multiple", "increase_to"
    draft.confidence = 0.8
    return draft


def _doubling(scene: Scene, index: int) -> Draft | None:
    if scene.norm(index) != "翻":
        return None
    for length in (4, 3, 2):
        word = "".join(scene.norm(index + offset) for offset in range(length))
        if word in _ZH_DOUBLINGS:
            value = Decimal(_ZH_DOUBLINGS[word])
            start, end = scene.tokens[index].start, scene.tokens[index + length - 1].end
            draft = Draft(
                Number(value, index, index + length, start, end, "multiple"),
                value,
                index,
                index + length,
                start,
                end,
            )
            draft.unit, draft.unit_kind = "times", "multiple"
            return draft
    return None


def read_noun_number(scene: Scene, grammar: Grammar, index: int) -> Draft | None:
    """Arabic: a measure followed by "one" (مو واحد), or a measure in the dual (هكتارين)."""
    if scene.language != "ar" or scene.tokens[index].kind != "word":
        return None
    token = scene.tokens[index]
    found = grammar.units.after.match(scene.tokens, index)
    if found is not None and scene.norm(found.last) in _AR_ONE:
        if found.payload.kind not in ("measure", "money") or found.payload.dimension == "time":
            return None
        return _noun_draft(scene, grammar, Decimal(1), index, found.last + 1, found.start)
    if found is None and token.norm.endswith(_AR_DUAL) and len(token.norm) > 4:
        stem = token._replace(norm=token.norm[:-2])
        single = grammar.units.after.match([*scene.tokens[:index], stem], index)
        if single is None or single.payload.kind not in ("measure", "money") or single.payload.dimension == "time":
            return None
        return _noun_draft(scene, grammar, Decimal(2), index, index + 1, single.start)
    return None


def _noun_draft(scene: Scene, grammar: Grammar, value: Decimal, first: int, last: int, start: int) -> Draft:
    end = scene.tokens[last - 1].end
    draft = Draft(Number(value, first, last, start, end, "words"), value, first, last, start, end)
    token = scene.tokens[first]
    stem = token._replace(norm=token.norm[:-2]) if value == 2 else token
    found = grammar.units.after.match([*scene.tokens[:first], stem], first)
    if found is not None:
        draft.unit, _ = found.payload.resolve(scene.country)
        draft.unit_kind = found.payload.kind
    return draft
