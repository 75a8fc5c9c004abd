"""What the finders of whom a sentence speaks of give, and what they all look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.binding.cast import Actor, Cast
from nlp.binding.saying import Saying
from nlp.binding.stage import Stage
from nlp.binding.subject_pack import SubjectPack
from nlp.model.span import Words

NAME_REACH = 40
"""Behind a name, the noun that says what it is takes nothing up: the Fund, a programme of …"""


@dataclass(frozen=True, slots=True)
class Turn:
    """At an offset the text turns to an actor (None: to a place, or to nobody); `stays`: for the next sentences too."""

    at: int
    actor: Actor | None
    stays: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its cast, who says what in it, and the pack `subject.toml` of its language."""

    stage: Stage
    cast: Cast
    sayings: Sequence[Saying]
    pack: SubjectPack


@dataclass
class Memory:
    """Who was named last as the text goes on."""

    main: Actor | None = None
    last: Actor | None = None
    person: Actor | None = None
    organisation: Actor | None = None
    age: int = 0
    affiliations: dict[Words, Actor] = field(default_factory=dict)
    """Officials with the organisation that was spoken of when they were first named."""

    def follow(self, turns: Sequence[Turn]) -> None:
        """Go on behind a sentence with these turns."""
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
