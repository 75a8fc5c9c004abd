"""Whom a text is speaking of, sentence by sentence, as it goes on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.binding.cast import Actor
from nlp.binding.cues import Cue
from nlp.binding.naming import find_named_turns, find_on_platform, find_used
from nlp.binding.opening import opens_chinese_clause
from nlp.binding.stage import Stage
from nlp.binding.taking_up import find_taken_up
from nlp.binding.topic_place import find_topic_places
from nlp.binding.turn import Memory, Scene, Turn
from nlp.model.span import Span

_LONGEST_PERSON_CARRY = 1
_LONGEST_CARRY = 5
"""Sentences over which somebody is still spoken of though no word takes them up."""
_GOES_ON = ("pronoun", "pronoun_any", "keep", "first", "first_one")
_LONG_PARAGRAPH = 1.8
"""Sentences in a paragraph, on average, of a text that makes one for each thing it speaks of."""
_FIRST_ENDING = re.compile(r"\w{3,}mos\b")
"""Spanish verbs of "we"."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What a sentence speaks of: whom it begins with, its turns in order, and whom its speakers speak for."""

    carried: Actor | None
    turns: tuple[Turn, ...]
    organisation: Actor | None


def find_focus(scene: Scene, cues: Sequence[Cue]) -> tuple[Focus, ...]:
    """One focus for each sentence of the text; `cues` are those of the pack `subject.toml`."""
    stage, memory = scene.stage, Memory()
    found: list[Focus] = []
    begins = _new_subjects(stage)
    for sentence in stage.view.sentences:
        if stage.in_headline(sentence.start):
            found.append(Focus(None, _headline_turns(scene, sentence), None))
            continue
        here = [cue for cue in cues if sentence.start <= cue.start < sentence.end]
        if sentence.start in begins and not any(cue.says in _GOES_ON for cue in here):
            memory.main = None
        takes_up = any(cue.says in ("pronoun", "pronoun_any", "keep") for cue in here)
        is_human = memory.main is not None and memory.main.is_human
        longest = _LONGEST_PERSON_CARRY if is_human and not takes_up else _LONGEST_CARRY
        carried = memory.main if memory.age < longest else None
        turns = _turns(scene, sentence, here, memory)
        found.append(Focus(carried, turns, memory.organisation))
        memory.age = 0 if takes_up else memory.age + 1
        memory.follow(turns)
        if memory.main is not None and not memory.main.is_human:
            for one in scene.cast.between(sentence.start, sentence.end):
                if one.kind == "official" and one.person is not None:
                    memory.affiliations.setdefault(one.person.full, memory.main)
    return tuple(found)


def _new_subjects(stage: Stage) -> frozenset[int]:
    """Where a paragraph turns to something new: not in texts that break the line after each sentence."""
    body = [one for one in stage.view.paragraphs if not stage.in_headline(one.start)]
    sentences = sum(not stage.in_headline(one.start) for one in stage.view.sentences)
    if not body or sentences < _LONG_PARAGRAPH * len(body):
        return frozenset()
    return frozenset(one.start for one in body)


def speaks_for_itself(stage: Stage, sentence: Span, cues: Sequence[Cue]) -> bool:
    """True where the words are in the first person."""
    if any(cue.says in ("first", "first_one") and sentence.start <= cue.start < sentence.end for cue in cues):
        return True
    return stage.view.language == "es" and bool(_FIRST_ENDING.search(stage.view.folded, sentence.start, sentence.end))


def _headline_turns(scene: Scene, sentence: Span) -> tuple[Turn, ...]:
    named = scene.cast.between(sentence.start, sentence.end)
    return tuple(Turn(one.words.start, one) for one in named if one.kind != "authority")


def _turns(scene: Scene, sentence: Span, cues: Sequence[Cue], memory: Memory) -> tuple[Turn, ...]:
    """Where the sentence turns to one of the cast by name, noun or pronoun, or to a place that opens a clause."""
    places = find_topic_places(scene, sentence, cues)
    named = find_named_turns(scene, sentence, cues, memory)
    turns = [*named, *find_taken_up(scene, cues, named, memory)]
    first = next((one.start for one in scene.stage.figures_in(sentence)), sentence.end)
    used = find_used(scene, turns, memory, first)
    turns = [turn for turn in turns if turn not in used]
    if not any(turn.actor is not None for turn in turns):
        turns.extend(find_on_platform(scene, sentence, cues))
    for place in places:
        if not any(turn.at <= place for turn in turns) or opens_chinese_clause(scene.stage, place):
            turns.append(Turn(place, None))
    return tuple(sorted(turns, key=lambda turn: turn.at))
