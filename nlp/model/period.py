"""When: an interval of time with its precision."""

from datetime import date
from typing import Literal

from nlp.model.span import Record, Words

Precision = Literal["day", "month", "quarter", "half", "year", "decade", "range"]
Basis = Literal["stated", "relative", "inherited", "publication"]
Frequency = Literal["day", "week", "month", "year"]


class Period(Record):
    """When a claim holds. Dates are inclusive; `span` is [start, end) of the words in the body.

    Relative words without a date of publication keep their surface and have neither start nor end; a length
    without an anchor ("in six years") is `duration_days` with null dates.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision | None = None
    basis: Basis = "stated"
    open: Literal["start", "end"] | None = None
    duration_days: int | None = None
    surface: str = ""
    span: tuple[int, int] = (0, 0)


class PeriodMention(Words):
    """Words that say when, with what they resolve to; `period.span` equals (start, end)."""

    period: Period
    is_nearest: bool = False
    """True where the words name no year ("in March"), so that the one nearest to the publication was taken."""


class FrequencyMention(Words):
    """Words that say per what time ("monthly", سنويا, 每月)."""

    frequency: Frequency
