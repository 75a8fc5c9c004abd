"""Changes that two figures tell together: from A to B, B against A, by A to B, A and B alike."""

from nlp.figures.change_cue import CLAUSE_END, RATIOS, SOFT_END, is_dated, level
from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.time_words import skip_time
from nlp.model.quantity import Change
from nlp.unit import dimension_of, load_units

_NEAR = 6
_GAP = 18
"""Tokens between the two figures of "from A to B" at most."""
_FOLLOW_GAP = 8
"""Tokens between the step and the level reached: rose by 5 roubles, to 45."""
_STEPS = ("increase_by", "decrease_by")
_AND = frozenset(("and", "et", "y", "и", "و", ",", "和", "、", "及", "与"))
_GOES_ON = frozenset(
    ("year", "on", "in", "en", "sur", "в", "за", "على", "علي", ".", "", "respectively", "respectivement",
     "respectivamente", "соответственно", "。", "，", ",", ";", "；")
)  # fmt: skip


def coordinate(scene: Scene, before: Draft, draft: Draft) -> Change | None:
    """Rose 12% month-on-month and 38% year-on-year, 分别增长5.2%和6.1%: one verb for both."""
    if before.change not in _STEPS or before.unit != draft.unit or draft.unit not in RATIOS:
        return None
    between = scene.tokens[before.last : draft.lead]
    joins = bool(between) and between[-1].norm in _AND and len(between) <= _NEAR
    return before.change if joins and scene.norm(draft.last) in _GOES_ON else None


def follow_up(scene: Scene, grammar: Grammar, before: Draft, draft: Draft) -> Change | None:
    """Rose 12 % to 4,000; подорожал на 5 рублей, до 45; увеличилось на 86 и достигло 1094: the level behind a step."""
    if before.change not in _STEPS or draft.value_max is not None:
        return None
    if scene.sentence_of[before.first] != scene.sentence_of[draft.first]:
        return None
    between = range(before.last, draft.lead)
    if len(between) > _FOLLOW_GAP or any(scene.norm(at) in CLAUSE_END for at in between):
        return None
    tables = grammar.change
    reached = tables["reached"].match_before(scene.tokens, draft.lead)
    to = tables["to"].match_before(scene.tokens, draft.lead) or (
        tables["to"].match_before(scene.tokens, draft.first) if draft.lead != draft.first else None
    )
    if reached is None and to is None:
        return None
    if before.unit not in RATIOS and not _same_kind(before, draft):
        return None
    if draft.modifier == "up_to" and to is not None and draft.lead != draft.first:
        draft.modifier = "exact"  # до, hasta, jusqu'à lead to the level here
    return level("down" if before.change == "decrease_by" else "up")


def pair(scene: Scene, grammar: Grammar, earlier: Draft, later: Draft) -> bool:
    """From A to B, or B against A, within one sentence and of one unit; True where they make a pair."""
    if scene.sentence_of[earlier.first] != scene.sentence_of[later.first] or later.lead - earlier.last > _GAP:
        return False
    tables = grammar.change
    if earlier.value_max is not None or later.value_max is not None:
        return False
    if tables["instead"].match_before(scene.tokens, later.lead) is not None and _same_kind(earlier, later):
        later.change, earlier.change = "from", earlier.change or _direction_by_base(later, earlier)
        return True
    if earlier.unit != later.unit:
        return _lengths(scene, grammar, earlier, later)
    is_against = tables["against"].match_before(scene.tokens, later.lead) is not None
    ends = not is_against and tables["to"].match_before(scene.tokens, skip_time(scene, later.lead)) is not None
    if ends and _begins(scene, grammar, earlier):
        later.change, earlier.change = _direction(earlier, later), "from"
        return True
    if tables["from"].match_before(scene.tokens, later.lead) is not None and not ends and not is_against:
        was_step = earlier.change in ("increase_to", "decrease_to")
        moved = _direction_word(scene, grammar, later)
        if was_step or moved is not None:
            later.change = "from"
            earlier.change = earlier.change or _direction(later, earlier)
            return True
    if not is_against:
        return False
    if earlier.change in ("increase_to", "decrease_to") or is_dated(scene, later.first, later.last):
        later.change = "from"
        return True
    return False


def _lengths(scene: Scene, grammar: Grammar, earlier: Draft, later: Draft) -> bool:
    """С полутора часов до 25 минут: from one length of time to another."""
    if not _same_kind(earlier, later):
        return False
    ends = grammar.change["to"].match_before(scene.tokens, later.lead) is not None
    if not ends or not _begins(scene, grammar, earlier):
        return False
    later.change, earlier.change = _direction_by_base(earlier, later), "from"
    return True


def _begins(scene: Scene, grammar: Grammar, earlier: Draft) -> bool:
    """True where a word of "from" stands before the earlier figure, in Chinese also 由去年的."""
    if grammar.change["from"].match_before(scene.tokens, earlier.lead) is not None:
        return True
    if scene.language != "zh":
        return False
    for at in range(earlier.lead, max(earlier.lead - 8, 0), -1):
        if scene.norm(at - 1) in SOFT_END or scene.norm(at - 1) in CLAUSE_END:
            return False
        if grammar.change["from"].match_before(scene.tokens, at) is not None:
            return True
    return False


def _direction_word(scene: Scene, grammar: Grammar, later: Draft) -> str | None:
    """up from, down from; بعد أن كان says it of itself."""
    found = grammar.change["from"].match_before(scene.tokens, later.lead)
    if found is None:
        return None
    if found.last - found.first > 1:
        return "told"
    own = grammar.change["own"].match_before(scene.tokens, found.first)
    return own.payload if own is not None else None


def _same_kind(one: Draft, other: Draft) -> bool:
    """Of one unit, or both lengths of time: four hours instead of two days."""
    return one.unit == other.unit or dimension_of(one.unit) == dimension_of(other.unit) == "time"


def _direction_by_base(earlier: Draft, later: Draft) -> Change:
    """From the earlier to the later value, in their base unit."""
    units = load_units()
    first, second = units.get(earlier.unit or ""), units.get(later.unit or "")
    before = earlier.value * (first.factor or 1) if first is not None else earlier.value
    after = later.value * (second.factor or 1) if second is not None else later.value
    return level("down" if after < before else "up")


def _direction(earlier: Draft, later: Draft) -> Change:
    return level("down" if later.value < earlier.value else "up")
