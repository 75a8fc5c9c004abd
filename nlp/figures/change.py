"""Steps instead of levels: increase by, increase to, decrease by, decrease to, from."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.time_words import skip_time
from nlp.model.quantity import Change
from nlp.phrase import Match, PhraseTable
from nlp.unit import dimension_of, load_units

_REACH = 14
"""How many tokens before a figure its verb of change may stand."""
_NEAR = 6
_CLAUSE_END = frozenset(".;؛；。!?؟！？")
_SOFT_END = frozenset(",،，、:：")
_RATIOS = frozenset(("percent", "percentage_point", "times", "per_mille"))
_GAP = 18
"""Tokens between the two figures of "from A to B" at most."""
_TIME_REACH = 9
"""Tokens behind a compared figure in which a word of time makes it the earlier value."""
_FREE = frozenset(("en", "ru", "ar"))
"""Languages in which a figure right behind a verb of change is the step."""


def apply_changes(scene: Scene, grammar: Grammar, drafts: list[Draft]) -> None:
    """Set `change` of each draft, alone first, then of pairs "from A to B" and "B, against A"."""
    for position, draft in enumerate(drafts):
        if draft.value_max is None and draft.change is None:
            draft.change = _alone(scene, grammar, draft)
        if draft.change is None and position:
            draft.change = _coordinated(scene, drafts[position - 1], draft)
    for draft in drafts:
        if draft.unit == "times" and draft.change is None and scene.language != "zh" and _is_dated(scene, draft):
            draft.change = "increase_to"
    for position, later in enumerate(drafts):
        for earlier in reversed(drafts[max(0, position - 3) : position]):
            if _pair(scene, grammar, earlier, later):
                break


def _alone(scene: Scene, grammar: Grammar, draft: Draft) -> Change | None:
    if scene.language == "zh":
        return _alone_chinese(scene, grammar, draft)
    tables, lead = grammar.change, draft.lead
    is_ratio = draft.unit in _RATIOS
    own = tables["own"].match_before(scene.tokens, lead)
    is_particle = own is not None and grammar.takes_particle.match_before(scene.tokens, own.first) is not None
    if (
        own is not None
        and not is_particle
        and (is_ratio or scene.language == "ar" or scene.norm(own.first - 1) in _SOFT_END)
    ):
        return _by(own.payload)
    after = tables["after"].match(scene.tokens, draft.last)
    hedge = grammar.hedge_before.match(scene.tokens, draft.last) if after is not None else None
    if hedge is not None and after is not None and hedge.last > after.last:
        after = None  # "of them at less than": the word hedges the next number
    if after is not None and is_ratio:
        return _to(after.payload) if draft.unit == "times" else _by(after.payload)
    dated = tables["dated"].match(scene.tokens, draft.last) if is_ratio else None
    if dated is not None and _is_dated(scene, draft):
        return _by(dated.payload)
    more = tables["more"].match(scene.tokens, draft.last) or tables["more"].match(scene.tokens, draft.number.last)
    if more is not None and not is_ratio:
        return _by(more.payload)
    to, by = _preposition(scene, tables["to"], draft), _preposition(scene, tables["by"], draft)
    if draft.unit == "times" and to is not None and draft.number.kind != "multiple":
        return "increase_to"
    weak: str | None = None
    if is_ratio or to is not None or by is not None:
        weak = ""
    elif draft.unit == "person":
        weak = "down"  # a town that lost 1,100 inhabitants
    cue = _cue_before(scene, grammar, lead, weak=weak)
    return None if cue is None else _by_cue(scene, draft, cue, to, by)


def _coordinated(scene: Scene, before: Draft, draft: Draft) -> Change | None:
    """Rose 12% month-on-month and 38% year-on-year: one verb for both."""
    steps = ("increase_by", "decrease_by")
    if (
        before.change not in steps
        or before.unit != draft.unit
        or draft.unit not in _RATIOS
        or draft.value_max is not None
    ):
        return None
    between = scene.tokens[before.last : draft.lead]
    joins = bool(between) and between[-1].norm in ("and", "et", "y", "и", "و", ",") and len(between) <= _NEAR
    follows = scene.norm(draft.last)
    return (
        before.change
        if joins and follows in ("year", "on", "in", "en", "sur", "в", "за", "على", "علي", ".", "")
        else None
    )


def _preposition(scene: Scene, table: PhraseTable[str], draft: Draft) -> Match[str] | None:
    """The preposition before the figure, or the one that its hedge bears (بنحو)."""
    found = table.match_before(scene.tokens, draft.lead)
    return found if found is not None or draft.lead == draft.first else table.match_before(scene.tokens, draft.first)


def _by_cue(
    scene: Scene, draft: Draft, cue: tuple[str, int], to: Match[str] | None, by: Match[str] | None
) -> Change | None:
    """What a word of change makes of the figure, by the preposition before it (`to`, `by`)."""
    direction, last = cue
    lead, is_ratio, multiplies = draft.lead, draft.unit in _RATIOS, draft.unit == "times"
    if last == lead and is_ratio:
        return _to(direction) if multiplies else _by(direction)
    if by is not None and (to is None or by.first <= to.first) and by.first - last <= _NEAR:
        if multiplies:
            return _to(direction)
        if by.first == last or scene.language in ("en", "ru", "ar") or is_ratio:
            return _by(direction)
    if to is not None and to.first - last <= _REACH:
        return _to(direction)
    if lead - last <= _NEAR and is_ratio and _no_other_between(scene, last, lead):
        return _to(direction) if multiplies else _by(direction)
    if last == lead and (scene.language in _FREE or draft.unit == "person"):
        return _by(direction)
    return None


def _cue_before(scene: Scene, grammar: Grammar, lead: int, *, weak: str | None) -> tuple[str, int] | None:
    """Direction of the last word of change in the clause before, and the token after it.

    `weak`: words that mean a change only beside a preposition or a ratio (raise, lose, add) count too where it is not
    None, those of its direction alone where it names one.
    """
    strong = grammar.change["cue"]
    at = lead
    while at > 0 and lead - at <= _REACH:
        if scene.norm(at - 1) in _CLAUSE_END or scene.sentence_of[at - 1] != scene.sentence_of[lead]:
            return None
        found = strong.match_before(scene.tokens, at)
        if found is None and weak is not None:
            found = grammar.change["weak"].match_before(scene.tokens, at)
            if found is not None and weak and found.payload != weak:
                found = None
        if found is not None and found.last == at:
            return found.payload, at
        at -= 1
    return None


def _no_other_between(scene: Scene, first: int, last: int) -> bool:
    return all(scene.tokens[at].kind != "num" and scene.norm(at) not in _SOFT_END for at in range(first, last))


def _alone_chinese(scene: Scene, grammar: Grammar, draft: Draft) -> Change | None:
    lead = skip_time(scene, draft.lead)
    for name in ("to", "by"):
        found = grammar.change[name].match_before(scene.tokens, lead)
        if found is None and scene.norm(draft.lead - 1) in ("达", "達", "了", "为", "為", "約", "约", "近"):
            found = grammar.change[name].match_before(scene.tokens, draft.lead - 1)
        if found is not None:
            if name == "to":
                return _to(found.payload)
            return _by(found.payload)
    return None


def _pair(scene: Scene, grammar: Grammar, earlier: Draft, later: Draft) -> bool:
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
        return False
    ends = tables["to"].match_before(scene.tokens, skip_time(scene, later.lead)) is not None
    if ends and _begins(scene, grammar, earlier):
        later.change, earlier.change = _direction(earlier, later), "from"
        return True
    if tables["from"].match_before(scene.tokens, later.lead) is not None and not ends:
        was_step = earlier.change in ("increase_to", "decrease_to")
        moved = _direction_word(scene, grammar, later)
        if was_step or moved is not None:
            later.change = "from"
            earlier.change = earlier.change or _direction(later, earlier)
            return True
    if tables["against"].match_before(scene.tokens, later.lead) is None:
        return False
    if earlier.change in ("increase_to", "decrease_to") or _is_dated(scene, later):
        later.change = "from"
        return True
    return False


def _begins(scene: Scene, grammar: Grammar, earlier: Draft) -> bool:
    """True where a word of "from" stands before the earlier figure, in Chinese also 由去年的."""
    if grammar.change["from"].match_before(scene.tokens, earlier.lead) is not None:
        return True
    if scene.language != "zh":
        return False
    for at in range(earlier.lead, max(earlier.lead - 8, 0), -1):
        if scene.norm(at - 1) in _SOFT_END or scene.norm(at - 1) in _CLAUSE_END:
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


def _is_dated(scene: Scene, draft: Draft) -> bool:
    """A year earlier, en 2022, в прошлом году: a word of time soon behind."""
    end = scene.tokens[draft.last - 1].end
    limit = min(draft.last + _TIME_REACH, len(scene.tokens)) - 1
    reach = scene.tokens[limit].end if scene.sentence_of[limit] == scene.sentence_of[draft.first] else end
    return any(end <= start <= reach for start, _ in scene.periods)


def _same_kind(one: Draft, other: Draft) -> bool:
    """Of one unit, or both lengths of time: four hours instead of two days."""
    return one.unit == other.unit or dimension_of(one.unit) == dimension_of(other.unit) == "time"


def _direction_by_base(earlier: Draft, later: Draft) -> Change:
    """From the earlier to the later value, in their base unit."""
    units = load_units()
    first, second = units.get(earlier.unit or ""), units.get(later.unit or "")
    before = earlier.value * (first.factor or 1) if first is not None else earlier.value
    after = later.value * (second.factor or 1) if second is not None else later.value
    return "decrease_to" if after < before else "increase_to"


def _direction(earlier: Draft, later: Draft) -> Change:
    return "decrease_to" if later.value < earlier.value else "increase_to"


def _by(direction: str) -> Change:
    return "decrease_by" if direction == "down" else "increase_by"


def _to(direction: str) -> Change:
    return "decrease_to" if direction == "down" else "increase_to"
