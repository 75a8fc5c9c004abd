"""A name taken for a place, with the places that it may mean."""

from dataclasses import dataclass

from nlp.places.candidates import Named

CLOSE = 1.0
"""Places whose scores differ by less cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A name taken for a place; `ranked` are the places it may mean with their scores, the best first."""

    named: Named
    ranked: tuple[tuple[int, float], ...]

    @property
    def index(self) -> int:
        """The place."""
        return self.ranked[0][0]

    @property
    def close(self) -> tuple[int, ...]:
        """The place and those that fit about as well."""
        return tuple(index for index, score in self.ranked if self.score - score < CLOSE)

    @property
    def score(self) -> float:
        """How well it fits."""
        return self.ranked[0][1]
