"""Whom a text is speaking of, sentence by sentence: taken up by pronouns and nouns, left for places and others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nlp.binding.attribution_pack import load_attribution_pack
from nlp.binding.cast import Actor, ActorKind, Cast
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
_ONE_OF_REACH = 8
_ARTICLE = 4
"""The longest article before a name that opens its sentence."""
_TOPIC_TOKENS = {"zh": 8}
_MOST_TOPIC_TOKENS = 4
_RELATIVE_TOKENS = 4
_MOST_TOKENS_AFTER_THAT = 3
_ENGLISH_ARTICLES = frozenset(("a", "an", "the", "this", "that", "one", "another"))
_OF = frozenset(("of", "de", "d", "из"))
"""A place opens its clause when no more tokens stand before it there."""
_DATELINE = re.compile(r"[^.!?\n]{2,70}?(?:\([^)\n]{2,20}\)|/[^/\n]{2,20}/)?\s?\.?\s?(?:--|[-–—])\s")
_FIRST_ENDING = re.compile(r"\w{3,}mos\b")
"""Spanish verbs of "we"."""
_TAKES_UP = {"firm": ("firm", "platform"), "platform": ("platform", "firm"), "programme": ("programme",),
             "agency": ("authority",), "unit": ()}  # fmt: skip


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
    affiliations: dict[Words, Actor] = field(default_factory=dict)
    """Officials with the organisation that was spoken of when they were first named."""

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
        if memory.main is not None and not memory.main.is_human:
            for one in cast.between(sentence.start, sentence.end):
                if one.kind == "official" and one.person is not None:
                    memory.affiliations.setdefault(one.person.full, memory.main)
    return tuple(found)


def speaks_for_itself(stage: Stage, sentence: Span, cues: Sequence[Cue]) -> bool:
    """True where the words are in the first person."""
    if any(cue.says in ("first", "first_one") and sentence.start <= cue.start < sentence.end for cue in cues):
        return True
    return stage.view.language == "es" and bool(_FIRST_ENDING.search(stage.view.folded, sentence.start, sentence.end))


class _Finder:
    def __init__(self, stage: Stage, cast: Cast, sayings: Sequence[Saying], pack: SubjectPack) -> None:
        self._stage, self._cast, self._sayings, self._pack = stage, cast, sayings, pack
        self._that = load_attribution_pack(stage.view.language).that

    def headline_turns(self, sentence: Span) -> tuple[Turn, ...]:
        named = self._cast.between(sentence.start, sentence.end)
        return tuple(Turn(one.words.start, one) for one in named if one.kind != "authority")

    def turns(self, sentence: Span, cues: Sequence[Cue], memory: _Memory) -> tuple[Turn, ...]:
        """Where the sentence turns to one of the cast by name, noun or pronoun, or to a place that opens a clause."""
        named = self._named(sentence, cues, memory)
        turns = [*named, *self._taken_up(cues, named, memory)]
        first = next((one.start for one in self._stage.figures_in(sentence)), sentence.end)
        turns = [turn for turn in turns if not self._is_used(turn, turns, memory, first)]
        for area in self._areas(sentence, cues):
            if not any(turn.at <= area for turn in turns) or self._opens_chinese_clause(area):
                turns.append(Turn(area, None))
        return tuple(sorted(turns, key=lambda turn: turn.at))

    def _named(self, sentence: Span, cues: Sequence[Cue], memory: _Memory) -> list[Turn]:
        turns: list[Turn] = []
        actors = [one for one in self._cast.between(sentence.start, sentence.end) if not self._only_speaks(one, cues)]
        has_human = any(one.is_human for one in actors)
        last_end = sentence.start
        for one in actors:
            # PAM in brackets behind its long name
            is_short_name = self._stage.view.body[last_end : one.words.start].strip() in ("(", "（")
            last_end = one.words.end
            if is_short_name or (one.is_via and (has_human or one.is_listed)) or self._is_passed_over(one, cues):
                continue
            stays = one.kind != "authority"
            actor = memory.affiliations.get(one.person.full, one) if one.person is not None else one
            turns.append(Turn(one.words.start, actor, stays=stays))
        return turns

    def _is_passed_over(self, actor: Actor, cues: Sequence[Cue]) -> bool:
        """Alibaba's Taobao, комплекс «сел Таобао», and whoever is but one of many."""
        body, end = self._stage.view.body, actor.words.end
        if actor.mention is not None and actor.kind != "authority":
            owns = body.startswith(("'s ", "’s "), end)
            if owns and any(one.words.start == end + 3 for one in self._cast.actors):
                return True
        if actor.is_listed:
            opened = max(body.rfind(sign, max(0, actor.words.start - 30), actor.words.start) for sign in "«“„")
            if opened >= 0 and opened < actor.words.start - 1 and not any(sign in body[opened:end] for sign in "»”"):
                return True
        return any(cue.says == "one_of" and 0 <= cue.start - end <= _ONE_OF_REACH for cue in cues)

    def _is_used(self, turn: Turn, turns: Sequence[Turn], memory: _Memory, first_figure: int) -> bool:
        """A known platform that somebody named before it uses."""
        if turn.actor is None or not turn.actor.is_listed or turn.actor.words.start != turn.at:
            return False
        if any(other.at < turn.at and other.actor is not None for other in turns):
            return True
        return memory.main is not None and (turn.actor.is_via or turn.at > first_figure)

    def _only_speaks(self, actor: Actor, cues: Sequence[Cue]) -> bool:
        """An official who says something speaks for others; an authority's own numbers are what it pays or trains."""
        if actor.kind == "official":
            return any(one.begins <= actor.words.start < one.ends for one in self._sayings)
        if actor.reports and any(one.source.words.start == actor.words.start for one in self._sayings):
            return True
        if actor.kind == "authority":
            owns = self._stage.view.body.startswith(("'s ", "’s "), actor.words.end)
            opens = self._stage.view.sentence_at(actor.words.start).start >= actor.words.start - _ARTICLE
            return not (owns and opens) and not self._acts(actor.words, cues)
        return False

    def _acts(self, words: Span, cues: Sequence[Cue]) -> bool:
        before = _ACT_REACH // 2 if self._stage.view.language == "ar" else 0
        return any(
            cue.says == "act" and (0 <= cue.start - words.end <= _ACT_REACH or 0 <= words.start - cue.end < before)
            for cue in cues
        )

    def _taken_up(self, cues: Sequence[Cue], named: Sequence[Turn], memory: _Memory) -> list[Turn]:
        turns: list[Turn] = []
        for cue in cues:
            if cue.says in ("pronoun", "pronoun_any"):
                actor = memory.person if cue.says == "pronoun" else memory.last
                if actor is not None and not self._is_official_speaking(cue):
                    turns.append(Turn(cue.start, actor))
            elif cue.says.startswith("ref:") and self._takes_up(cue, named):
                turns.extend(self._by_noun(cue, cues, [*named, *turns], memory))
        return turns

    def _by_noun(self, cue: Cue, cues: Sequence[Cue], turns: Sequence[Turn], memory: _Memory) -> Iterator[Turn]:
        """The company; her shop, which is the person's; a cooperative that has no name."""
        if self._is_own(cue):
            if memory.last is not None and not any(turn.at < cue.start for turn in turns):
                yield Turn(cue.start, memory.last)
            return
        is_definite = self._is_definite(cue)
        actor = self._last_of(cue, memory) if is_definite else None
        if actor is None and not any(turn.at < cue.start and turn.actor is not None for turn in turns):
            actor = self._unnamed(cue, memory)
        if actor is not None:
            stays = actor.kind != "authority" and (actor.words.start != cue.start or memory.main is None)
            yield Turn(cue.start, actor, stays=stays)
        elif cue.says == "ref:agency" and is_definite and self._acts_itself(cue, cues):
            yield Turn(cue.start, self._called_by_noun(cue, "authority"), stays=False)

    def _is_own(self, cue: Cue) -> bool:
        if self._stage.view.language == "zh":
            return self._stage.view.folded.endswith(tuple(self._pack.own), 0, cue.start)
        return any(token.norm in self._pack.own for token in self._stage.tokens[max(0, cue.first - 2) : cue.first])

    def _is_official_speaking(self, cue: Cue) -> bool:
        """他介绍: he is the official who said something before."""
        saying = next((one for one in self._sayings if one.begins <= cue.start < one.ends), None)
        return saying is not None and saying.source.person is not None and saying.source.person.is_official

    def _acts_itself(self, cue: Cue, cues: Sequence[Cue]) -> bool:
        """الوزارة خصصت: money of an authority that has no name; not where it goes to whom the text speaks of."""
        return any(
            other.says == "act" and -_ACT_REACH <= other.start - cue.end <= _ACT_REACH for other in cues
        ) and not any(other.says == "keep" and other.start > cue.end for other in cues)

    def _takes_up(self, cue: Cue, named: Sequence[Turn]) -> bool:
        explains = any(0 <= cue.start - turn.at < _NAME_REACH for turn in named)
        return not explains and not self._is_source(cue)

    def _is_source(self, cue: Cue) -> bool:
        """The agency of "according to the agency", the cooperative whose president speaks; a firm tells of itself."""
        return any(
            one.begins <= cue.start < one.ends
            for one in self._sayings
            if cue.says == "ref:agency" or one.source.person is not None
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
        if language == "en":  # the fisheries department
            return any(token.norm in self._pack.definite for token in stage.tokens[max(0, cue.first - 3) : cue.first])
        return before >= 0 and stage.tokens[before].norm in self._pack.definite

    def _last_of(self, cue: Cue, memory: _Memory) -> Actor | None:
        """Whom a noun takes up: the last of its kind; a programme that has no name is called by the noun itself."""
        kind = cue.says.removeprefix("ref:")
        kinds = _TAKES_UP[kind]
        noun = self._stage.view.folded[cue.start : cue.end]
        if kind == "unit":
            last = memory.organisation
            return last if last is not None and noun in last.words.surface.lower() else None
        if memory.organisation is not None and memory.organisation.kind in kinds:
            return memory.organisation
        before = [one for one in self._cast.actors if one.words.end <= cue.start and one.kind in kinds]
        if kind == "agency":
            return next((one for one in before if noun in one.words.surface.lower()), None)
        if before:
            return before[-1]
        if kind != "programme":
            return None
        return Actor(
            Words(start=cue.start, end=cue.end, surface=self._stage.view.body[cue.start : cue.end]), "programme"
        )

    def _unnamed(self, cue: Cue, memory: _Memory) -> Actor | None:
        """A cooperative without a name is called by its noun, while the text has named none; a mill always is."""
        kind = cue.says.removeprefix("ref:")
        may_be = kind == "unit" or (kind in ("firm", "platform") and memory.organisation is None)
        if not may_be or self._is_counted(cue):
            return None
        if not self._opens_clause(cue.start) and not self._is_told_of(cue):
            return None
        return self._called_by_noun(cue, "platform" if kind == "platform" else "firm")

    def _called_by_noun(self, cue: Cue, kind: ActorKind) -> Actor:
        return Actor(Words(start=cue.start, end=cue.end, surface=self._stage.view.body[cue.start : cue.end]), kind)

    def _is_told_of(self, cue: Cue) -> bool:
        """A workshop where 45 women work, ورشة تضم 160 امرأة: what follows is of it."""
        following = self._stage.tokens[cue.last : cue.last + _RELATIVE_TOKENS]
        return any(token.norm in self._pack.relative for token in following)

    def _is_counted(self, cue: Cue) -> bool:
        """362 companies, a group of 240 farmers: no name of one."""
        tokens = self._stage.tokens
        if self._stage.view.language == "zh" and not self._is_definite(cue):
            return True
        before = tokens[cue.first - 1] if cue.first else None
        if before is not None and before.kind == "num":
            return True
        if self._stage.view.language == "en" and (before is None or before.norm not in _ENGLISH_ARTICLES):
            near = [token.norm for token in tokens[max(0, cue.first - 3) : cue.first]]
            if not _ENGLISH_ARTICLES.intersection(near):
                return True  # farm losses
        following = tokens[cue.last : cue.last + 2]
        return len(following) == 2 and following[0].norm in _OF and following[1].kind == "num"

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
        actors = self._cast.between(sentence.start - _NAME_REACH, sentence.end)
        return [
            start
            for start in sorted(starts)
            if begin <= start < last
            and self._opens_clause(start)
            and not any(one.words.start <= start < one.words.end for one in actors)
        ]

    def _opens_clause(self, start: int) -> bool:
        """True where few tokens stand before it in its clause, or in what "that" opens."""
        stage = self._stage
        clause = stage.token_at(stage.clause_at(start).start)
        here = stage.token_at(start)
        for at in range(here - 1, max(clause, here - _MOST_TOKENS_AFTER_THAT) - 1, -1):
            if stage.tokens[at].norm in self._that:
                return True
        return here - clause <= _TOPIC_TOKENS.get(stage.view.language, _MOST_TOPIC_TOKENS)

    def _opens_chinese_clause(self, start: int) -> bool:
        """像她这样的“村播”，龙图村有17名: in Chinese a clause may have a topic of its own."""
        return self._stage.view.language == "zh" and self._stage.clause_at(start).start == start
