"""Reads dates and times as people write them in a URL: a year, a month, a day, or a time with offset."""

import calendar
import re
from datetime import UTC, date, datetime, time

_DAYS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")  # 2020, 2020-05, 2020-05-31
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+ -]\d{2}:?\d{2})?")
"""2020-05-31T08:00:00+08:00; the + of an offset arrives as a space where it was not escaped."""


class MomentError(ValueError):
    """Text that is no date or time; `hint` says what would be right."""

    hint = "A year (2020), a month (2020-05) or a day (2020-05-31)."


class NoTimeError(MomentError):
    """Text that is no date or time where both are taken."""

    hint = "A year (2020), a month (2020-05), a day (2020-05-31) or a time with offset (2020-05-31T08:00:00Z)."


def parse_days(text: str) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day; raises MomentError.

    >>> parse_days("2020-02")
    (datetime.date(2020, 2, 1), datetime.date(2020, 2, 29))
    """
    written = _DAYS.fullmatch(text.strip())
    if written is None:
        raise MomentError(f"{text[:40]!r} is no date")
    year, month, day = written.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last_month = int(month or 12)
        return first, date(first.year, last_month, int(day or calendar.monthrange(first.year, last_month)[1]))
    except ValueError as error:
        raise MomentError(f"{text[:40]!r} is no date: {error}") from None


def parse_moments(text: str) -> tuple[datetime, datetime]:
    """Return the first and the last moment that a text means, both the same for a time; in UTC where none is said.

    Raises NoTimeError.

    >>> parse_moments("2020-05-31T08:00+08:00")[0].isoformat()
    '2020-05-31T08:00:00+08:00'
    """
    written = _TIME.fullmatch(text.strip())
    if written is None:
        try:
            first, last = parse_days(text)
        except MomentError as error:
            raise NoTimeError(str(error)) from None
        return datetime.combine(first, time.min, tzinfo=UTC), datetime.combine(last, time.max, tzinfo=UTC)
    day, clock, offset = written.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{(offset or 'Z').replace(' ', '+')}")
        moment.astimezone(UTC)  # raises where the offset leads out of the calendar
    except (ValueError, OverflowError) as error:
        raise NoTimeError(f"{text[:40]!r} is no time: {error}") from None
    return moment, moment
