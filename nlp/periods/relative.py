"""What lies as many units before or after the publication: last year, yesterday, three years ago."""

from datetime import timedelta

from nlp.periods.edge import set_edges
from nlp.periods.interval import unit_interval, year_of
from nlp.periods.resolved import Resolved, stated, unresolved
from nlp.periods.words import PeriodWords, precision_of

_YEARS_OF_A_DECADE = 10


def resolve_relative(words: PeriodWords) -> Resolved | None:
    """Last year, this month, on Tuesday (the last one at publication)."""
    if "weekday" in words.groups:
        weekday = words.pack.value_of("weekday", words.groups["weekday"])
        if words.published is None or weekday is None:
            return unresolved("day")
        day = words.published - timedelta(days=(words.published.weekday() - int(weekday)) % 7)
        return stated((day, day), "day", "relative")
    offset = words.offset()
    if offset is None:
        return None
    unit, count = offset
    if words.published is None:
        return unresolved(precision_of(unit))
    interval, precision = unit_interval(words.published, unit, count)
    return set_edges(words, interval, precision, "relative")


def resolve_ago(words: PeriodWords) -> Resolved | None:
    """Three years ago: that year."""
    unit, count = words.unit_and_count()
    if unit is None:
        return None
    if words.published is None or not count or unit in ("hour", "minute"):
        return unresolved(None)
    if unit == "decade":
        unit, count = "year", count * _YEARS_OF_A_DECADE
    return stated(*unit_interval(words.published, unit, -count), "relative")


def resolve_earlier(words: PeriodWords) -> Resolved:
    """A year earlier than the publication; `nlp.periods.anchor` puts it before the period told in the same sentence."""
    if "year" in words.groups:
        return stated(year_of(int(words.groups["year"])), "year")
    if words.published is None:
        return unresolved("year")
    return stated(year_of(words.published.year - _years_back(words)), "year", "relative")


def resolve_offset(_: PeriodWords) -> Resolved:
    """Six months after the launch, Ramadan, in recent years: words of time without dates of their own."""
    return unresolved(None)


def _years_back(words: PeriodWords) -> int:
    return max(1, words.count("count", "count2")) if words.group("count", "count2") else 1
