"""Finds the words of a text that say when, resolved to intervals."""

import re
from datetime import date

from nlp.context import Context
from nlp.model.period import Period, PeriodMention
from nlp.pack import LANGUAGES
from nlp.periods.bare_year import is_bare_year, may_be_year
from nlp.periods.interval import Interval
from nlp.periods.pack import PeriodPack, load_period_pack
from nlp.periods.range import is_fiscal, make_fiscal
from nlp.periods.relative import move_from
from nlp.periods.resolve import resolve
from nlp.periods.words import PeriodWords
from nlp.text_view import TextView

_LEADING_WORDS = ("in ", "en ", "في ", "و", "خلال ", "в ", "за ", "during ", "durante ")


def find_periods(view: TextView, context: Context) -> tuple[PeriodMention, ...]:
    """Return the periods that a text names, in order, without overlaps.

    Relative words (last October, 去年) are resolved against the local date of `context.published_at`; without it
    they have neither start nor end.

    >>> from nlp.text_view import make_text_view
    >>> view = make_text_view("Sales rose in 2019.", language="en")
    >>> [(one.surface, one.period.start.isoformat()) for one in find_periods(view, Context())]
    [('2019', '2019-01-01')]
    """
    if view.language not in LANGUAGES:
        return ()
    pack = load_period_pack(view.language)
    published = context.published_at.date() if context.published_at else None
    mentions: list[PeriodMention] = []
    end = 0
    for found, kind in _matches(view, pack):
        start, stop = found.span("all")
        if start < end:
            continue
        mention = _mention(view, pack, found, kind, published, mentions)
        if mention is not None:
            mentions.append(mention)
            end = stop
    return tuple(mentions)


def _matches(view: TextView, pack: PeriodPack) -> list[tuple[re.Match[str], str]]:
    """All matches of all patterns, by place, the longest first."""
    found = [(match, pack.patterns[index].kind) for index, match in pack.scanner.find(view.folded)]
    found.sort(key=lambda one: (one[0].start("all"), -one[0].end("all")))
    return found


def _mention(
    view: TextView,
    pack: PeriodPack,
    found: re.Match[str],
    kind: str,
    published: date | None,
    before: list[PeriodMention],
) -> PeriodMention | None:
    groups = {name: words for name, words in found.groupdict().items() if words}
    if is_bare_year(groups) and kind == "point" and not may_be_year(view, found):
        return None
    resolved = resolve(kind, PeriodWords(pack, groups, published))
    if resolved is None:
        return None
    if kind == "season_years" and view.language == "en" and is_fiscal(view.folded):
        resolved = make_fiscal(resolved)
    if kind == "earlier":
        resolved = move_from(resolved, _anchor(view, before, found.start("all")), published)
    start, stop = _trim(view, found)
    surface = view.body[start:stop]
    period = Period(
        start=resolved.start,
        end=resolved.end,
        precision=resolved.precision,
        basis=resolved.basis,
        open=resolved.open,
        duration_days=resolved.duration_days,
        surface=surface,
        span=(start, stop),
    )
    return PeriodMention(start=start, end=stop, surface=surface, period=period)


def _anchor(view: TextView, before: list[PeriodMention], offset: int) -> Interval | None:
    """The last closed period told before in the same sentence: "a year earlier" goes back from it."""
    sentence = view.sentence_at(offset)
    for mention in reversed(before):
        if mention.start < sentence.start:
            return None
        if mention.period.start is not None and mention.period.end is not None:
            return mention.period.start, mention.period.end
    return None


def _trim(view: TextView, found: re.Match[str]) -> tuple[int, int]:
    """The words without white space around them and without a leading "in", which belongs to the sentence."""
    start, stop = found.span("all")
    while start < stop and view.folded[start].isspace():
        start += 1
    while stop > start and view.folded[stop - 1].isspace():
        stop -= 1
    for word in _LEADING_WORDS:
        if (
            view.folded.startswith(word, start, stop)
            and stop - start > len(word) + 3
            and found.groupdict().get("since") is None
        ):
            start += len(word)
            break
    return start, stop
