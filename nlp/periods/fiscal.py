"""Years that run from one calendar year into the next: fiscal years, seasons of the harvest."""

import re
from datetime import date, timedelta

from nlp.model.period import Basis
from nlp.periods.interval import Interval, shift
from nlp.periods.resolved import Resolved, stated, unresolved
from nlp.periods.words import PeriodWords

_LONGEST_SEASON_YEARS = 2
_CENTURY = 100
_JANUARY = 1
_SEASON_WORDS = re.compile(
    r"season|crop|campa|saison|zafra|cosecha|ciclo|academic|school|scolaire|escolar|موسم|زراعي|دراسي|сезон|учебн|榨季|学年"
)
"""A season of the harvest or of a school, which no budget bounds."""


def resolve_season_years(words: PeriodWords) -> Resolved | None:
    """2022/23: the fiscal year where the text's calendar has one, else both years whole."""
    first, end = int(words.groups["year"]), words.groups["year_end"]
    second = int(end) if len(end) > 2 else first // _CENTURY * _CENTURY + int(end)
    if second < first or second - first > _LONGEST_SEASON_YEARS:
        return None
    month = words.setting.fiscal_month
    if second == first + 1 and month not in (None, _JANUARY) and not _SEASON_WORDS.search(words.groups["all"]):
        return _fiscal(first, month, "stated")
    return stated((date(first, 1, 1), date(second, 12, 31)), "range")


def resolve_fiscal(words: PeriodWords) -> Resolved | None:
    """FY2021 is named after the year in which it ends; the last fiscal year is the last that is over."""
    month = words.setting.fiscal_month
    digits = words.group("year", "shortyear")
    if digits:
        year = int(digits) if len(digits) > 2 else int(digits) + 2000
        return _fiscal(year - (month not in (None, _JANUARY)), month or _JANUARY, "stated")
    if month is None:
        return None  # whose fiscal year is not known: better no time than a vague one
    if words.published is None:
        return unresolved("range")
    offset = words.offset() or ("year", -1)
    current = words.published.year - (words.published.month < month)
    return _fiscal(current + offset[1], month, "relative")


def _fiscal(year: int, month: int | None, basis: Basis) -> Resolved:
    start = date(year, month or _JANUARY, 1)
    interval: Interval = (start, shift(start, "year", 1) - timedelta(days=1))
    return stated(interval, "year" if start.month == _JANUARY else "range", basis)
