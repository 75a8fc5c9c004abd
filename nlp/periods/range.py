"""From one date to another: days, months, years."""

from datetime import date

from nlp.periods.interval import months_of
from nlp.periods.resolved import Resolved, stated, unresolved
from nlp.periods.words import PeriodWords, find_nearest_year

_LONGEST_RANGE_YEARS = 200


def resolve_range(words: PeriodWords) -> Resolved | None:
    """Return the interval from the first date to the last; None where they are out of order."""
    if "day2" in words.groups:
        return _days(words)
    if "year" not in words.groups:
        return _months_without_year(words)
    first = int(words.groups["year"])
    if "months" in words.groups:
        return stated(months_of(first, 1, words.count("months")), "range")
    second = int(words.groups.get("year2", first))
    if second < first or second - first > _LONGEST_RANGE_YEARS:
        return None
    month, last = words.month() or 1, words.month("month2") or 12
    return stated((months_of(first, month, month)[0], months_of(second, last, last)[1]), "range")


def _days(words: PeriodWords) -> Resolved | None:
    """From a day to a day, of one month or of two."""
    month = words.month()
    if month is None:
        return None
    is_stated = "year" in words.groups
    if not is_stated and words.published is None:
        return unresolved("range")
    year = int(words.groups["year"]) if is_stated else find_nearest_year(words, month, words.published or date.min)
    last = words.month("month2") or month
    start, end = date(year, month, int(words.groups["day"])), date(year, last, int(words.groups["day2"]))
    return stated((start, end), "range", "stated" if is_stated else "relative") if start <= end else None


def _months_without_year(words: PeriodWords) -> Resolved | None:
    """From January to April: of the year of publication, or the one before where they are not over yet."""
    month, last = words.month(), words.month("month2")
    if month is None or last is None or last <= month:
        return None
    if words.published is None:
        return unresolved("range")
    year = words.published.year if month <= words.published.month else words.published.year - 1
    return stated(months_of(year, month, last), "range", "relative")
