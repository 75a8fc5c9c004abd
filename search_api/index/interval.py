"""The interval of values that a claim states, and the wider one that its words leave possible."""

import re
from dataclasses import dataclass
from decimal import Decimal

from nlp.fold import fold
from nlp.model.claim import Claim

_FIRST_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DECIMALS = re.compile(r"[.,](\d{1,2}|\d{4,})$")
"""Three digits after a mark may be a group of thousands: no rounding is read from them."""
UNBOUNDED = 1e300
"""Beyond any value: stands for the open side in a field that engines compare."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of values in the claim's unit."""

    low: float
    high: float

    def times(self, factor: Decimal) -> "Interval":
        """The interval in a unit of which `factor` make up one of this; the open side stays open."""
        low, high = (end if abs(end) >= UNBOUNDED else float(Decimal(str(end)) * factor) for end in self._ends())
        return Interval(low, high)

    def _ends(self) -> tuple[float, float]:
        return (self.low, self.high)


def stated_interval(claim: Claim) -> Interval:
    """Return what the claim states: a range whole, else the value with half a step of rounding to each side."""
    if claim.value_max is not None:
        return Interval(float(claim.value), float(claim.value_max))
    if claim.modifier == "exact" and claim.low is not None and claim.high is not None:
        return Interval(float(claim.low), float(claim.high))
    half = _step(claim) / 2
    return Interval(float(claim.value - half), float(claim.value + half))


def possible_interval(claim: Claim) -> Interval:
    """Return what the words leave possible: "over 300" reaches up without end, "up to 300" down."""
    stated = stated_interval(claim)
    low = stated.low if claim.low is None else min(float(claim.low), stated.low)
    high = stated.high if claim.high is None else max(float(claim.high), stated.high)
    if claim.low is None and claim.modifier in ("less_than", "up_to"):
        low = -UNBOUNDED
    if claim.high is None and claim.modifier in ("more_than", "at_least"):
        high = UNBOUNDED
    return Interval(low, high)


def _step(claim: Claim) -> Decimal:
    """Worth of the last digit written, 0 where the number is not written rounded (no scale word, no decimals)."""
    written = _FIRST_NUMBER.search(fold(claim.surface))
    if written is None or claim.value == 0:
        return Decimal(0)
    decimals = _DECIMALS.search(written.group())
    places = len(decimals.group(1)) if decimals else 0
    digits = Decimal(re.sub(r"[.,]", "", written.group())).scaleb(-places)
    if digits == 0:
        return Decimal(0)
    scale = abs(claim.value) / digits
    is_rounded = places > 0 or scale > 1
    return scale.scaleb(-places) if is_rounded else Decimal(0)
