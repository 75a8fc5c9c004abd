"""Intervals of calendar time: years, halves, quarters, months, and what lies before a date."""

from calendar import monthrange
from datetime import date, timedelta

from nlp.model.period import Period, Precision

Interval = tuple[date, date]
_WHOLE = {"day": "day", "month": "month", "quarter": "quarter", "half": "half", "year": "year"}
_MONTHS = 12
_FIRST_YEAR, _LAST_YEAR = 1, 9999
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30.44, "quarter": 91.3, "year": 365.25, "decade": 3652.5}


def year_of(year: int) -> Interval:
    """1 January to 31 December."""
    return date(year, 1, 1), date(year, 12, 31)


def months_of(year: int, first: int, last: int) -> Interval:
    """The first day of the first month to the last day of the last one."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def quarter_of(year: int, quarter: int) -> Interval:
    """Three months of a year, quarter 1 to 4."""
    return months_of(year, quarter * 3 - 2, quarter * 3)


def half_of(year: int, half: int) -> Interval:
    """Six months of a year, half 1 or 2."""
    return months_of(year, half * 6 - 5, half * 6)


def shift(day: date, unit: str, count: int) -> date:
    """The day `count` units later (earlier where negative), within the month's length."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": _MONTHS, "decade": 10 * _MONTHS}[unit]
    total = day.year * _MONTHS + day.month - 1 + months
    year = min(max(total // _MONTHS, _FIRST_YEAR), _LAST_YEAR)
    month = total % _MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def unit_interval(day: date, unit: str, offset: int) -> tuple[Interval, Precision]:
    """The day, week, month, quarter or year that lies `offset` of them from the one of `day`."""
    moved = shift(day, unit, offset)
    if unit == "year":
        return year_of(moved.year), "year"
    if unit == "quarter":
        return quarter_of(moved.year, (moved.month + 2) // 3), "quarter"
    if unit == "month":
        return months_of(moved.year, moved.month, moved.month), "month"
    if unit == "week":
        monday = moved - timedelta(days=moved.weekday())
        return (monday, monday + timedelta(days=6)), "range"
    return (moved, moved), "day"


def unit_days(unit: str, count: int) -> int:
    """Length in whole days, of calendar means for months and years (30.44, 365.25); 0 below a day."""
    return round(_UNIT_DAYS.get(unit, 0) * count)


def close_period(period: Period) -> Period:
    """The period whole where "since" or "by" had left it open: of "from 12 in 2015", 2015 is meant."""
    known = period.start or period.end
    if period.open is None or known is None or period.precision not in _WHOLE:
        return period
    unit = _WHOLE[period.precision]
    if unit == "half":
        start, end = half_of(known.year, 1 if known.month <= _MONTHS // 2 else 2)
    else:
        (start, end), _ = unit_interval(known, unit, 0)
    return period.model_copy(update={"start": start, "end": end, "open": None})


def move_years(period: Period, years: int) -> Period:
    """The same stretch of another year."""
    start, end = (None if day is None else shift(day, "year", years) for day in (period.start, period.end))
    return period.model_copy(update={"start": start, "end": end})
