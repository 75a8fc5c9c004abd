"""Where a sentence turns to one of the cast by name."""

from collections.abc import Sequence

from nlp.binding.cast import Actor
from nlp.binding.cues import Cue
from nlp.binding.means import is_agent
from nlp.binding.opening import opens_clause
from nlp.binding.turn import Memory, Scene, Turn
from nlp.model.span import Span

_ACT_REACH = 45
_ONE_OF_REACH = 8
_ARTICLE = 4
"""The longest article before a name that opens its sentence."""
_QUOTE_REACH = 30
_OWNS = ("'s ", "’s ")
_COLONS = (":", ";", "：", "；", "؛")
_DROPS_PRONOUNS = ("ar", "es", "zh")
"""Languages whose sentences need not name again whom they go on with: vendió 45 mantas en la plataforma."""


def find_named_turns(scene: Scene, sentence: Span, cues: Sequence[Cue], memory: Memory) -> list[Turn]:
    """Return the turns to whoever is named, without mere speakers, means, and names within names."""
    turns: list[Turn] = []
    named = scene.cast.between(sentence.start, sentence.end)
    actors = [one for one in named if not _only_speaks(scene, one, cues)]
    has_human = any(one.is_human for one in actors)
    has_figures = bool(scene.stage.figures_in(sentence))
    last_end = sentence.start
    for one in actors:
        # PAM in brackets behind its long name
        is_short_name = scene.stage.view.body[last_end : one.words.start].strip() in ("(", "（")
        last_end = one.words.end
        is_passing = one.is_described and memory.person is not None and not has_figures
        if is_short_name or is_passing or _is_means(scene, one, turns, cues, memory, has_human=has_human):
            continue
        if _is_passed_over(scene, one, cues):
            continue
        actor = memory.affiliations.get(one.person.full, one) if one.person is not None else one
        turns.append(Turn(one.words.start, actor, stays=one.kind != "authority"))
    return turns


def find_used(scene: Scene, turns: Sequence[Turn], memory: Memory, first_figure: int) -> list[Turn]:
    """Return the turns to known platforms that somebody named before them uses."""
    opening = [turn for turn in turns if turn.actor is not None and _opens_as_topic(scene, turn.actor)]
    used: list[Turn] = []
    for turn in turns:
        if turn.actor is None or not turn.actor.is_listed or turn.actor.words.start != turn.at:
            continue
        if turn in opening:
            continue
        follows = any(other.at < turn.at and other.actor is not None for other in turns if other not in used)
        if follows or (memory.main is not None and (turn.actor.is_via or turn.at > first_figure)):
            used.append(turn)
    return used


def find_on_platform(scene: Scene, sentence: Span, cues: Sequence[Cue]) -> list[Turn]:
    """Orders of tea on Taobao rose, كان هناك 1500 منتج على منصة جوميا: what is there is the platform's."""
    platform = next(
        (one for one in scene.cast.between(sentence.start, sentence.end) if one.kind == "platform" and one.is_via), None
    )
    if platform is None:
        return []
    opening = next(
        (
            cue
            for cue in cues
            if cue.says == "on_it" and cue.start < platform.words.start and opens_clause(scene.stage, cue.start)
        ),
        None,
    )
    return [] if opening is None else [Turn(opening.start, platform)]


def _opens_as_topic(scene: Scene, actor: Actor) -> bool:
    """She is hardly unusual: Alibaba's Taobao counts 100,000 farmers: the subject of a clause of its own."""
    stage, start = scene.stage, actor.words.start
    before = stage.view.body[stage.clause_at(start).start : start].strip()
    owned = any(before == stage.view.body[one.words.start : start].strip() for one in scene.cast.between(0, start))
    follows_colon = stage.view.body[: stage.clause_at(start).start].rstrip()[-1:] in _COLONS
    return follows_colon and (not before or owned) and not actor.is_via


def _is_means(
    scene: Scene, actor: Actor, turns: Sequence[Turn], cues: Sequence[Cue], memory: Memory, *, has_human: bool
) -> bool:
    """What somebody acts through, and whoever runs it; a person spoken of before may be that somebody."""
    if actor.is_human:
        return False
    drops = scene.stage.view.language in _DROPS_PRONOUNS and memory.main is not None and memory.main.is_human
    has_doer = drops or any(turn.actor is not None and turn.actor.is_human for turn in turns)
    if has_doer and is_agent(scene.stage, actor.words):
        return True
    if not actor.is_via:
        return False
    if has_human or actor.is_listed:
        return True
    is_taken_up = any(cue.says.startswith("pronoun") and cue.start < actor.words.start for cue in cues)
    return (is_taken_up or drops) and memory.person is not None


def _is_passed_over(scene: Scene, actor: Actor, cues: Sequence[Cue]) -> bool:
    """Alibaba's Taobao, комплекс «сел Таобао», and whoever is but one of many."""
    body, start, end = scene.stage.view.body, actor.words.start, actor.words.end
    if actor.mention is not None and actor.kind != "authority" and body.startswith(_OWNS, end):
        owned = end + len(_OWNS[0])
        if any(one.words.start == owned for one in scene.cast.actors):
            return True
    if actor.is_listed:
        opened = max(body.rfind(sign, max(0, start - _QUOTE_REACH), start) for sign in "«“„")
        if 0 <= opened < start - 1 and not any(sign in body[opened:end] for sign in "»”"):
            return True
    return any(cue.says == "one_of" and 0 <= cue.start - end <= _ONE_OF_REACH for cue in cues)


def _only_speaks(scene: Scene, actor: Actor, cues: Sequence[Cue]) -> bool:
    """An official who says something speaks for others; an authority's own numbers are what it pays or trains."""
    if actor.kind == "official":
        return any(one.begins <= actor.words.start < one.ends for one in scene.sayings)
    if actor.reports and any(one.source.words.start == actor.words.start for one in scene.sayings):
        return True
    if actor.kind != "authority":
        return False
    view = scene.stage.view
    owns = view.body.startswith(_OWNS, actor.words.end)
    opens = view.sentence_at(actor.words.start).start >= actor.words.start - _ARTICLE
    return not (owns and opens) and not _acts(scene, actor.words, cues)


def _acts(scene: Scene, words: Span, cues: Sequence[Cue]) -> bool:
    before = _ACT_REACH // 2 if scene.stage.view.language == "ar" else 0
    return any(
        cue.says == "act" and (0 <= cue.start - words.end <= _ACT_REACH or 0 <= words.start - cue.end < before)
        for cue in cues
    )
