"""What words of time resolve to, before they are bound to their place in a text."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from nlp.model.period import Basis, Precision
from nlp.periods.interval import Interval


@dataclass(frozen=True, slots=True)
class Resolved:
    """The fields of a period without its words; a relative one without a date of publication has no dates."""

    start: date | None = None
    end: date | None = None
    precision: Precision | None = None
    basis: Basis = "stated"
    open: Literal["start", "end"] | None = None
    duration_days: int | None = None


def stated(interval: Interval, precision: Precision, basis: Basis = "stated") -> Resolved:
    """An interval closed on both sides."""
    return Resolved(start=interval[0], end=interval[1], precision=precision, basis=basis)


def unresolved(precision: Precision | None, *, duration_days: int | None = None) -> Resolved:
    """Relative words that nothing anchors."""
    return Resolved(precision=precision, basis="relative", duration_days=duration_days)
