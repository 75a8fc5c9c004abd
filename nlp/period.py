"""Finds the words of a text that say when, and resolves them to intervals."""

import re
from datetime import date

from nlp.context import Context
from nlp.lexer import tokenize
from nlp.model.period import FrequencyMention, Period, PeriodMention
from nlp.pack import LANGUAGES
from nlp.period_pack import PeriodPack, load_period_pack
from nlp.period_resolve import is_fiscal, make_fiscal, resolve, resolve_earlier
from nlp.text_view import TextView
from nlp.unit import load_unit_table

_STRONG_GROUPS = (
    "strong",
    "strong2",
    "since",
    "by",
    "endof",
    "month",
    "month_num",
    "quarter",
    "quarterword",
    "halfword",
    "months",
    "day",
    "season",
)
_LAST_BARE_YEAR = 2099
_PLURALS = frozenset(("people", "men", "women", "children", "sheep", "cattle", "head", "pax", "mice", "geese", "fish"))


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


def find_frequencies(view: TextView) -> tuple[FrequencyMention, ...]:
    """Return the words that say per what time: monthly, سنويا, 每月; frequency is not a period."""
    if view.language not in LANGUAGES:
        return ()
    table = load_period_pack(view.language).frequency
    tokens = tokenize(view.folded)
    found: list[FrequencyMention] = []
    index = 0
    while index < len(tokens):
        match = table.match(tokens, index) if tokens[index].kind != "sym" else None
        if match is None:
            index += 1
            continue
        surface = view.body[match.start : match.end]
        found.append(FrequencyMention(start=match.start, end=match.end, surface=surface, frequency=match.payload))
        index = match.last
    return tuple(found)


def _matches(view: TextView, pack: PeriodPack) -> list[tuple[re.Match[str], str]]:
    """All matches of all patterns, by place, the longest first."""
    found = [(match, pattern.kind) for pattern in pack.patterns for match in pattern.expression.finditer(view.folded)]
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
    if _is_bare_year(groups) and kind == "point" and not _may_be_bare_year(view, found):
        return None
    resolved = resolve(pack, kind, groups, published)
    if resolved is None:
        return None
    if kind == "season_years" and view.language == "en" and is_fiscal(view.folded):
        resolved = make_fiscal(resolved)
    if kind == "earlier":
        resolved = resolve_earlier(resolved, _anchor(view, before, found.start("all")), published)
    start, stop = _trim(view, found)
    surface = view.body[start:stop]
    period = Period(**{**resolved, "surface": surface, "span": (start, stop)})
    return PeriodMention(start=start, end=stop, surface=surface, period=period)


def _anchor(view: TextView, before: list[PeriodMention], offset: int) -> tuple[date, date] | None:
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
    for word in ("in ", "en ", "في ", "و", "خلال ", "в ", "за ", "during ", "durante "):
        if (
            view.folded.startswith(word, start, stop)
            and stop - start > len(word) + 3
            and found.groupdict().get("since") is None
        ):
            start += len(word)
            break
    return start, stop


def _is_bare_year(groups: dict[str, str]) -> bool:
    return "year" in groups and "year2" not in groups and not any(name in groups for name in _STRONG_GROUPS)


def _may_be_bare_year(view: TextView, found: re.Match[str]) -> bool:
    """A bare year is one where no unit or counted noun follows and no money sign stands before."""
    year = int(found.group("year"))
    if view.language == "zh":
        return True  # 年 stands after it
    if not 1950 <= year <= _LAST_BARE_YEAR:
        return False
    table = load_unit_table(view.language)
    before = view.folded[max(0, found.start("year") - 3) : found.start("year")].rstrip()
    if before.endswith(("$", "€", "£", "¥", "₹", "+", "#", "№", "/")):
        return False
    tail = tokenize(view.folded[found.end("year") : found.end("year") + 40])
    if tail and tail[0].norm in ("%", "٪", "percent", "million", "mil", "mille", "млн", "تحت"):
        return False
    follows = table.after.match(tail, 0) if tail else None
    if follows is not None and view.language == "en" and follows.payload.kind in ("count", "person"):
        # the 2023 crop, a 2019 survey: a noun in the singular counts nothing
        return not tail[follows.last - 1].norm.endswith("s") and tail[follows.last - 1].norm not in _PLURALS
    return follows is None
