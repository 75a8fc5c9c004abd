"""The modifier of a figure: hedging words before, after and inside the number."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.model.quantity import Modifier
from nlp.unit import dimension_of

_SPLIT_REACH = 14
"""Tokens that may stand between the two parts of a hedge and the number."""
_MOST_BETWEEN = 3
"""Words such as "a total of" that may stand between a hedge and its number."""
_CHANGE_REACH = 14
_ADVERB_REACH = 6
_ZH_SCALES = frozenset("百千万萬亿億")
"""上百, 过万: these hedge a number that begins with its scale word."""
_CLAUSE_END = frozenset(";؛；。!?؟！？")
_DENIED: dict[Modifier, Modifier] = {"more_than": "up_to", "less_than": "at_least"}
_DENIAL_REACH = 4
"""Words before a hedge in which "not" denies it."""


def apply_hedges(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    """Set modifier, hedge_first and lower_side_only of the draft."""
    if draft.value_max is not None:
        draft.modifier = "range"
        before = _before(scene, grammar, draft)
        if before is not None:
            draft.hedge_first = before[1]
        return
    inside = draft.number.inside
    if inside is not None:
        draft.modifier = inside
        draft.hedge_inside = inside == "more_than" and draft.number.kind in ("digits", "words")
    before = _before(scene, grammar, draft)
    if before is not None:
        modifier, first, words = before
        draft.hedge_first = first
        if not draft.hedge_inside:
            draft.modifier = modifier
            draft.lower_side_only = words in grammar.lower_side
        return
    if dimension_of(draft.unit) == "time" and grammar.time_limit.match_before(scene.tokens, draft.first) is not None:
        draft.modifier = "up_to"
        return
    later = (
        _split(scene, grammar, draft)
        or _adverb(scene, grammar, draft)
        or _after(scene, grammar, draft)
        or _inverted(scene, draft)
    )
    if later is not None and not draft.hedge_inside:
        draft.modifier = later


def _before(scene: Scene, grammar: Grammar, draft: Draft) -> tuple[Modifier, int, str] | None:
    at = draft.first
    for _ in range(_MOST_BETWEEN + 1):
        found = grammar.hedge_before.match_before(scene.tokens, at)
        if found is not None and _may_hedge(scene, grammar, found.first, found.last, draft):
            if found.payload in ("up_to", "at_least") and _says_level(scene, grammar, found.first, found.last):
                return None
            words = scene.folded[scene.tokens[found.first].start : scene.tokens[found.last - 1].end]
            return _turned(scene, grammar, found.payload, found.first), found.first, words
        skip = grammar.hedge_between.match_before(scene.tokens, at)
        if skip is None or skip.first <= 0:
            return None
        at = skip.first
    return None


def _turned(scene: Scene, grammar: Grammar, modifier: Modifier, first: int) -> Modifier:
    """The hedge of a denied verb: is not sold for less than 5 is at least 5, لم تتجاوز at most."""
    if modifier not in _DENIED:
        return modifier
    for at in range(first - 1, max(first - _DENIAL_REACH, 0) - 1, -1):
        if at < 0 or scene.tokens[at].kind != "word" or scene.sentence_of[at] != scene.sentence_of[first]:
            break
        if scene.norm(at).removeprefix("و") in grammar.denial:
            return _DENIED[modifier]
        if scene.norm(at) in grammar.no_denial:
            break
    return modifier


def _says_level(scene: Scene, grammar: Grammar, first: int, last: int) -> bool:
    """до, hasta, jusqu'à, desde behind a word of change lead to a level reached or left: вырос до 21 356."""
    if all(grammar.change[name].match_before(scene.tokens, last) is None for name in ("to", "from")):
        return False
    for at in range(first, max(0, first - _CHANGE_REACH), -1):
        if scene.norm(at - 1) in _CLAUSE_END or scene.sentence_of[at - 1] != scene.sentence_of[first]:
            return False
        weak = grammar.change["weak"].match_before(scene.tokens, at)
        if weak is not None and weak.payload == "down":
            return False  # saves up to five dollars
        if weak is not None or grammar.change["cue"].match_before(scene.tokens, at) is not None:
            return True
    return False


def _split(scene: Scene, grammar: Grammar, draft: Draft) -> Modifier | None:
    """A hedge in two parts around its noun: لا يقل عدد المنخرطات عن 20, تجاوزت قيمة المبيعات 20 مليار."""
    if not grammar.hedge_split:
        return None
    reach = range(max(0, draft.first - _SPLIT_REACH - _MOST_BETWEEN), draft.first)
    near = {scene.tokens[at].norm.removeprefix("و") for at in reach}
    for first, last, modifier in grammar.hedge_split:
        at = draft.first - len(last)
        if first[0] not in near or at < 1 or any(scene.norm(at + place) != word for place, word in enumerate(last)):
            continue
        for begin in range(at - 1, max(-1, at - _SPLIT_REACH), -1):
            token = scene.tokens[begin]
            if token.kind != "word" or scene.sentence_of[begin] != scene.sentence_of[draft.first]:
                break
            if all(scene.norm(begin + place).removeprefix("و") == word for place, word in enumerate(first)):
                return _turned(scene, grammar, modifier, begin)
    return None


def _adverb(scene: Scene, grammar: Grammar, draft: Draft) -> Modifier | None:
    """A Chinese adverb before the verb: 最多卖出40吨, 至少需要3天."""
    if scene.language != "zh":
        return None
    for at in range(draft.lead, max(0, draft.lead - _ADVERB_REACH), -1):
        if scene.tokens[at - 1].kind != "han":
            return None
        found = grammar.hedge_before.match_before(scene.tokens, at)
        if found is not None and found.payload in ("up_to", "at_least") and found.last - found.first > 1:
            return found.payload
    return None


def _may_hedge(scene: Scene, grammar: Grammar, first: int, last: int, draft: Draft) -> bool:
    norm = scene.norm(first)
    if scene.language == "zh":
        if last - first == 1 and norm in grammar.only_before_scale:
            is_round = draft.number.kind == "words" and scene.norm(draft.number.first) in _ZH_SCALES
            return is_round and scene.glued(last)
        return scene.glued(last) or last == draft.first
    return scene.sentence_of[first] == scene.sentence_of[draft.first]


def _after(scene: Scene, grammar: Grammar, draft: Draft) -> Modifier | None:
    """Right after the number (100 ألف+, 5000多 is inside) or after its unit (500 yuan or more, 100元以上)."""
    places = (draft.number.last, draft.last) if scene.language != "zh" else range(draft.number.last, draft.last + 1)
    for at in dict.fromkeys(places):
        found = grammar.hedge_after.match(scene.tokens, at)
        if found is None or scene.sentence_of[found.first] != scene.sentence_of[draft.first]:
            continue
        if scene.language == "zh" and (
            not scene.glued(at) or (at not in (draft.number.last, draft.last) and found.payload != "more_than")
        ):
            continue
        return found.payload
    return None


def _inverted(scene: Scene, draft: Draft) -> Modifier | None:
    """Russian puts the unit before the number to say about: тонн 40."""
    return "about" if draft.inverted and scene.language == "ru" else None
