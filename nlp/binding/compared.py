"""Tells the times that are only compared with from those that govern: "28 % more than in 2020"."""

import re
from collections.abc import Sequence

from nlp.binding.stage import Stage
from nlp.binding.time_pack import TimePack
from nlp.model.period import PeriodMention
from nlp.model.quantity import Figure
from nlp.model.span import Span

_REACH = 60
"""Characters in which the compared time stands behind the word that compares."""
_WEAK_REACH = 14
"""The same for words that compare only right before a time: room for an article and a preposition."""
_BASE_REACH = 16
"""The same where a figure stands between: room for an article and a hedge."""
_RATIOS = frozenset(("percent", "percentage_point", "times", "per_mille"))
_LOOK_AHEAD = 4
"""Characters behind a period that a word that compares may ask for: 是2015年的近6倍."""
_OF = re.compile(r" ?(?:的|'s|of|de|d')? ?(?:近|约|約|the|les|los|la)? ?")
"""What stands between a compared time and its own figure: 比去年的65元."""
_JOINED = re.compile(r"[^,;.，；。、]{0,40}")


def find_owner(
    stage: Stage, pack: TimePack, sentence: Span, figures: Sequence[Figure], period: PeriodMention
) -> Figure | None:
    """The only figure that a period governs because both are what another is compared with, or None."""
    before = [one for one in figures if one.end <= period.start]
    if before and before[-1].change == "from":
        between = stage.view.folded[before[-1].end : period.start]
        if _JOINED.fullmatch(between) and not _is_compared(stage, pack, before[-1].end, period):
            return before[-1]
    if before and _is_base(stage, pack, sentence, before, period):
        return before[-1]
    after = next((one for one in figures if one.start >= period.end), None)
    if after is None or not _OF.fullmatch(stage.view.folded, period.end, after.start):
        return None
    if after.change == "from":
        return after
    is_base = _is_compared(stage, pack, sentence.start, period) and after.quantity.unit not in _RATIOS
    return after if is_base else None


def _is_base(stage: Stage, pack: TimePack, sentence: Span, before: Sequence[Figure], period: PeriodMention) -> bool:
    """True for the figure between a word that compares and its time: against 17 yuan in 2020."""
    figure, folded = before[-1], stage.view.folded
    if figure.quantity.unit in _RATIOS or not _JOINED.fullmatch(folded, figure.end, period.start):
        return False
    start = max(stage.phrase_at(figure.start).start, before[-2].end if len(before) > 1 else sentence.start)
    cue = _last_before(pack.compare, folded, start, figure.start)
    return cue is not None and figure.start - cue.end() <= _BASE_REACH


def _last_before(pattern: re.Pattern[str], folded: str, start: int, end: int) -> re.Match[str] | None:
    found = list(pattern.finditer(folded, start, end))
    return found[-1] if found else None


def is_compared(stage: Stage, pack: TimePack, sentence: Span, period: PeriodMention) -> bool:
    """True where the words before the period compare, and no figure stands between."""
    return _is_compared(stage, pack, max(sentence.start, stage.phrase_at(period.start).start), period)


def _is_compared(stage: Stage, pack: TimePack, start: int, period: PeriodMention) -> bool:
    folded = stage.view.folded
    start = max(start, period.start - _REACH)
    cue = _last(pack.compare, folded, start, period)
    if cue is not None and not _has_figures(stage, cue.end(), period.start):
        return True
    weak = _last(pack.compare_weak, folded, start, period)
    return (
        weak is not None
        and period.start - weak.end() <= _WEAK_REACH
        and not _has_figures(stage, weak.end(), period.start)
    )


def _has_figures(stage: Stage, start: int, end: int) -> bool:
    return start < end and bool(stage.figures_in(Span(start=start, end=end)))


def _last(pattern: re.Pattern[str], folded: str, start: int, period: PeriodMention) -> re.Match[str] | None:
    """The last such word; it may be the first of the period's own ("from the same month last year")."""
    found = [one for one in pattern.finditer(folded, start, period.end + _LOOK_AHEAD) if one.start() <= period.start]
    return found[-1] if found else None
