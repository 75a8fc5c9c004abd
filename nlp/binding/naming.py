"""Where a sentence turns to one of the cast by name."""

from collections.abc import Sequence

from nlp.binding.cast import Actor
from nlp.binding.cues import Cue
from nlp.binding.turn import Memory, Scene, Turn
from nlp.model.span import Span

_ACT_REACH = 45
_ONE_OF_REACH = 8
_ARTICLE = 4
"""The longest article before a name that opens its sentence."""
_QUOTE_REACH = 30
_OWNS = ("'s ", "’s ")


def find_named_turns(scene: Scene, sentence: Span, cues: Sequence[Cue], memory: Memory) -> list[Turn]:
    """Return the turns to whoever is named, without mere speakers, means, and names within names."""
    turns: list[Turn] = []
    named = scene.cast.between(sentence.start, sentence.end)
    actors = [one for one in named if not _only_speaks(scene, one, cues)]
    has_human = any(one.is_human for one in actors)
    last_end = sentence.start
    for one in actors:
        # PAM in brackets behind its long name
        is_short_name = scene.stage.view.body[last_end : one.words.start].strip() in ("(", "（")
        last_end = one.words.end
        if is_short_name or (one.is_via and (has_human or one.is_listed)) or _is_passed_over(scene, one, cues):
            continue
        actor = memory.affiliations.get(one.person.full, one) if one.person is not None else one
        turns.append(Turn(one.words.start, actor, stays=one.kind != "authority"))
    return turns


def find_used(turns: Sequence[Turn], memory: Memory, first_figure: int) -> list[Turn]:
    """Return the turns to known platforms that somebody named before them uses."""
    used: list[Turn] = []
    for turn in turns:
        if turn.actor is None or not turn.actor.is_listed or turn.actor.words.start != turn.at:
            continue
        follows = any(other.at < turn.at and other.actor is not None for other in turns if other not in used)
        if follows or (memory.main is not None and (turn.actor.is_via or turn.at > first_figure)):
            used.append(turn)
    return used


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
