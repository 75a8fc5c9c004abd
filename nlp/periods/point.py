"""One year, half, quarter, month or day."""

from datetime import date

from nlp.model.period import Precision
from nlp.periods.edge import set_edges
from nlp.periods.interval import half_of, months_of, quarter_of, shift, year_of
from nlp.periods.relative import resolve_relative
from nlp.periods.resolved import Resolved, unresolved
from nlp.periods.words import PeriodWords, find_nearest_year


def resolve_point(words: PeriodWords) -> Resolved | None:
    """Return the interval of a date; without a year it is the one nearest to the publication."""
    year, basis = words.year()
    month, quarter, half = words.month(), words.ordinal("quarter", "quarterword"), words.ordinal("halfword")
    if year is None and not (month or quarter or half):
        if "relative" in words.groups:
            return resolve_relative(words)
        return _day_of_month(words) if "day" in words.groups else None
    if year is None:
        if words.published is None:
            return unresolved(_precision(words, month, quarter, half))
        first = month or (quarter * 3 - 2 if quarter else half * 6 - 5 if half else 1)
        year, basis = find_nearest_year(words, first, words.published), "relative"
    precision = _precision(words, month, quarter, half)
    if month and "day" in words.groups:
        day = date(year, month, int(words.groups["day"]))
        return set_edges(words, (day, day), "day", basis)
    if month:
        return set_edges(words, months_of(year, month, month), precision, basis)
    if quarter:
        return set_edges(words, quarter_of(year, quarter), precision, basis)
    if half:
        return set_edges(words, half_of(year, half), precision, basis)
    return set_edges(words, year_of(year), precision, basis)


def _day_of_month(words: PeriodWords) -> Resolved:
    """18日: the last such day at publication."""
    if words.published is None:
        return unresolved("day")
    number = int(words.groups["day"])
    is_over = number <= words.published.day
    month = words.published if is_over else shift(words.published.replace(day=1), "month", -1)
    day = month.replace(day=number)
    return set_edges(words, (day, day), "day", "relative")


def _precision(words: PeriodWords, month: int | None, quarter: int | None, half: int | None) -> Precision:
    if "day" in words.groups:
        return "day"
    return "month" if month else "quarter" if quarter else "half" if half else "year"
