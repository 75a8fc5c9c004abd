"""Steps instead of levels: increase by, increase to, decrease by, decrease to, from."""

from itertools import pairwise

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.model.quantity import Change

_REACH = 14
"""How many tokens before a figure its verb of change may stand."""
_NEAR = 6
_CLAUSE_END = frozenset(".;؛；。!?؟！？")
_SOFT_END = frozenset(",،，、:：")
_RATIO_UNITS = frozenset(("percent", "percentage_point", "times", "per_mille"))
_GAP = 16
"""Tokens between the two figures of "from A to B" at most."""


def apply_changes(scene: Scene, grammar: Grammar, drafts: list[Draft]) -> None:
    """Set `change` of each draft, alone first, then of pairs "from A to B"."""
    for draft in drafts:
        if draft.value_max is None:
            draft.change = _alone(scene, grammar, draft)
    for earlier, later in pairwise(drafts):
        if _is_pair(scene, grammar, earlier, later):
            later.change = _direction(earlier, later, later.change)
            earlier.change = "from"


def _alone(scene: Scene, grammar: Grammar, draft: Draft) -> Change | None:
    if scene.language == "zh":
        return _alone_chinese(scene, grammar, draft)
    tables, lead = grammar.change, draft.lead
    cue = _cue_before(scene, grammar, lead)
    own = tables["own"].match_before(scene.tokens, lead)
    if own is not None:
        return _by(own.payload)
    if cue is not None:
        direction, last = cue
        if last == lead and draft.unit in _RATIO_UNITS:
            return _to(direction) if draft.unit == "times" else _by(direction)
        to, by = tables["to"].match_before(scene.tokens, lead), tables["by"].match_before(scene.tokens, lead)
        if by is not None and (to is None or by.first <= to.first) and by.first - last <= _NEAR:
            if draft.unit == "times":
                return _to(direction)
            if by.first == last or scene.language in ("en", "ru", "ar") or draft.unit in _RATIO_UNITS:
                return _by(direction)
        if to is not None and to.first - last <= _REACH:
            return _to(direction)
        if lead - last <= _NEAR and draft.unit in _RATIO_UNITS and _no_other_between(scene, last, lead):
            return _to(direction) if draft.unit == "times" else _by(direction)
        if last == lead and scene.language in ("en", "ru", "es", "fr"):
            return _by(direction)
    after = tables["after"].match(scene.tokens, draft.last)
    if after is not None and draft.unit in _RATIO_UNITS and draft.unit != "times":
        return _by(after.payload)
    return None


def _cue_before(scene: Scene, grammar: Grammar, lead: int) -> tuple[str, int] | None:
    """Direction of the last word of change in the clause before, and the token after it."""
    table = grammar.change["cue"]
    at = lead
    while at > 0 and lead - at <= _REACH:
        if scene.norm(at - 1) in _CLAUSE_END or scene.sentence_of[at - 1] != scene.sentence_of[lead]:
            return None
        found = table.match_before(scene.tokens, at)
        if found is not None and found.last == at:
            return found.payload, at
        at -= 1
    return None


def _no_other_between(scene: Scene, first: int, last: int) -> bool:
    return all(scene.tokens[at].kind != "num" and scene.norm(at) not in _SOFT_END for at in range(first, last))


def _alone_chinese(scene: Scene, grammar: Grammar, draft: Draft) -> Change | None:
    for name in ("to", "by"):
        found = grammar.change[name].match_before(scene.tokens, draft.lead)
        if found is None and scene.norm(draft.lead - 1) in ("达", "了", "为", "約", "约"):
            found = grammar.change[name].match_before(scene.tokens, draft.lead - 1)
        if found is not None:
            if name == "to" or (draft.unit == "times" and scene.norm(found.last - 1) in ("到", "至")):
                return _to(found.payload)
            return _by(found.payload)
    return None


def _is_pair(scene: Scene, grammar: Grammar, earlier: Draft, later: Draft) -> bool:
    """From A to B within one sentence, with a word of change before or between, same unit."""
    if scene.sentence_of[earlier.first] != scene.sentence_of[later.first] or later.lead - earlier.last > _GAP:
        return False
    if earlier.value_max is not None or later.value_max is not None or earlier.unit != later.unit:
        return False
    begins = grammar.change["from"].match_before(scene.tokens, earlier.lead)
    ends = grammar.change["to"].match_before(scene.tokens, later.lead)
    if begins is not None and ends is not None:
        return True
    reversed_begin = grammar.change["from"].match_before(scene.tokens, later.lead)
    if reversed_begin is not None and earlier.change in ("increase_to", "decrease_to"):
        later.change, earlier_change = "from", earlier.change
        earlier.change = earlier_change
    return False


def _direction(earlier: Draft, later: Draft, change: Change | None) -> Change:
    if earlier.value != later.value:
        return "increase_to" if later.value > earlier.value else "decrease_to"
    return change or "increase_to"


def _by(direction: str) -> Change:
    return "decrease_by" if direction == "down" else "increase_by"


def _to(direction: str) -> Change:
    return "decrease_to" if direction == "down" else "increase_to"
