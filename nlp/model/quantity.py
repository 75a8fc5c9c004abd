"""How much: a normalised value with its unit, and a figure where it stands in a text."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from nlp.model.span import Record, Words

SIGNIFICANT_DIGITS = 12
"""JSON numbers go out with at most this many digits (contract of the claim)."""


def to_json_number(value: Decimal) -> int | float:
    """Return the value as a number that JSON writes without loss up to 12 digits.

    >>> to_json_number(Decimal("4800000000")), to_json_number(Decimal("0.16"))
    (4800000000, 0.16)
    """
    if value == value.to_integral_value():
        return int(value)
    return float(f"{value:.{SIGNIFICANT_DIGITS}g}")


ExactNumber = Annotated[Decimal, PlainSerializer(to_json_number, return_type=int | float, when_used="json-unless-none")]
"""A Decimal in memory, a number (never a string) in JSON."""

Modifier = Literal["exact", "about", "more_than", "at_least", "less_than", "up_to", "range"]
Change = Literal["increase_by", "increase_to", "decrease_by", "decrease_to", "from"]
Dimension = str
"""Of `nlp/data/units.toml`: ratio, count, time, mass, area, length, volume, energy, temperature, rate, money."""


class Quantity(Record):
    """Normalised value: `value` to `value_max` (ranges only) of `unit`; None where the unit cannot be told."""

    value: ExactNumber
    value_max: ExactNumber | None = None
    unit: str | None = None
    dimension: Dimension | None = None


class Alternative(Record):
    """Another way to read a figure, with a score from 0 to 1."""

    value: ExactNumber
    unit: str | None
    score: float = Field(ge=0, le=1)


class Figure(Words):
    """A quantity where it stands in the text; `surface` is the number with its unit, without hedging words."""

    number: Words
    """The number itself, without unit: claims are named after where it begins."""
    unit_words: Words | None = None
    """The words that name the unit or the counted noun."""
    quantity: Quantity
    modifier: Modifier = "exact"
    change: Change | None = None
    low: ExactNumber | None = None
    high: ExactNumber | None = None
    """The interval that the words bound, in the same unit; None on the side that they leave open."""
    candidates: tuple[Alternative, ...] = ()
    confidence: float = Field(default=1.0, ge=0, le=1)
