"""Steps instead of levels: increase by, increase to, decrease by, decrease to, from."""

from nlp.figures.change_cue import RATIOS, REACH, SOFT_END, CueFound, find_cue_before, is_dated, level, step
from nlp.figures.change_pair import coordinate, follow_up, pair
from nlp.figures.change_zh import find_chinese_change
from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.sign import has_plus
from nlp.model.quantity import Change
from nlp.phrase import Match, PhraseTable

_NEAR = 6
_PARTNERS = 3
"""How many figures before are tried as the earlier value."""
_FREE = frozenset(("en", "ru", "ar"))
"""Languages in which a figure right behind a verb of change is the step."""
_COUNTED = ("count", "person")


def apply_changes(scene: Scene, grammar: Grammar, drafts: list[Draft]) -> None:
    """Set `change` of each draft, alone first, then of pairs "from A to B" and "B, against A"."""
    for position, draft in enumerate(drafts):
        following = drafts[position + 1] if position + 1 < len(drafts) else None
        if draft.change is None:
            draft.change = _alone(scene, grammar, draft, following)
        elif draft.unit == "times" and draft.change == "increase_to":
            draft.change = _multiplied(scene, grammar, draft)
        if draft.change is None and position:
            draft.change = coordinate(scene, drafts[position - 1], draft)
        if draft.change is None and position:
            draft.change = follow_up(scene, grammar, drafts[position - 1], draft)
    for draft in drafts:
        if draft.unit == "times" and draft.change is None and scene.language != "zh":
            draft.change = "increase_to" if is_dated(scene, draft.first, draft.last) else None
    for position, later in enumerate(drafts):
        for earlier in reversed(drafts[max(0, position - _PARTNERS) : position]):
            if pair(scene, grammar, earlier, later):
                break


def _alone(scene: Scene, grammar: Grammar, draft: Draft, following: Draft | None) -> Change | None:
    if has_plus(scene, draft):
        return "increase_by"
    if scene.language == "zh":
        return find_chinese_change(scene, grammar, draft) if draft.value_max is None else None
    tables, lead = grammar.change, draft.lead
    is_ratio = draft.unit in RATIOS
    own = tables["own"].match_before(scene.tokens, lead)
    is_particle = own is not None and grammar.takes_particle.match_before(scene.tokens, own.first) is not None
    if (
        own is not None
        and not is_particle
        and (is_ratio or scene.language == "ar" or scene.norm(own.first - 1) in SOFT_END)
    ):
        return step(own.payload)
    told = _told_behind(scene, grammar, draft, following)
    if told is not None:
        return told
    to, by = _preposition(scene, tables["to"], draft), _preposition(scene, tables["by"], draft)
    if draft.unit == "times" and to is not None and draft.number.kind != "multiple":
        return "increase_to"
    direct = tables["direct"].match_before(scene.tokens, lead)
    if direct is not None and draft.unit_kind in _COUNTED:
        return step(direct.payload)
    weak: str | None = None
    if is_ratio or to is not None or by is not None:
        weak = ""
    elif draft.unit == "person":
        weak = "down"  # a town that lost 1,100 inhabitants
    cue = find_cue_before(scene, grammar, lead, weak=weak)
    if cue is None or (draft.value_max is not None and not is_ratio):
        return None
    return _by_cue(scene, draft, cue, to, by) or _behind_noun(scene, grammar, draft, cue)


def _told_behind(scene: Scene, grammar: Grammar, draft: Draft, following: Draft | None) -> Change | None:
    """18 percent more, 2,000 more farmers, 5 tonnes less than last year: the word behind the figure."""
    tables = grammar.change
    is_ratio = draft.unit in RATIOS
    after = tables["after"].match(scene.tokens, draft.last)
    hedge = grammar.hedge_before.match(scene.tokens, draft.last) if after is not None else None
    is_hedge = hedge is not None and after is not None and hedge.last > after.last and following is not None
    if is_hedge and following is not None and hedge is not None and following.lead <= hedge.last:
        after = None  # "of them at less than 5 %": the word hedges the next number
    if after is not None and is_ratio:
        return level(after.payload) if draft.unit == "times" else step(after.payload)
    if after is not None and draft.value_max is None and is_dated(scene, draft.first, after.last):
        return step(after.payload)  # 5 tonnes less than last year
    dated = tables["dated"].match(scene.tokens, draft.last)
    if dated is not None and is_ratio and is_dated(scene, draft.first, draft.last):
        return step(dated.payload)
    more = tables["more"].match(scene.tokens, draft.last) or tables["more"].match(scene.tokens, draft.number.last)
    if more is None and scene.language == "en":
        more = tables["more"].match_before(scene.tokens, draft.first)  # an extra 300 jobs
    return step(more.payload) if more is not None and not is_ratio else None


def _multiplied(scene: Scene, grammar: Grammar, draft: Draft) -> Change:
    """Сократилось вдвое: the verb tells which way."""
    cue = find_cue_before(scene, grammar, draft.first, weak=None) if scene.language != "zh" else None
    return level(cue.direction) if cue is not None and draft.first - cue.last <= _NEAR else "increase_to"


def _preposition(scene: Scene, table: PhraseTable[str], draft: Draft) -> Match[str] | None:
    """The preposition before the figure, or the one that its hedge bears (بنحو)."""
    found = table.match_before(scene.tokens, draft.lead)
    return found if found is not None or draft.lead == draft.first else table.match_before(scene.tokens, draft.first)


def _by_cue(scene: Scene, draft: Draft, cue: CueFound, to: Match[str] | None, by: Match[str] | None) -> Change | None:
    """What a word of change makes of the figure, by the preposition before it (`to`, `by`)."""
    direction, last = cue
    lead, is_ratio, multiplies = draft.lead, draft.unit in RATIOS, draft.unit == "times"
    if last == lead and is_ratio:
        return level(direction) if multiplies else step(direction)
    if by is not None and (to is None or by.first <= to.first) and by.first - last <= _NEAR:
        if multiplies:
            return level(direction)
        if by.first == last or scene.language in ("en", "ru", "ar") or is_ratio:
            return step(direction)
    if to is not None and draft.modifier == "up_to" and to.first >= lead:
        return step(direction) if last == lead else None  # pierde hasta cinco dólares
    if to is not None and to.first - last <= REACH:
        return level(direction)
    if lead - last <= _NEAR and is_ratio and _no_other_between(scene, last, lead):
        return level(direction) if multiplies else step(direction)
    if last == lead and (scene.language in _FREE or draft.unit == "person"):
        return step(direction)
    return None


def _behind_noun(scene: Scene, grammar: Grammar, draft: Draft, cue: CueFound) -> Change | None:
    """The increase was 300 yuan, прибавка составила 300 рублей: a noun of change, a verb of amount, the figure."""
    if grammar.change["noun"].match_before(scene.tokens, cue.last) is None or draft.value_max is not None:
        return None
    if grammar.change["amount"].match_before(scene.tokens, draft.lead) is None:
        return None
    return step(cue.direction) if _no_other_between(scene, cue.last, draft.lead) else None


def _no_other_between(scene: Scene, first: int, last: int) -> bool:
    return all(scene.tokens[at].kind != "num" and scene.norm(at) not in SOFT_END for at in range(first, last))
