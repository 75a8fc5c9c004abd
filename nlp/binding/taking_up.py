"""Where a sentence takes up somebody by a pronoun or a noun: she, the company, her shop, a mill that has no name."""

from collections.abc import Iterator, Sequence

from nlp.binding.cast import Actor, ActorKind
from nlp.binding.cues import Cue
from nlp.binding.definite import is_counted, is_definite, is_own, is_told_of
from nlp.binding.means import is_agent, is_via
from nlp.binding.opening import opens_clause
from nlp.binding.turn import NAME_REACH, Memory, Scene, Turn
from nlp.model.span import Words

_ACT_REACH = 45
_BESIDE = 2
"""Signs between a noun and the name of what it is."""
_TAKES_UP = {"firm": ("firm", "platform"), "platform": ("platform", "firm"), "programme": ("programme",),
             "agency": ("authority",), "unit": ()}  # fmt: skip


def find_taken_up(scene: Scene, cues: Sequence[Cue], named: Sequence[Turn], memory: Memory) -> list[Turn]:
    """Return the turns by pronouns and nouns of a sentence, given those by name."""
    turns: list[Turn] = []
    for cue in cues:
        if cue.says in ("pronoun", "pronoun_any"):
            actor = _human_before(cue, named) or (memory.person if cue.says == "pronoun" else memory.last)
            if actor is not None and not _is_official_speaking(scene, cue):
                turns.append(Turn(cue.start, actor))
        elif cue.says.startswith("ref:") and not _explains(cue, named) and not _is_source(scene, cue):
            turns.extend(_by_noun(scene, cue, cues, [*named, *turns], memory))
    return turns


def _human_before(cue: Cue, named: Sequence[Turn]) -> Actor | None:
    """One villager said he had saved 9,000 rupees: whom the sentence has just named, no official."""
    before = [turn.actor for turn in named if turn.at < cue.start and turn.actor is not None]
    return next((one for one in reversed(before) if one.kind == "person"), None)


def _by_noun(scene: Scene, cue: Cue, cues: Sequence[Cue], turns: Sequence[Turn], memory: Memory) -> Iterator[Turn]:
    """The company; her shop, which is the person's; a cooperative that has no name."""
    if _is_means(scene, cue, turns):
        return
    if _is_room(scene, cue) and memory.last is not None and memory.last.is_human:
        yield Turn(cue.start, memory.last)
        return
    if is_own(scene, cue):
        if memory.last is not None and not any(turn.at < cue.start for turn in turns):
            yield Turn(cue.start, memory.last)
        return
    takes_up = is_definite(scene, cue)
    actor = _last_of(scene, cue, memory) if takes_up else None
    if actor is None and not any(turn.at < cue.start and turn.actor is not None for turn in turns):
        actor = _unnamed(scene, cue, memory)
    if actor is not None:
        stays = actor.kind != "authority" and (actor.words.start != cue.start or memory.main is None)
        yield Turn(cue.start, actor, stays=stays)
    elif cue.says == "ref:agency" and takes_up and _acts_itself(cue, cues):
        yield Turn(cue.start, _called_by_noun(scene, cue, "authority"), stays=False)


def _is_means(scene: Scene, cue: Cue, turns: Sequence[Turn]) -> bool:
    """Through an app run by a producer company: what somebody uses, and whoever runs that."""
    stage = scene.stage
    if is_via(stage, cue.span) and cue.says in ("ref:platform", "ref:firm") and not is_definite(scene, cue):
        return True
    follows_human = any(turn.at < cue.start and turn.actor is not None and turn.actor.is_human for turn in turns)
    return follows_human and (is_via(stage, cue.span) or is_agent(stage, cue.span))


def _is_room(scene: Scene, cue: Cue) -> bool:
    """直播间里最多的一次: whoever sells has one."""
    return scene.stage.view.folded[cue.start : cue.end] in scene.pack.room and is_definite(scene, cue)


def _explains(cue: Cue, named: Sequence[Turn]) -> bool:
    """The Fund, a programme of …; маркетплейс Ozon, شركة جوميا: a noun that says what the name beside it is."""
    return any(0 <= cue.start - turn.at < NAME_REACH or 0 <= turn.at - cue.end <= _BESIDE for turn in named)


def _is_source(scene: Scene, cue: Cue) -> bool:
    """The agency of "according to the agency", the cooperative whose president speaks; a firm tells of itself."""
    return any(
        one.begins <= cue.start < one.ends
        for one in scene.sayings
        if cue.says == "ref:agency" or one.source.person is not None
    )


def _is_official_speaking(scene: Scene, cue: Cue) -> bool:
    """他介绍: he is the official who said something before."""
    saying = next((one for one in scene.sayings if one.begins <= cue.start < one.ends), None)
    return saying is not None and saying.source.person is not None and saying.source.person.is_official


def _acts_itself(cue: Cue, cues: Sequence[Cue]) -> bool:
    """الوزارة خصصت: money of an authority that has no name; not where it goes to whom the text speaks of."""
    acts = any(one.says == "act" and -_ACT_REACH <= one.start - cue.end <= _ACT_REACH for one in cues)
    return acts and not any(one.says == "keep" and one.start > cue.end for one in cues)


def _last_of(scene: Scene, cue: Cue, memory: Memory) -> Actor | None:
    """Whom a noun takes up: the last of its kind; a programme that has no name is called by the noun itself."""
    kind = cue.says.removeprefix("ref:")
    kinds = _TAKES_UP[kind]
    noun = scene.stage.view.folded[cue.start : cue.end]
    if kind == "unit":
        last = memory.organisation
        return last if last is not None and noun in last.words.surface.lower() else None
    if memory.organisation is not None and memory.organisation.kind in kinds:
        return memory.organisation
    before = [one for one in scene.cast.actors if one.words.end <= cue.start and one.kind in kinds]
    if kind == "agency":
        return next((one for one in before if noun in one.words.surface.lower()), None)
    if before:
        return before[-1]
    return _called_by_noun(scene, cue, "programme") if kind == "programme" else None


def _unnamed(scene: Scene, cue: Cue, memory: Memory) -> Actor | None:
    """A cooperative without a name is called by its noun, while the text has named none; a mill always is."""
    kind = cue.says.removeprefix("ref:")
    may_be = kind == "unit" or (kind in ("firm", "platform") and memory.organisation is None)
    if not may_be or is_counted(scene, cue):
        return None
    if not opens_clause(scene.stage, cue.start) and not is_told_of(scene, cue):
        return None
    return _called_by_noun(scene, cue, "platform" if kind == "platform" else "firm")


def _called_by_noun(scene: Scene, cue: Cue, kind: ActorKind) -> Actor:
    view = scene.stage.view
    has_article = view.language == "ar" and view.folded[max(0, cue.start - 2) : cue.start] == "ال"
    start = cue.start - 2 if has_article else cue.start
    return Actor(Words(start=start, end=cue.end, surface=view.body[start : cue.end]), kind)
