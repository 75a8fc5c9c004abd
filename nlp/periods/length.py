"""Lengths of time: the first nine months, so far this year, over three years."""

from datetime import timedelta

from nlp.periods.interval import months_of, shift, unit_days
from nlp.periods.resolved import Resolved, stated, unresolved
from nlp.periods.words import PeriodWords

_QUARTER_MONTHS = 3
_MONTHS = 12


def resolve_elapsed(words: PeriodWords) -> Resolved:
    """Since the start of a year or month up to the day of publication; or its first months where they are told."""
    if words.group("months", "months2", "count"):
        return _first_months(words)
    if words.published is None:
        return unresolved("range")
    is_month = words.says("month", words.group("relative") + words.group("relative3"))
    start = words.published.replace(day=1) if is_month else words.published.replace(month=1, day=1)
    return stated((start, words.published), "range", "relative")


def resolve_duration(words: PeriodWords) -> Resolved | None:
    """In three years: its days, and the dates where "last" or "next" anchors it to the publication."""
    unit, count = words.unit_and_count()
    if unit is None:
        return None
    days = unit_days(unit, count) if count else None
    said = words.groups["all"]
    is_ahead, is_since = words.says("next", said), words.says("since", said)
    is_anchored = is_ahead or is_since or words.says("last", said) or "hedge" in words.groups
    if not is_anchored or not count or unit in ("hour", "minute") or words.published is None:
        return unresolved(None, duration_days=days)
    if is_since:
        start = shift(words.published, unit, -count)
        return Resolved(start=start, precision="range", basis="relative", open="end", duration_days=days)
    if is_ahead:
        start, end = words.published, shift(words.published, unit, count)
    else:
        start, end = shift(words.published, unit, -count) + timedelta(days=1), words.published
    return Resolved(start=start, end=end, precision="range", basis="relative", duration_days=days)


def _first_months(words: PeriodWords) -> Resolved:
    unit = words.group("elapsedunit") + words.group("elapsedunit2")
    months = words.count("months", "months2", "count") * (_QUARTER_MONTHS if words.says("quarter", unit) else 1)
    year, basis = words.year()
    if year is None and words.published is not None:
        year, basis = words.published.year - (1 if months > words.published.month else 0), "relative"
    if year is None or not 1 <= months <= _MONTHS:
        return unresolved("range")
    return stated(months_of(year, 1, months), "range", basis)
