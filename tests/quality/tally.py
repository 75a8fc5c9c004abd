"""How often what was asked was found, and what was found was asked: precision, recall and F1."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """One comparison: how many were asked for, how many were given, how many of them agree.

    A field that always has a value asks for one and is given one, so that its F1 is its accuracy.
    """

    language: str
    field: str
    asked: int
    given: int
    agreed: int
    article: str = ""
    sentence: str = ""
    gold: str = ""
    found: str = ""

    @property
    def is_miss(self) -> bool:
        """True where something asked for is missing, or something given was not asked for."""
        return self.agreed < max(self.asked, self.given)


@dataclass(frozen=True)
class Tally:
    """Sums of outcomes."""

    asked: int = 0
    given: int = 0
    agreed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was given that was asked for; 1 where nothing was given."""
        return self.agreed / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of what was asked for that was given; 1 where nothing was asked."""
        return self.agreed / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was asked and nothing given."""
        both = self.asked + self.given
        return 2 * self.agreed / both if both else 1.0


def add_up(outcomes: Iterable[Outcome]) -> dict[tuple[str, str], Tally]:
    """Tallies by (language, field), with the language "all" for the sum over languages."""
    sums: dict[tuple[str, str], Tally] = {}
    for one in outcomes:
        for language in (one.language, "all"):
            before = sums.get((language, one.field), Tally())
            sums[language, one.field] = Tally(
                before.asked + one.asked, before.given + one.given, before.agreed + one.agreed
            )
    return sums
