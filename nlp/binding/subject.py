"""Who or what a number is about: a person, a platform or firm, a programme."""

from dataclasses import dataclass
from functools import cached_property

from nlp.binding.attribution import saying_of
from nlp.binding.cast import Actor, Cast, make_cast
from nlp.binding.cues import Cue, find_cues
from nlp.binding.focus import Focus, find_focus, speaks_for_itself
from nlp.binding.group import Group, find_groups, find_them
from nlp.binding.saying import Saying, find_quotes, find_sayings
from nlp.binding.stage import Stage
from nlp.binding.subject_pack import load_subject_pack
from nlp.binding.things import make_binding
from nlp.binding.turn import Scene
from nlp.model.mention import Binding
from nlp.model.quantity import Figure
from nlp.model.span import Span

_CONFIDENCE = {"clause": 0.85, "sentence": 0.8, "paragraph": 0.6, "headline": 0.5}
_OTHER_REACH = 45
_DROPS_PRONOUNS = ("ar", "es", "zh")
_TAKES_UP = ("pronoun", "pronoun_any", "keep", "first", "first_one")
_OF_AREAS = frozenset(("household", "village", "county", "district", "township", "province", "municipality", "family"))
_AFTER_KINDS = ("platform", "firm", "programme")


@dataclass(frozen=True)
class Telling:
    """A text with its cast, its sayings and whom each sentence speaks of: all that subjects and sources need."""

    stage: Stage

    @cached_property
    def cast(self) -> Cast:
        """Persons, organisations and programmes."""
        return make_cast(self.stage)

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Quotations."""
        return find_quotes(self.stage)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """Who says what."""
        return find_sayings(self.stage, self.cast.persons)

    @cached_property
    def focus(self) -> tuple[Focus, ...]:
        """Whom each sentence speaks of."""
        pack = load_subject_pack(self.stage.view.language)
        return find_focus(Scene(self.stage, self.cast, self.sayings, pack), self.cues)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Groups of people, places and firms."""
        return find_groups(self.stage)

    @cached_property
    def them(self) -> list[Cue]:
        """Words that take up a group."""
        return find_them(self.stage)

    @cached_property
    def cues(self) -> list[Cue]:
        """Words that take up or turn away, outside of names."""
        found = find_cues(self.stage.tokens, load_subject_pack(self.stage.view.language).cues)
        names = [actor.words for actor in self.cast.actors]
        return [cue for cue in found if not any(name.start <= cue.start < name.end for name in names)]


def find_subject(telling: Telling, figure: Figure) -> tuple[Binding | None, str | None]:
    """The subject's binding and its kind (person, official, platform, firm, programme, authority), or (None, None)."""
    actor = _actor(telling, figure)
    if actor is None:
        return None, None
    return _bind(telling.stage, figure, actor), actor.kind


def _actor(telling: Telling, figure: Figure) -> Actor | None:
    stage = telling.stage
    if not stage.view.sentences:
        return None
    focus = telling.focus[stage.view.sentence_index(figure.start)]
    sentence = stage.sentence_span(figure)
    if figure.quantity.unit == "year_of_age":
        aged = _aged(telling, figure, focus, sentence)
        if aged is not None:
            return aged
    speaker = _speaker(telling, figure, focus, sentence)
    if speaker is not None:
        return speaker
    if _is_others(telling, figure):
        return None
    before = [turn for turn in focus.turns if turn.at < figure.start]
    after = [
        turn.actor
        for turn in focus.turns
        if turn.at > figure.start and _comes_later(turn.actor) and ";" not in stage.view.folded[figure.end : turn.at]
    ]
    if before:
        return before[-1].actor or (after[0] if after else None)
    if stage.in_headline(figure.start):
        return next((turn.actor for turn in focus.turns), None)
    if _outsider_says(telling, figure, focus):
        return None
    if after:
        return after[0]
    if _is_of_area(telling, figure) or _counts_others(telling, figure, focus, sentence):
        return None
    return focus.carried


