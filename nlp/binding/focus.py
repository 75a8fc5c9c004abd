"""Whom a text is speaking of, sentence by sentence: taken up by pronouns and nouns, left for places and others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.binding.cast import Actor, Cast
from nlp.binding.cues import Cue
from nlp.binding.saying import Saying
from nlp.binding.stage import Stage
from nlp.binding.subject_pack import SubjectPack, load_subject_pack
from nlp.model.span import Span, Words

_LONGEST_PERSON_CARRY = 1
_LONGEST_CARRY = 5
"""Sentences over which somebody is still spoken of though no word takes them up."""
_ACT_REACH = 45
_NAME_REACH = 40
"""Behind a name, the noun that says what it is takes nothing up: the Fund, a programme of …"""
_TOPIC_TOKENS = {"zh": 8, "ar": 4}
_MOST_TOPIC_TOKENS = 4
"""A place opens its clause when no more tokens stand before it there."""
_DATELINE = re.compile(r"[^.!?\n]{2,70}?(?:\([^)\n]{2,20}\)|/[^/\n]{2,20}/)?\s?\.?\s?(?:--|[-–—])\s")
_FIRST_ENDING = re.compile(r"\w{3,}mos\b")
"""Spanish verbs of "we"."""
_TAKES_UP = {"firm": ("firm", "platform"), "platform": ("platform", "firm"), "programme": ("programme",),
             "agency": ("authority",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """At an offset the text turns to an actor (None: to a place, or to nobody); `stays`: for the next sentences too."""

    at: int
    actor: Actor | None
    stays: bool = True


@dataclass(frozen=True, slots=True)
class Focus:
    """What a sentence speaks of: whom it begins with, its turns in order, and whom its speakers speak for."""

    carried: Actor | None
    turns: tuple[Turn, ...]
    organisation: Actor | None


@dataclass
class _Memory:
    """Who was named last as the text goes on."""

    main: Actor | None = None
    last: Actor | None = None
    person: Actor | None = None
    organisation: Actor | None = None
    age: int = 0

    def follow(self, turns: Sequence[Turn]) -> None:
        for turn in turns:
            if not turn.stays:
                continue
            self.main, self.age = turn.actor, 0
            if turn.actor is None:
                continue
            self.last = turn.actor
            if turn.actor.is_human:
                self.person = turn.actor
            else:
                self.organisation = turn.actor


def find_focus(stage: Stage, cast: Cast, sayings: Sequence[Saying], cues: Sequence[Cue]) -> tuple[Focus, ...]:
    """One focus for each sentence of the text; `cues` are those of the pack `subject.toml`."""
    finder = _Finder(stage, cast, sayings, load_subject_pack(stage.view.language))
    memory = _Memory()
    found: list[Focus] = []
    for sentence in stage.view.sentences:
        if stage.in_headline(sentence.start):
            found.append(Focus(None, finder.headline_turns(sentence), None))
            continue
        here = [cue for cue in cues if sentence.start <= cue.start < sentence.end]
        takes_up = any(cue.says in ("pronoun", "pronoun_any", "keep") for cue in here)
        is_human = memory.main is not None and memory.main.is_human
        longest = _LONGEST_PERSON_CARRY if is_human and not takes_up else _LONGEST_CARRY
        carried = memory.main if memory.age < longest else None
        turns = finder.turns(sentence, here, memory)
        found.append(Focus(carried, turns, memory.organisation))
        memory.age = 0 if takes_up else memory.age + 1
        memory.follow(turns)
    return tuple(found)


def speaks_for_itself(stage: Stage, sentence: Span, cues: Sequence[Cue]) -> bool:
    """True where the words are in the first person."""
    if any(cue.says == "first" and sentence.start <= cue.start < sentence.end for cue in cues):
        return True
    return stage.view.language == "es" and bool(_FIRST_ENDING.search(stage.view.folded, sentence.start, sentence.end))


class _Finder:
    def __init__(self, stage: Stage, cast: Cast, sayings: Sequence[Saying], pack: SubjectPack) -> None:
        self._stage, self._cast, self._sayings, self._pack = stage, cast, sayings, pack
        self._speakers = {one.source.person.full for one in sayings if one.source.person is not None}

    def headline_turns(self, sentence: Span) -> tuple[Turn, ...]:
        named = self._cast.between(sentence.start, sentence.end)
        return tuple(Turn(one.words.start, one) for one in named if one.kind != "authority")

    def turns(self, sentence: Span, cues: Sequence[Cue], memory: _Memory) -> tuple[Turn, ...]:
        """Where the sentence turns to one of the cast by name, noun or pronoun, or to a place that opens a clause."""
        named = self._named(sentence, cues)
        turns = [*named, *self._taken_up(cues, named, memory)]
        turns.sort(key=lambda turn: turn.at)
        for area in self._areas(sentence, cues):
            if not any(turn.at < area for turn in turns) or self._stage.view.language == "zh":
                turns.append(Turn(area, None))
        return tuple(sorted(turns, key=lambda turn: turn.at))

    def _named(self, sentence: Span, cues: Sequence[Cue]) -> list[Turn]:
        turns: list[Turn] = []
        actors = [one for one in self._cast.between(sentence.start, sentence.end) if not self._only_speaks(one, cues)]
        has_human = any(one.is_human for one in actors)
        last_end = -1
        for one in actors:
            # Of PAM in brackets behind its long name, and of a known platform that somebody uses, nothing is told.
            is_short_name = 0 <= one.words.start - last_end <= 2
            last_end = one.words.end
            is_used = one.is_listed and bool(turns or has_human)
            if is_short_name or is_used or (one.is_via and has_human):
                continue
            turns.append(
                Turn(one.words.start, one, stays=one.kind != "authority" and not (one.is_listed and one.is_via))
            )
        return turns

    def _only_speaks(self, actor: Actor, cues: Sequence[Cue]) -> bool:
        """An official who says something speaks for others; an authority's own numbers are what it pays or trains."""
        if actor.kind == "official":
            return actor.person is not None and actor.person.full in self._speakers
        if actor.kind == "authority":
            return not any(cue.says == "act" and 0 <= cue.start - actor.words.end <= _ACT_REACH for cue in cues)
        return False

    def _taken_up(self, cues: Sequence[Cue], named: Sequence[Turn], memory: _Memory) -> list[Turn]:
        turns: list[Turn] = []
        for cue in cues:
            actor: Actor | None = None
            if cue.says in ("pronoun", "pronoun_any"):
                actor = memory.person if cue.says == "pronoun" else memory.last
                saying = next((one for one in self._sayings if one.begins == cue.start), None)
                if saying is not None and saying.source.person is not None and saying.source.person.is_official:
                    actor = None
            elif cue.says.startswith("ref:") and self._takes_up(cue, named):
                actor = self._last_of(cue, memory)
            if actor is not None:
                turns.append(Turn(cue.start, actor, stays=actor.kind != "authority"))
        return turns

    def _takes_up(self, cue: Cue, named: Sequence[Turn]) -> bool:
        explains = any(0 <= cue.start - turn.at < _NAME_REACH for turn in named)
        return not explains and self._is_definite(cue) and not self._is_source(cue)

    def _is_source(self, cue: Cue) -> bool:
        """The agency of "according to the agency" is nobody's subject; a firm that says something speaks of itself."""
        return cue.says == "ref:agency" and any(
            one.source.words.start <= cue.start < one.source.words.end for one in self._sayings
        )

    def _is_definite(self, cue: Cue) -> bool:
        """The company, la cooperativa, التعاونية: nouns that take up; "a company" and "кооператив «X»" do not."""
        stage, language = self._stage, self._stage.view.language
        if language == "ar":
            return stage.view.folded[max(0, cue.start - 2) : cue.start] in ("ال", "لل")
        if stage.view.body[cue.end : cue.end + 2].lstrip()[:1] in ("«", '"', "“", "„", "「", "《"):
            return False
        if language == "zh":
            opens = cue.start == stage.clause_at(cue.start).start
            return opens or stage.view.folded.endswith(tuple(self._pack.definite), 0, cue.start)
        if not self._pack.definite:
            return True
        before = cue.first - 1
        if before > 0 and stage.tokens[before].norm == "'":
            before -= 1
        return before >= 0 and stage.tokens[before].norm in self._pack.definite

    def _last_of(self, cue: Cue, memory: _Memory) -> Actor | None:
        """Whom a noun takes up: the last of its kind; a programme that has no name is called by the noun itself."""
        kind = cue.says.removeprefix("ref:")
        kinds = _TAKES_UP[kind]
        if memory.organisation is not None and memory.organisation.kind in kinds:
            return memory.organisation
        before = [one for one in self._cast.actors if one.words.end <= cue.start and one.kind in kinds]
        noun = self._stage.view.folded[cue.start : cue.end]
        if kind == "agency":
            return next((one for one in before if noun in one.words.surface.lower()), None)
        if before:
            return before[-1]
        if kind != "programme":
            return None
        return Actor(
            Words(start=cue.start, end=cue.end, surface=self._stage.view.body[cue.start : cue.end]), "programme"
        )

    def _areas(self, sentence: Span, cues: Sequence[Cue]) -> list[int]:
        """Where places open a clause before the last figure of the sentence, datelines left out."""
        stage = self._stage
        figures = stage.figures_in(sentence)
        last = figures[-1].start if figures else sentence.end
        begin = sentence.start
        if any(paragraph.start == sentence.start for paragraph in stage.view.paragraphs):
            dateline = _DATELINE.match(stage.view.body, sentence.start, sentence.end)
            begin = dateline.end() if dateline is not None else begin
        starts = [one.start for one in stage.mentions_in(sentence, "place")]
        starts.extend(cue.start for cue in cues if cue.says == "area")
        return [start for start in sorted(starts) if begin <= start < last and self._opens_clause(start)]

    def _opens_clause(self, start: int) -> bool:
        stage = self._stage
        clause = stage.clause_at(start)
        before = stage.token_at(start) - stage.token_at(clause.start)
        return before <= _TOPIC_TOKENS.get(stage.view.language, _MOST_TOPIC_TOKENS)
