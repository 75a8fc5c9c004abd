"""Stretches of time that have a name: decades, five-year plans, sales days."""

from datetime import date, timedelta

from nlp.periods.edge import set_edges
from nlp.periods.resolved import Resolved, stated, unresolved
from nlp.periods.words import PeriodWords

_DECADE_WORDS = (("تسعين", 1990), ("ثمانين", 1980), ("سبعين", 1970), ("ستين", 1960))
_CENTURY_TURN = 30
"""Decades written with two digits: 90 is 1990, 10 is 2010."""
_PLAN_YEARS = 5
_BLACK_FRIDAY = "black friday"
_THURSDAY = 3
_SOON = timedelta(days=31)
"""A sales day that comes within a month is meant, not the one of the year before."""


def resolve_decade(words: PeriodWords) -> Resolved:
    """The 1990s."""
    if "decadeword" in words.groups:
        first = next(year for stem, year in _DECADE_WORDS if stem in words.groups["decadeword"])
    else:
        digits = int(words.group("decade", "decade2"))
        first = digits if digits >= 100 else digits + (1900 if digits >= _CENTURY_TURN else 2000)
    return set_edges(words, (date(first, 1, 1), date(first + 9, 12, 31)), "decade", "stated")


def resolve_plan(words: PeriodWords) -> Resolved:
    """十三五, the 13th Five-Year Plan: 2016 to 2020; other countries number theirs otherwise."""
    first = int(words.group("planyear") or words.pack.value_of("plan", words.groups["plan"]))
    if "planyear" not in words.groups and not words.setting.is_chinese:
        return unresolved("range")
    return stated((date(first, 1, 1), date(first + _PLAN_YEARS - 1, 12, 31)), "range")


def resolve_sale_day(words: PeriodWords) -> Resolved:
    """Double Eleven and the like: the sales day of the year of publication, or of the year before."""
    name = str(words.pack.value_of("saleday", words.groups["saleday"]))
    year, basis = words.year()
    if year is None:
        if words.published is None:
            return unresolved("day")
        year = words.published.year
        year, basis = year - (_day_of_sale(name, year) > words.published + _SOON), "relative"
    found = _day_of_sale(name, year)
    return stated((found, found), "day", basis)


def _day_of_sale(name: str, year: int) -> date:
    """The 11th of November ("11-11"), or the day after the fourth Thursday of November ("black friday")."""
    if name == _BLACK_FRIDAY:
        first = date(year, 11, 1)
        return first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 3 * 7 + 1)
    month, day = name.split("-")
    return date(year, int(month), int(day))