def _counts_others(telling: Telling, figure: Figure, focus: Focus, sentence: Span) -> bool:
    """Une deuxième tranche touchera 14 000 ménages: a class of people or places, where no word takes the person up."""
    if focus.carried is None or not focus.carried.is_human or telling.stage.view.language in _DROPS_PRONOUNS:
        return False
    if any(cue.says in _TAKES_UP and sentence.start <= cue.start < sentence.end for cue in telling.cues):
        return False
    return figure.quantity.unit in _OF_AREAS or any(
        group.words.start < figure.end and figure.number.end <= group.words.start for group in telling.groups
    )


def _is_of_area(telling: Telling, figure: Figure) -> bool:
    """A producción … en la provincia: a noun for a place in the clause of a figure whose sentence names nobody."""
    clause = telling.stage.clause_at(figure.start)
    named = telling.stage.mentions_in(clause, "place")
    return any(
        cue.says == "area"
        and clause.start <= cue.start < clause.end
        and not any(place.start <= cue.start < place.end for place in named)
        for cue in telling.cues
    )


def _comes_later(actor: Actor | None) -> bool:
    """312 agricultores venden en la aplicación Surco: of names behind a figure, those that no lexicon holds."""
    return actor is not None and actor.kind in _AFTER_KINDS and not actor.is_listed


def _aged(telling: Telling, figure: Figure, focus: Focus, sentence: Span) -> Actor | None:
    """The nearest person of the sentence, else whom its pronouns mean."""
    here = [one for one in telling.cast.between(sentence.start, sentence.end) if one.is_human]
    if here:
        return min(here, key=lambda one: _distance(one.words, figure))
    return focus.carried if focus.carried is not None and focus.carried.is_human else None


def _distance(one: Span, figure: Span) -> int:
    return figure.start - one.end if one.end <= figure.start else one.start - figure.end


def _is_others(telling: Telling, figure: Figure) -> bool:
    """A number of the market or of middlemen, put beside the subject's own."""
    clause = telling.stage.clause_at(figure.start)
    return any(
        cue.says == "other" and clause.start <= cue.start < clause.end and _distance(cue.span, figure) <= _OTHER_REACH
        for cue in telling.cues
    )


def _speaker(telling: Telling, figure: Figure, focus: Focus, sentence: Span) -> Actor | None:
    """Whoever says "we": a private person, or the organisation that an official speaks for."""
    saying = saying_of(figure, telling.sayings)
    if saying is None or saying.source.person is None:
        return None
    person = saying.source.person
    is_quoted = not person.is_official and any(quote.start < figure.start < quote.end for quote in telling.quotes)
    if not is_quoted and not speaks_for_itself(telling.stage, sentence, telling.cues):
        return None
    speaks_alone = any(cue.says == "first_one" and sentence.start <= cue.start < sentence.end for cue in telling.cues)
    if person.is_official and not speaks_alone:
        return focus.organisation
    return Actor(person.full, "person", person=person)


def _outsider_says(telling: Telling, figure: Figure, focus: Focus) -> bool:
    """A ministry or an office speaks of the country, not of whom the text was speaking of."""
    saying = saying_of(figure, telling.sayings)
    if saying is None or saying.source.person is not None:
        return False
    if saying.begins > figure.start and not _is_authority(telling, saying):
        return False
    return not any(turn.at == saying.source.words.start for turn in focus.turns)


def _is_authority(telling: Telling, saying: Saying) -> bool:
    here = saying.source.words
    return any(one.kind == "authority" and one.words.start == here.start for one in telling.cast.actors)


def _bind(stage: Stage, figure: Figure, actor: Actor) -> Binding:
    if actor.mention is not None:
        return make_binding(stage, figure, actor.mention)
    words = actor.person.full if actor.person is not None else actor.words
    found_in = stage.found_in(figure, words)
    return Binding(
        start=words.start,
        end=words.end,
        surface=words.surface,
        found_in=found_in,
        confidence=_CONFIDENCE[found_in],
    )
