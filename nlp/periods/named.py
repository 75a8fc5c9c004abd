"""Stretches of time that have a name: decades, five-year plans, sales days."""

from datetime import date, timedelta

from nlp.periods.resolved import Resolved, stated, unresolved
from nlp.periods.words import PeriodWords

_DECADE_WORDS = (("تسعين", 1990), ("ثمانين", 1980), ("سبعين", 1970), ("ستين", 1960))
_CENTURY_TURN = 30
"""Decades written with two digits: 90 is 1990, 10 is 2010."""
_PLAN_YEARS = 5
_SOON = timedelta(days=31)
"""A sales day that comes within a month is meant, not the one of the year before."""


def resolve_decade(words: PeriodWords) -> Resolved:
    """The 1990s."""
    if "decadeword" in words.groups:
        first = next(year for stem, year in _DECADE_WORDS if stem in words.groups["decadeword"])
    else:
        digits = int(words.group("decade", "decade2"))
        first = digits if digits >= 100 else digits + (1900 if digits >= _CENTURY_TURN else 2000)
    return stated((date(first, 1, 1), date(first + 9, 12, 31)), "decade")


def resolve_plan(words: PeriodWords) -> Resolved:
    """十三五: 2016 to 2020."""
    first = int(words.pack.value_of("plan", words.groups["plan"]))
    return stated((date(first, 1, 1), date(first + _PLAN_YEARS - 1, 12, 31)), "range")


def resolve_sale_day(words: PeriodWords) -> Resolved:
    """Double Eleven and the like: the sales day of the year of publication, or of the year before."""
    name = words.groups["saleday"].replace("十一", "11").replace("十二", "12")
    month, day = (6, 18) if name.endswith("18") else (11, 11) if name.endswith("11") else (12, 12)
    if words.published is None:
        return unresolved("day")
    found = date(words.published.year, month, day)
    if found > words.published + _SOON:
        found = date(words.published.year - 1, month, day)
    return stated((found, found), "day", "relative")
