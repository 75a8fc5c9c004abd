"""Reads the numbers of a text one after another, each with its unit, as drafts of figures."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.guard import is_no_figure
from nlp.figures.mask import Mask
from nlp.figures.money import UnitFound
from nlp.figures.noun_number import read_noun_number
from nlp.figures.opener import find_openers
from nlp.figures.person_age import is_age
from nlp.figures.ranges import join_range
from nlp.figures.share import Reader, read_share, share_out
from nlp.figures.sign import apply_sign
from nlp.figures.singles import read_multiple
from nlp.figures.small_change import add_small_change
from nlp.figures.trap import is_opening
from nlp.figures.unit_finder import find_unit
from nlp.numbers.number import Number
from nlp.unit import dimension_of

_ALTERNATIVE_UNITS = {"feddan": ("acre", 0.5), "acre": ("feddan", 0.3)}
"""Arabic فدان renders both; which is meant the country tells, and never for certain."""
_LEAST_WORD_COUNT = 3
"""One and two in words before a counted noun are rarely statistics ("two companies")."""
_TEN = Decimal(10)
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_MILLIME_DIGITS = 3
_VAGUE_CONFIDENCE = 0.5


def read_drafts(scene: Scene, grammar: Grammar, reader: Reader, mask: Mask, *, digits_only: bool) -> list[Draft]:
    """Return the drafts in text order; `digits_only` for texts in a language without a pack."""
    drafts: list[Draft] = []
    go_on_at = 0
    for index in find_openers(scene.tokens, scene.language, digits_only=digits_only):
        if index < go_on_at:
            continue
        number = reader.read(scene.tokens, index) if reader.may_begin(scene.tokens[index]) else None
        draft, go_on_at = _read_one(scene, grammar, reader, mask, index, number)
        if draft is not None and not (drafts and draft.first < drafts[-1].last):
            drafts.append(draft)
            go_on_at = draft.last
    return drafts


def _read_one(
    scene: Scene, grammar: Grammar, reader: Reader, mask: Mask, index: int, number: Number | None
) -> tuple[Draft | None, int]:
    """The draft that begins at this token, or None with the token to go on at."""
    share = read_share(scene, grammar, reader, index, number)
    if share is not None and not mask.covers(share.start, share.end):
        return share, 0
    if number is None:
        draft = read_multiple(scene, grammar, reader, index) or read_noun_number(scene, grammar, index)
        return (None, 0) if draft is None or mask.covers(draft.start, draft.start + 1) else (draft, 0)
    if mask.covers(number.start, number.end) or is_no_figure(scene, grammar, number):
        return None, number.last if number.kind == "digits" else index + 1
    draft = _make_draft(scene, grammar, reader, number)
    if draft is None:
        return read_noun_number(scene, grammar, index), 0
    if is_opening(scene, draft):
        return None, draft.last
    return (None, 0) if mask.covers(draft.start, draft.start + 1) else (draft, 0)


def _make_draft(scene: Scene, grammar: Grammar, reader: Reader, number: Number) -> Draft | None:
    draft = Draft(number, number.value, number.first, number.last, number.start, number.end)
    draft.value_max = number.upper
    own = find_unit(scene, grammar, draft)
    if number.upper is not None or not join_range(scene, grammar, draft, reader, own):
        _apply_unit(scene, grammar, draft, reader, own)
    elif draft.unit == "year" and is_age(scene, grammar, draft):
        draft.unit = "year_of_age"
    if scene.language == "en" and dimension_of(draft.unit) != "time" and _follows_age(scene, grammar, draft):
        draft.unit, draft.unit_kind, draft.unit_span = "year_of_age", "inferred", None
    if number.kind in ("fraction", "per_mille") and draft.unit is None:
        draft.unit, draft.unit_kind = "percent" if number.kind == "fraction" else "per_mille", "fraction"
    if draft.value_max is not None:
        share_out(scene, grammar, reader, draft)
    apply_sign(scene, grammar, draft)
    if number.kind == "vague":
        draft.confidence = _VAGUE_CONFIDENCE
    return draft if _is_worth(draft) else None


def _follows_age(scene: Scene, grammar: Grammar, draft: Draft) -> bool:
    """Those aged 15-24 stand at 32.6%: no noun behind is counted."""
    is_old = draft.number.scale == 1 and 0 < draft.value < 120
    return is_old and grammar.age_before.match_before(scene.tokens, draft.number.first) is not None


def _apply_unit(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader, found: UnitFound | None) -> None:
    if found is None or draft.number.kind == "per_mille":
        return
    if draft.number.kind == "fraction":
        if _is_part_of_measure(scene, draft, found):
            draft.value /= _HUNDRED
            draft.number = draft.number._replace(kind="words")
            take_unit(draft, found)
            return
        if found.kind in ("measure", "money", "rate") and found.unit != "percent":
            return
        draft.unit, draft.unit_kind = "percent", "fraction"
        draft.last, draft.end = max(draft.last, found.last), max(draft.end, found.end)
        return
    take_unit(draft, found)
    _read_millimes(scene, draft)
    add_small_change(scene, grammar, draft, reader)
    if draft.unit in _ALTERNATIVE_UNITS and scene.language == "ar":
        _add_other_feddan(draft)
    if draft.unit == "year" and is_age(scene, grammar, draft):
        draft.unit = "year_of_age"
    if draft.unit == "times" and _counts_views(scene, grammar, draft):
        draft.unit, draft.unit_kind = "view", "count"


def _read_millimes(scene: Scene, draft: Draft) -> None:
    """1,340 dinar in Tunisia: the dinar has a thousand millimes, and French a decimal comma."""
    if scene.language not in ("fr", "ar") or (draft.unit or "").partition("/")[0] != "TND" or draft.number.scale != 1:
        return
    whole, comma, millimes = scene.norm(draft.number.first).partition(",")
    if comma and len(millimes) == _MILLIME_DIGITS and len(whole) < _MILLIME_DIGITS:
        draft.value /= _THOUSAND


def _is_part_of_measure(scene: Scene, draft: Draft, found: UnitFound) -> bool:
    """Half a hectare, a quarter-acre plot, ربع فدان: an amount of a measure, no share."""
    is_share = dimension_of(found.unit) == "ratio" and found.unit != "percentage_point"
    if found.kind not in ("measure", "money") or is_share:
        return False
    between = [scene.norm(at) for at in range(draft.number.last, found.first)]
    if scene.language == "en":
        return any(word in ("a", "an", "-") for word in between)
    if scene.language == "ar":
        return not between and not scene.norm(found.first).startswith(("ال", "لل"))
    if scene.language in ("fr", "es"):
        return not between or between in (["-"], ["d", "'"], ["de"])
    return not between


def take_unit(draft: Draft, found: UnitFound) -> None:
    """Give the draft its unit; cents and tenths change its value."""
    share = found.share
    if found.kind == "tenths":
        share = _TEN if draft.value < _TEN else Decimal(1)  # 三成 is 30 percent, 85折 is 85
    draft.value *= share
    draft.share = share
    if draft.value_max is not None:
        draft.value_max *= share
    if share != 1:
        draft.number = draft.number._replace(step=None, rounded=False)
    draft.unit, draft.unit_kind = found.unit, found.kind
    draft.unit_span = (found.start, found.end)
    draft.currencies = found.currencies
    draft.confidence = min(draft.confidence, found.confidence)
    draft.inverted = found.kind != "money" and found.last <= draft.number.first
    draft.first, draft.start = min(draft.first, found.first), min(draft.start, found.start)
    draft.last, draft.end = max(draft.last, found.last), max(draft.end, found.end)


def _add_other_feddan(draft: Draft) -> None:
    """فدان is the feddan, and renders the acre in texts on other countries: the other reading is a candidate."""
    other, score = _ALTERNATIVE_UNITS[draft.unit or ""]
    draft.candidates.append((draft.value, other, score))


def _counts_views(scene: Scene, grammar: Grammar, draft: Draft) -> bool:
    """Watched 5,000 times: a word of watching in the sentence before the figure."""
    sentence = scene.sentence_of[draft.first]
    return any(
        scene.sentence_of[at] == sentence and grammar.view.match(scene.tokens, at) is not None
        for at in range(max(0, draft.first - 12), min(len(scene.tokens), draft.last + 3))
    )


def _is_worth(draft: Draft) -> bool:
    """Spelled-out ones and twos before a noun are no statistics; nor is a bare 一."""
    number = draft.number
    if number.kind != "words" or draft.value_max is not None or number.scale != 1 or draft.unit_kind == "tenths":
        return True
    if number.value == Decimal("0.5"):
        return draft.unit_kind in ("measure", "money", "rate")
    if draft.value != draft.value.to_integral_value():
        return True  # полтора часа, a kilometre and a half
    if draft.unit_kind in ("count", "person", "inferred", None):
        return draft.value >= _LEAST_WORD_COUNT
    if dimension_of(draft.unit) == "time":
        return number.value >= 2
    return number.value != 1 or draft.unit_kind == "rate" or dimension_of(draft.unit) in ("area", "mass", "money")
