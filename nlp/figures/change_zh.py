"""Steps and levels in Chinese, where the word of change stands right before the number or before its object."""

from nlp.figures.change_cue import CLAUSE_END, RATIOS, SOFT_END, level, step
from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.time_words import skip_time
from nlp.model.quantity import Change

_BETWEEN = frozenset(("达", "達", "了", "为", "為", "約", "约", "近"))
_COMPARED_REACH = 16
_OBJECT_REACH = 10
_LEAST_OBJECT = 2
"""Signs of the shortest object: 新增就业1.5万人."""
_THAN = frozenset("比较較")
_NO_OBJECT = frozenset("的到至为為达達占是有了每")
"""Signs that part a verb of change from a number behind it."""


def find_chinese_change(scene: Scene, grammar: Grammar, draft: Draft) -> Change | None:
    """What the words before the figure make of it, None for a level."""
    lead = skip_time(scene, draft.lead)
    for name in ("to", "by"):
        found = grammar.change[name].match_before(scene.tokens, lead)
        if found is None and scene.norm(draft.lead - 1) in _BETWEEN:
            found = grammar.change[name].match_before(scene.tokens, draft.lead - 1)
        if found is not None and _is_doubled(scene, found.first):
            continue
        if found is not None and name == "to":
            return level(found.payload)
        if found is not None:
            word = "".join(scene.norm(at) for at in range(found.first, found.last))
            return (
                None
                if word in grammar.compared_only and _is_other_thing(scene, grammar, found.first)
                else step(found.payload)
            )
    return _behind_object(scene, grammar, draft)


def _is_doubled(scene: Scene, first: int) -> bool:
    """True where a verb begins with the second of two equal signs: 拼多多卖出5吨 has no 多卖."""
    return first > 0 and scene.norm(first - 1) == scene.norm(first)


def _is_other_thing(scene: Scene, grammar: Grammar, at: int) -> bool:
    """True for "than the county hospital": no earlier time is compared, so nothing has changed."""
    for index in range(at - 1, max(at - _COMPARED_REACH, -1), -1):
        if scene.norm(index) in SOFT_END or scene.norm(index) in CLAUSE_END:
            return False
        if scene.norm(index) not in _THAN:
            continue
        start, end = scene.tokens[index].end, scene.tokens[at].start
        words = scene.folded[start:end]
        is_time = any(start <= begin < end for begin, _ in scene.periods)
        return not (is_time or any(word in words for word in grammar.earlier))
    return False


def _behind_object(scene: Scene, grammar: Grammar, draft: Draft) -> Change | None:
    """下调存款准备金率0.5个百分点, 减少贫困人口1.2万人: verb, object, number."""
    lead = draft.lead
    for at in range(lead - _LEAST_OBJECT, max(lead - _OBJECT_REACH, 0), -1):
        signs = [scene.norm(index) for index in range(at, lead)]
        if any(scene.tokens[index].kind != "han" for index in range(at, lead)) or any(
            sign in _NO_OBJECT for sign in signs
        ):
            return None
        found = grammar.change["with_object"].match_before(scene.tokens, at)
        if found is not None and _is_doubled(scene, found.first):
            return None
        if found is not None and (draft.unit in RATIOS or draft.unit_kind in ("count", "person", "money", "measure")):
            return step(found.payload)
    return None
