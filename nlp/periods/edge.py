"""The edges of an interval: cut to its end by "end of", left open by "since" and "by"."""

from datetime import timedelta

from nlp.model.period import Basis, Precision
from nlp.periods.interval import Interval
from nlp.periods.resolved import Resolved, stated
from nlp.periods.words import PeriodWords


def set_edges(words: PeriodWords, interval: Interval, precision: Precision, basis: Basis) -> Resolved:
    """Return the interval with the edges that the groups endof, by and since give it."""
    start, end = interval
    ends = words.says("end", words.group("endof", "endof2"))
    if ends and precision == "year":
        start, precision = end.replace(day=1), "month"
    by = words.group("by", "by2").strip()
    if by:
        if words.says("before", by) and not ends:
            end = start - timedelta(days=1)
        return Resolved(end=end, precision="day" if ends else precision, basis=basis, open="start")
    if words.group("since", "since2"):
        return Resolved(start=start, precision=precision, basis=basis, open="end")
    return stated((start, end), precision, basis)
