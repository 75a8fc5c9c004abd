"""From a matched pattern to its period, by the kind of the pattern."""

from collections.abc import Callable, Mapping

from nlp.periods.fiscal import resolve_fiscal, resolve_season_years
from nlp.periods.length import resolve_duration, resolve_elapsed
from nlp.periods.named import resolve_decade, resolve_plan, resolve_sale_day
from nlp.periods.part import resolve_month_part, resolve_season, resolve_until
from nlp.periods.point import resolve_point
from nlp.periods.range import resolve_range
from nlp.periods.relative import resolve_ago, resolve_earlier, resolve_offset, resolve_relative
from nlp.periods.resolved import Resolved
from nlp.periods.words import PeriodWords

_RESOLVERS: Mapping[str, Callable[[PeriodWords], Resolved | None]] = {
    "point": resolve_point,
    "range": resolve_range,
    "relative": resolve_relative,
    "elapsed": resolve_elapsed,
    "duration": resolve_duration,
    "ago": resolve_ago,
    "decade": resolve_decade,
    "plan": resolve_plan,
    "saleday": resolve_sale_day,
    "earlier": resolve_earlier,
    "offset": resolve_offset,
    "season_years": resolve_season_years,
    "fiscal": resolve_fiscal,
    "month_part": resolve_month_part,
    "until": resolve_until,
    "season": resolve_season,
    "named": resolve_offset,
    "same": resolve_offset,
}


def resolve(kind: str, words: PeriodWords) -> Resolved | None:
    """Return what the words resolve to; None where they name no period after all."""
    try:
        return _RESOLVERS[kind](words)
    except (ValueError, OverflowError):  # 31 February, the year 0
        return None
