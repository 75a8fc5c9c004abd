"""The period and the frequency of a figure."""

from datetime import date

from nlp.binding.cues import Cue
from nlp.binding.stage import Stage, nearest
from nlp.model.period import Frequency, Period, PeriodMention
from nlp.model.quantity import Figure
from nlp.model.span import Span

_FREQUENCY_REACH = 30
_EVENT_UNITS = frozenset(("order", "kg", "tonne", "jin", "view", "piece", "package", "egg", "bottle", "session"))
_INHERITED_PRECISIONS = ("day", "month")
_HARD_BREAKS = frozenset(";؛；")


def find_period(stage: Stage, figure: Figure, aspect: str | None, now_cues: list[Cue]) -> Period | None:
    """When the figure holds: stated in its clause or sentence, said to be now, or inherited from the event before."""
    sentence = stage.sentence_span(figure)
    here = [one for one in stage.periods if sentence.start <= one.start < sentence.end and _anchors(one)]
    clause = stage.clause_at(figure.start)
    in_clause = [one for one in here if clause.start <= one.start < clause.end]
    chosen = nearest(in_clause, figure) or _before(stage, here, figure) or _trailing(stage, here, figure)
    if isinstance(chosen, PeriodMention):
        return chosen.period
    now = _now(stage, figure, now_cues)
    if now is not None:
        return now
    return _inherited(stage, figure, aspect)


def find_frequency(stage: Stage, figure: Figure) -> Frequency | None:
    """Per what time, told near the figure in its clause; "daily" of a best day is its frequency too."""
    clause = stage.clause_at(figure.start)
    near = [
        one
        for one in stage.frequencies
        if clause.start <= one.start < clause.end
        and (0 <= one.start - figure.end <= _FREQUENCY_REACH or 0 <= figure.start - one.end <= _FREQUENCY_REACH)
    ]
    chosen = nearest(near, figure)
    return next((one.frequency for one in near if one is chosen), None)


def _anchors(mention: PeriodMention) -> bool:
    """Minutes and hours say how long something took, not when."""
    period = mention.period
    return not (period.duration_days == 0 and period.start is None and period.end is None)


def _before(stage: Stage, here: list[PeriodMention], figure: Figure) -> PeriodMention | None:
    """The last period before the figure in its sentence, unless a semicolon lies between."""
    for mention in reversed([one for one in here if one.end <= figure.start]):
        between = stage.view.folded[mention.end : figure.start]
        if any(sign in between for sign in _HARD_BREAKS):
            return None
        if between.count(")") > between.count("("):
            continue  # it stands in brackets that were closed: it tells something of what is before them
        if mention.period.start is None and mention.period.end is None and mention.period.precision != "day":
            continue
        return mention
    return None


def _trailing(stage: Stage, here: list[PeriodMention], figure: Figure) -> PeriodMention | None:
    """A period after the figure where no other figure stands between: "… of 4.8 billion yuan, in 2019"."""
    for mention in here:
        if mention.start < figure.end:
            continue
        between = Span(start=figure.end, end=mention.start)
        if not stage.figures_in(between) and mention.start - figure.end <= _FREQUENCY_REACH:
            return mention
        return None
    return None


def _now(stage: Stage, figure: Figure, cues: list[Cue]) -> Period | None:
    published = stage.context.published_at
    clause = stage.clause_at(figure.start)
    cue = next((one for one in cues if clause.start <= one.start < clause.end), None)
    if published is None or cue is None:
        return None
    day: date = published.date()
    surface = stage.view.body[cue.start : cue.end]
    return Period(start=day, end=day, precision="day", basis="publication", surface=surface, span=(cue.start, cue.end))


def _inherited(stage: Stage, figure: Figure, aspect: str | None) -> Period | None:
    """The day or month of the sentence before, for what happened then: "On March 15 … The tally at the end: …"."""
    if aspect not in ("flow",) or stage.in_headline(figure.start):
        return None
    before = stage.sentence_span(figure, back=1)
    if not before.end or stage.in_headline(before.start):
        return None
    if stage.view.paragraph_index(before.start) != stage.view.paragraph_index(figure.start):
        return None
    if figure.quantity.unit not in _EVENT_UNITS and figure.quantity.dimension != "money":
        return None
    for mention in reversed([one for one in stage.periods if before.start <= one.start < before.end]):
        period = mention.period
        if period.precision in _INHERITED_PRECISIONS and period.open is None and period.start is not None:
            return period.model_copy(update={"basis": "inherited"})
    return None
