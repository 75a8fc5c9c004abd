"""The period of a figure: the time that governs it by clause, or is taken over from the sentence before."""

import re

from nlp.binding.stage import Stage, nearest
from nlp.binding.timeline import DatedSentence, Governor, Timeline
from nlp.model.period import Period, PeriodMention
from nlp.model.quantity import Figure
from nlp.model.span import Span
from nlp.periods.interval import close_period, move_years

_TRAILING_REACH = 100
"""Characters after a figure within which a time behind commas still tells of it."""
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_HARD_BREAK = re.compile(r"[;؛；]")
_EVENT_UNITS = frozenset(("order", "kg", "tonne", "jin", "view", "piece", "package", "egg", "bottle", "session"))
_AHEAD = ("target", "forecast")
_OPENING = 12
"""Characters before a time that opens its sentence: room for a conjunction and a preposition."""


def find_period(
    timeline: Timeline, figure: Figure, *, aspect: str | None, status: str, frequency: str | None
) -> Period | None:
    """When the figure holds; None where the text does not tell. Ages have no period of their own."""
    stage = timeline.stage
    if figure.quantity.unit == "year_of_age" and aspect != "average":
        return None
    dated = timeline.sentence_of(figure)
    owned = dated.owned_by(figure)
    if owned is not None:
        return close_period(owned.period)
    if figure.change == "from":
        return None
    is_ahead = status in _AHEAD or timeline.tells_future(figure)
    usable = [one for one in dated.governors if _is_usable(one, frequency)]
    at = dated.segment_at(figure.start)
    beside = [one.mention for one in usable if one.segment == at]
    chosen = (
        nearest([one for one in beside if _is_told(one)], figure)
        or _before(stage, dated, usable, figure, is_ahead)
        or _trailing(stage, dated, usable, figure)
        or nearest(beside, figure)
    )
    if isinstance(chosen, PeriodMention):
        return _ahead(stage, chosen) if is_ahead else chosen.period
    return _inherited(timeline, figure, aspect)


def _is_usable(governor: Governor, frequency: str | None) -> bool:
    """What is told per month or per year does not hold on the one day that "now" means."""
    return frequency is None or governor.mention.period.basis != "publication"


def _is_told(mention: PeriodMention) -> bool:
    """True for dates, days and lengths; vague words (in recent years) give way to them."""
    period = mention.period
    dated = period.start is not None or period.end is not None
    return dated or period.duration_days is not None or period.precision is not None


def _before(
    stage: Stage, dated: DatedSentence, usable: list[Governor], figure: Figure, is_ahead: bool
) -> PeriodMention | None:
    """The time of the last dated main clause before; behind a semicolon only that which opens the sentence."""
    own = dated.segments[dated.segment_at(figure.start)]
    found: Governor | None = None
    for governor in reversed([one for one in usable if one.mention.end <= figure.start]):
        mention = governor.mention
        if found is not None and governor.segment != found.segment:
            break
        segment = dated.segments[governor.segment]
        between = stage.view.folded[mention.end : figure.start]
        if governor.is_local or between.count(")") > between.count("("):
            continue
        if segment.depth != own.depth and mention.start - dated.segments[0].start > _OPENING:
            continue
        if mention.period.start is None and mention.period.end is None and mention.period.precision != "day":
            continue
        if is_ahead and _is_over(stage, _ahead(stage, mention)):
            continue
        found = governor  # of several in one segment the first: this year the harvest began in May
    return found.mention if found is not None else None


def _is_over(stage: Stage, period: Period) -> bool:
    """True for a time that ended before the publication: nothing is planned for it any more."""
    published, end = stage.context.published_at, period.end
    return published is not None and end is not None and end < published.date()


def _ahead(stage: Stage, mention: PeriodMention) -> Period:
    """The period of what is still to come: "will open in September" means the next one."""
    period = mention.period
    if mention.is_nearest and _is_over(stage, period):
        return move_years(period, 1)
    return period


def _trailing(stage: Stage, dated: DatedSentence, usable: list[Governor], figure: Figure) -> PeriodMention | None:
    """A time behind commas or brackets, no other figure between: "… of 4.8 billion yuan, … , in 2019"."""
    after = next((one for one in usable if one.mention.start >= figure.end), None)
    if after is None or after.is_local:
        return None
    between = stage.view.folded[figure.end : after.mention.start]
    bare = _BRACKETS.sub("", between)
    own = dated.segment_at(figure.start)
    if len(bare) > _TRAILING_REACH or _HARD_BREAK.search(bare) or bare.count(")") + bare.count("）"):
        return None
    if any(one.is_clause for one in dated.segments[own + 1 : after.segment + 1]):
        return None
    inside = [Span(start=figure.end + one.start(), end=figure.end + one.end()) for one in _BRACKETS.finditer(between)]
    others = stage.figures_in(Span(start=figure.end, end=dated.segments[after.segment].end))
    if any(not any(bracket.overlaps(other) for bracket in inside) for other in others):
        return None
    return after.mention


def _inherited(timeline: Timeline, figure: Figure, aspect: str | None) -> Period | None:
    """What the sentence before tells: its day for what happened then ("The tally: …"), its time for a part of it."""
    stage = timeline.stage
    before = stage.sentence_span(figure, back=1)
    if not before.end or stage.in_headline(before.start) or stage.in_headline(figure.start):
        return None
    if stage.view.paragraph_index(before.start) != stage.view.paragraph_index(figure.start):
        return None
    told = [one for one in timeline.sentence_of(before).governors if one.mention.period.start and not one.is_local]
    is_event = aspect == "flow" and (figure.quantity.unit in _EVENT_UNITS or figure.quantity.dimension == "money")
    if timeline.opens_with_part(figure):
        told = told[:1]
    elif is_event:
        told = [one for one in told if one.mention.period.precision == "day" and one.mention.period.open is None][-1:]
    else:
        return None
    period = told[0].mention.period if told else None
    return None if period is None or period.basis == "publication" else period.model_copy(update={"basis": "inherited"})
