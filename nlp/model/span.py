"""A stretch of a text's body, and the author's words that stand there."""

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator


class Record(BaseModel):
    """Base of all records of the document model: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """Half-open interval [start, end) in code points of a text's body."""

    start: int
    end: int

    @model_validator(mode="after")
    def _is_ordered(self) -> Self:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is not ordered: expected 0 <= start <= end")
        return self

    def overlaps(self, other: "Span") -> bool:
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Words(Span):
    """A span with the author's words: `body[start:end] == surface`, always."""

    surface: str


class Quote(Span):
    """The sentence or clause that holds a figure, verbatim."""

    text: str
