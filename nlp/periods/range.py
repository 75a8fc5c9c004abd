"""From one date to another: days, months, years, and seasons that span two years."""

import re
from dataclasses import replace
from datetime import date

from nlp.periods.interval import months_of
from nlp.periods.resolved import Resolved, stated, unresolved
from nlp.periods.words import PeriodWords, find_nearest_year

_LONGEST_RANGE_YEARS = 200
_LONGEST_SEASON_YEARS = 2
_FISCAL_WORDS = re.compile(r"\blakh|\bcrore|\brs\b|₹")
"""Money of India in a text makes its 2022-23 a fiscal year, April to March."""


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


def resolve_season_years(words: PeriodWords) -> Resolved | None:
    """2022/23: both years whole; told from other pairs by following each other."""
    first, end = int(words.groups["year"]), words.groups["year_end"]
    second = int(end) if len(end) > 2 else first // 100 * 100 + int(end)
    if second < first or second - first > _LONGEST_SEASON_YEARS:
        return None
    return stated((date(first, 1, 1), date(second, 12, 31)), "range")


def make_fiscal(resolved: Resolved) -> Resolved:
    """April of the first to March of the second year, as India counts."""
    if resolved.start is None or resolved.end is None:
        return resolved
    return replace(resolved, start=date(resolved.start.year, 4, 1), end=date(resolved.end.year, 3, 31))


def is_fiscal(folded: str) -> bool:
    """True for a text that counts in lakh, crore or rupees."""
    return _FISCAL_WORDS.search(folded) is not None


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
