"""Times told by another time of the text: a year earlier, the same period of 2020, that day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nlp.model.period import PeriodMention
from nlp.model.span import Span
from nlp.periods.interval import Interval, shift
from nlp.periods.resolved import Resolved, unresolved
from nlp.periods.words import PeriodWords, precision_of


def find_anchor(sentence: Span, before: Sequence[PeriodMention]) -> Interval | None:
    """The last closed period told before in the same sentence: "a year earlier" goes back from it."""
    for mention in reversed(before):
        if mention.start < sentence.start:
            return None
        if mention.period.start is not None and mention.period.end is not None:
            return mention.period.start, mention.period.end
        if mention.period.end is not None and mention.period.open == "start":
            return mention.period.end.replace(month=1, day=1), mention.period.end
    return None


def move_from(words: PeriodWords, resolved: Resolved, anchor: Interval | None) -> Resolved:
    """The same interval as `anchor`, in the year that the words state or as many years earlier as they say."""
    published = words.published
    if anchor is None or (published is None and resolved.start is None):
        return resolved
    if "year" in words.groups:
        back = anchor[1].year - int(words.groups["year"])
    else:
        back = published.year - resolved.start.year if published is not None and resolved.start is not None else 1
    start, end = (_years_later(day, -back) for day in anchor)
    is_year = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
    return replace(resolved, start=start, end=end, precision="year" if is_year else "range")


def take_up(words: PeriodWords, before: Sequence[PeriodMention]) -> Resolved:
    """That year, the same day, the period: the last one told before that is as long as the words say."""
    unit = words.same_unit()
    wanted = precision_of(unit) if unit is not None else None
    for mention in reversed(before):
        period = mention.period
        if period.start is None or period.end is None or (wanted is None and period.precision == "day"):
            continue
        if wanted is not None and period.precision != wanted:
            continue
        return Resolved(start=period.start, end=period.end, precision=period.precision, basis="inherited")
    return unresolved(wanted)


def _years_later(day: date, years: int) -> date:
    """The day in another year; the last of February stays its last."""
    is_last_of_february = day.month == 2 and shift(day, "day", 1).month == 3
    moved = shift(day, "year", years)
    return shift(moved.replace(day=1, month=3), "day", -1) if is_last_of_february else moved
