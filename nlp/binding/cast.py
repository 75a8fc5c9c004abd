"""The cast of a text: persons, organisations and programmes in the order in which it names them."""

from dataclasses import dataclass
from typing import Literal

from nlp.binding.described import find_described
from nlp.binding.means import is_via
from nlp.binding.person import Person, find_persons
from nlp.binding.stage import Stage
from nlp.lexicon import load_organisations
from nlp.model.mention import Mention
from nlp.model.span import Words

ActorKind = Literal["person", "official", "platform", "firm", "programme", "authority"]
_AUTHORITIES = frozenset(("ministry", "agency", "bank", "university", "ngo", "body"))
_GROUPS = frozenset(("ngo", "body"))


@dataclass(frozen=True, slots=True)
class Actor:
    """One of the cast where it is named; `is_via` says that it is only the means by which another acts."""

    words: Words
    kind: ActorKind
    mention: Mention | None = None
    person: Person | None = None
    is_via: bool = False
    reports: bool = False
    """Associations and the like: where they say something, it need not be of themselves."""

    @property
    def is_listed(self) -> bool:
        """True for what the lexicon holds."""
        return self.mention is not None and self.mention.concept_id is not None

    @property
    def is_described(self) -> bool:
        """True for persons without a name."""
        return self.person is not None and self.person.is_described

    @property
    def is_human(self) -> bool:
        """True for persons."""
        return self.person is not None


@dataclass(frozen=True)
class Cast:
    """Persons by themselves, and all actors in text order."""

    persons: tuple[Person, ...]
    actors: tuple[Actor, ...]

    def between(self, start: int, end: int) -> list[Actor]:
        """Actors that are named in [start, end)."""
        return [one for one in self.actors if start <= one.words.start < end]


def make_cast(stage: Stage) -> Cast:
    """Return the cast of a text."""
    view = stage.view
    organisations = [one for one in stage.mentions if one.kind == "organisation"]
    unlisted = {one.start: one.kind for one in stage.named}
    actors: list[Actor] = []
    for one in stage.named:
        if not one.is_organisation:
            words = Words(start=one.start, end=one.end, surface=view.body[one.start : one.end])
            kind = _kind(one.kind, is_listed=False)
            if kind is not None:
                actors.append(Actor(words, kind, is_via=is_via(stage, words)))
    named = find_persons(stage, [one.words for one in actors])
    persons = tuple(sorted((*named, *find_described(stage, named)), key=lambda one: one.start))
    actors.extend(Actor(one.words, "official" if one.is_official else "person", person=one) for one in persons)
    for mention in organisations:
        is_listed = mention.concept_id is not None
        told = (
            load_organisations()[mention.concept_id].organisation_type
            if mention.concept_id is not None
            else unlisted.get(mention.start)
        )
        kind = _kind(told, is_listed=is_listed)
        if kind is not None:
            means = is_via(stage, mention)
            actors.append(Actor(mention, kind, mention=mention, is_via=means, reports=told in _GROUPS))
    return Cast(persons, tuple(sorted(actors, key=lambda actor: actor.words.start)))


def _kind(organisation_type: str | None, *, is_listed: bool) -> ActorKind | None:
    """Media only report; a local association acts as a firm does, one that the lexicon holds as an authority."""
    if organisation_type in _GROUPS and not is_listed:
        return "firm"
    told: dict[str, ActorKind] = {"platform": "platform", "firm": "firm", "programme": "programme"}
    if organisation_type in told:
        return told[organisation_type]
    return "authority" if organisation_type in _AUTHORITIES else None
