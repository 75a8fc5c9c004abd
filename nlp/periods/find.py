"""Finds the words of a text that say when, resolved to intervals."""

import re

from nlp.context import Context
from nlp.model.period import Period, PeriodMention
from nlp.pack import LANGUAGES
from nlp.periods.anchor import find_anchor, move_from, take_up
from nlp.periods.bare_year import is_bare_year, may_be_year
from nlp.periods.pack import PeriodPack, load_period_pack
from nlp.periods.resolve import resolve
from nlp.periods.setting import Setting
from nlp.periods.words import PeriodWords
from nlp.text_view import TextView

_NEAREST_KINDS = frozenset(("point", "range", "month_part", "until", "season"))
_YEAR_GROUPS = frozenset(("year", "zhyear", "shortyear", "relative", "relative2"))
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
    setting = Setting(view, context)
    mentions: list[PeriodMention] = []
    anchors: list[PeriodMention] = []  # without those that themselves go back from another
    end = 0
    for found, kind in _matches(view, pack):
        start, stop = found.span("all")
        if start < end:
            continue
        mention = _mention(view, pack, found, kind, setting, anchors)
        if mention is not None:
            if kind != "earlier":
                anchors.append(mention)
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
    setting: Setting,
    before: list[PeriodMention],
) -> PeriodMention | None:
    groups = {name: words for name, words in found.groupdict().items() if words}
    if is_bare_year(groups) and kind == "point" and not may_be_year(view, found):
        return None
    words = PeriodWords(pack, groups, setting)
    resolved = resolve(kind, words)
    if resolved is None:
        return None
    if kind == "earlier":
        resolved = move_from(words, resolved, find_anchor(view.sentence_at(found.start("all")), before))
    if kind == "same":
        resolved = take_up(words, before)
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
    is_nearest = kind in _NEAREST_KINDS and not _YEAR_GROUPS & groups.keys() and not words.tells_last
    return PeriodMention(start=start, end=stop, surface=surface, period=period, is_nearest=is_nearest)


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
