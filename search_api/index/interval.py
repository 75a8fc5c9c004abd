"""The interval of values that a claim states, and the wider one that its words leave possible."""

import re
from dataclasses import dataclass
from decimal import Decimal

from nlp.fold import fold
from nlp.model.claim import Claim
from search_api.base_unit import base_unit
from search_api.query import ClaimQuery

_FIRST_NUMBER = re.compile(r"\d{1,3}(?:[ '٬]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)*")
"""70 000, 4.8, 1,234,567 in folded text."""
_DECIMALS = re.compile(r"[.,٫](\d{1,2}|\d{4,})$")
"""Three digits after a mark may be a group of thousands: no rounding is read from them."""
_CONVERSION_TOLERANCE = Decimal("1e-9")
"""Of a converted bound: 1,200 mu are 80 hectares, though a mu is written as 666.666666667 square metres."""
UNBOUNDED = 1e300
"""Beyond any value: stands for the open side in a field that engines compare."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of values in the claim's unit."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """True where the two share a value."""
        return self.low <= other.high and other.low <= self.high

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


def asked_interval(query: ClaimQuery) -> Interval:
    """Return the range of values that a query asks for: in the base unit where it names the range's unit."""
    low, high = query.value_min, query.value_max
    if query.value_unit is not None:
        factor = base_unit(query.value_unit).factor
        low = None if low is None else low * factor - abs(low * factor) * _CONVERSION_TOLERANCE
        high = None if high is None else high * factor + abs(high * factor) * _CONVERSION_TOLERANCE
    return Interval(-UNBOUNDED if low is None else float(low), UNBOUNDED if high is None else float(high))


def _step(claim: Claim) -> Decimal:
    """Worth of the last digit written, 0 where the number is not written rounded (no scale word, no decimals)."""
    written = _FIRST_NUMBER.search(fold(claim.surface))
    if written is None or claim.value == 0:
        return Decimal(0)
    decimals = _DECIMALS.search(written.group())
    places = len(decimals.group(1)) if decimals else 0
    digits = Decimal(re.sub(r"\D", "", written.group())).scaleb(-places)
    if digits == 0:
        return Decimal(0)
    scale = (abs(claim.value) / digits).normalize()
    # What no power of ten makes of the first number was put together: "412 thousand and 350".
    is_rounded = (places > 0 or scale > 1) and scale.as_tuple().digits == (1,)
    return scale.scaleb(-places) if is_rounded else Decimal(0)
