"""Parts of a month, lengths that end in one, and seasons."""

from calendar import monthrange
from datetime import date

from nlp.periods.edge import set_edges
from nlp.periods.interval import Interval, months_of, shift
from nlp.periods.resolved import Resolved, stated, unresolved
from nlp.periods.words import PeriodWords, find_nearest_year

_WEEK_DAYS = 7
_TEN_DAYS = 10
_WINTER = 4
_LAST = "last"


def resolve_month_part(words: PeriodWords) -> Resolved | None:
    """The first week of June, 6月上旬: seven or ten days of it; the last reaches to the month's end."""
    month = words.month()
    place = words.pack.value_of("place", words.group("place"))
    if month is None or place is None:
        return None
    year, basis = words.year()
    if year is None:
        if words.published is None:
            return unresolved("range")
        year, basis = find_nearest_year(words, month, words.published), "relative"
    length = _TEN_DAYS if "tendays" in words.groups else _WEEK_DAYS
    days = monthrange(year, month)[1]
    first = days - length + 1 if place == _LAST else (int(place) - 1) * length + 1
    last = days if place == _LAST or (length == _TEN_DAYS and first > 2 * length) else first + length - 1
    return stated((date(year, month, first), date(year, month, last)), "range", basis)


def resolve_until(words: PeriodWords) -> Resolved | None:
    """The six months to June: as long as told, ending with that month."""
    unit, count = words.unit_and_count()
    month = words.month()
    if unit not in ("month", "quarter", "year") or not count or month is None:
        return None
    year, basis = words.year()
    if year is None:
        if words.published is None:
            return unresolved("range")
        year, basis = find_nearest_year(words, month, words.published), "relative"
    end = months_of(year, month, month)[1]
    start = shift(end.replace(day=1), "month", 1)
    return stated((shift(start, unit, -count), end), "range", basis)


def resolve_season(words: PeriodWords) -> Resolved | None:
    """Summer 2020, this summer: meteorological seasons, of the half of the world in which the outlet stands."""
    named = words.pack.value_of("season", words.groups["season"])
    if named is None:
        return None
    season, is_southern = int(named), words.setting.is_southern
    year, basis = words.year()
    if year is None:
        if words.published is None:
            return unresolved("range")
        year, basis = words.published.year, "relative"
        begins, ends = _season(year, season, is_southern)
        if begins > words.published or ("lastword" in words.groups and ends >= words.published):
            year -= 1
    return set_edges(words, _season(year, season, is_southern), "range", basis)


def _season(year: int, season: int, is_southern: bool) -> Interval:
    """Spring is March to May in the north; winter begins in the December before its year."""
    if is_southern:
        season = (season + 1) % 4 + 1
    if season == _WINTER:
        return date(year - 1, 12, 1), months_of(year, 2, 2)[1]
    return months_of(year, season * 3, season * 3 + 2)
