"""The sign of a number: a written minus (-3,2 %), words of cold (минус 5 градусов, 零下15度, 12 grados bajo cero)."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.unit import dimension_of

_MINUS = "-"
_PLUS = "+"
_SIGNED = ("ratio", "temperature")
_COLD = "temperature"


def apply_sign(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    """Make a share negative by a written minus, a temperature also by words, in place; the sign joins the surface."""
    _name_degrees(scene, grammar, draft)
    dimension = dimension_of(draft.unit)
    if dimension not in _SIGNED or draft.value <= 0:
        return
    before = draft.first - 1
    if _is_sign(scene, before, _MINUS):
        _negate(draft, before, scene.tokens[before].start)
    elif dimension == _COLD:
        minus = grammar.minus.match_before(scene.tokens, draft.first)
        cold = grammar.below_zero.match(scene.tokens, draft.last)
        if minus is not None:
            _negate(draft, minus.first, minus.start)
        elif cold is not None:
            _negate(draft, draft.first, draft.start)
            draft.last, draft.end = cold.last, cold.end


def _name_degrees(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    """A word that means degrees among other things does so beside a word of cold: 零下15度, 12 درجة تحت الصفر."""
    at = draft.number.last
    if scene.norm(at) not in grammar.degree or draft.last > at + 1:
        return
    is_cold = grammar.minus.match_before(scene.tokens, draft.first) or grammar.below_zero.match(scene.tokens, at + 1)
    if is_cold:
        draft.unit, draft.unit_kind = "degree_celsius", "measure"
        draft.last, draft.end = at + 1, scene.tokens[at].end
        draft.unit_span = (scene.tokens[at].start, scene.tokens[at].end)


def has_plus(scene: Scene, draft: Draft) -> bool:
    """True for a share behind a written plus: (+12 %)."""
    return dimension_of(draft.unit) == "ratio" and _is_sign(scene, draft.first - 1, _PLUS)


def _is_sign(scene: Scene, at: int, sign: str) -> bool:
    """A sign tied to the number and parted from what stands before: no range, no hyphen of a compound."""
    if scene.norm(at) != sign or not scene.glued(at + 1):
        return False
    return not scene.glued(at) or scene.tokens[at - 1].kind in ("sym", "han")


def _negate(draft: Draft, first: int, start: int) -> None:
    draft.value = -draft.value
    draft.first, draft.start = first, start
