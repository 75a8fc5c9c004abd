"""Aspect of a figure (stock, flow, cumulative, average, peak), by the table that `data/aspects.toml` opens with."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.binding.cue_pack import make_cue_table
from nlp.binding.cues import Cue, find_cues, load_measures
from nlp.binding.stage import Stage
from nlp.model.claim import Aspect
from nlp.model.period import Period
from nlp.model.quantity import Figure
from nlp.pack import load_pack, load_toml
from nlp.phrase import PhraseTable

_GOVERNS_BEFORE = 80
"""Characters before a figure, in another clause of its sentence, within which a word of average still governs it."""
_GOVERNS_AFTER = 25
_LIST_REACH = 30
"""Between two things of one list (1,500 bicycles and 60 tricycles): what happened to the first holds for the second."""
_SHARES = frozenset(("percent", "per_mille"))
_STEPS = frozenset(("increase_by", "decrease_by"))
_STANDING = frozenset(("count", "area"))


@dataclass(frozen=True, slots=True)
class AspectReading:
    """The aspect that the words tell; `is_bounded`: over an interval with both ends it is a flow."""

    aspect: Aspect | None
    is_bounded: bool = False


def find_aspects(stage: Stage, measures: Sequence[str | None]) -> list[AspectReading]:
    """One reading for each figure of the text, in order; `measures` are theirs."""
    cues = find_cues(stage.view.simplified_tokens, _load_words(stage.view.language))
    readings: list[AspectReading] = []
    for position, figure in enumerate(stage.figures):
        readings.append(_read(stage, position, figure, measures[position], cues, readings))
    return readings


def settle_aspect(reading: AspectReading, period: Period | None) -> Aspect | None:
    """The aspect once the period is known: what adds up without end is cumulative, within an interval a flow."""
    if not reading.is_bounded or period is None or period.open is not None or period.basis == "publication":
        return reading.aspect
    is_closed = period.start is not None and period.end is not None
    return "flow" if is_closed or period.duration_days is not None else reading.aspect


@cache
def _units(name: str) -> frozenset[str]:
    return frozenset(load_toml("data/aspects.toml")[name])


@cache
def _load_words(language: str) -> PhraseTable[str]:
    return make_cue_table(language, load_pack(language, "aspect"))


def _read(
    stage: Stage,
    position: int,
    figure: Figure,
    measure: str | None,
    cues: Sequence[Cue],
    before: Sequence[AspectReading],
) -> AspectReading:
    unit = figure.quantity.unit or ""
    if figure.change in _STEPS:
        return AspectReading(None)
    governed = next((says for says in ("peak", "average") if _is_governed(stage, figure, cues, says)), None)
    if governed is not None and unit not in _SHARES:
        return AspectReading("peak" if governed == "peak" else "average")
    told = {cue.says for cue in _of_clause(stage, figure, cues)}
    if unit in _SHARES:
        return AspectReading(_share(figure, told))
    if unit in _units("length"):
        return _length(told)
    if unit in _units("none") or "/" in unit or measure in ("price", "cost"):
        return AspectReading(None)
    if "stock" in told and measure != "poor_people":
        return AspectReading("stock")
    if "cumulative" in told:
        return AspectReading("cumulative")
    base = _base(figure, measure)
    if base == "stock":
        return _standing(stage, position, told, before)
    if "since" in told or _is_since(stage, figure, cues):
        return AspectReading("cumulative")
    if base == "cumulative" or "total" in told:
        return AspectReading("cumulative", is_bounded=True)
    return AspectReading(base)


def _share(figure: Figure, told: set[str]) -> Aspect | None:
    if figure.change is not None or "terms" in told:
        return None
    return "flow" if "flows" in told else "stock"


def _length(told: set[str]) -> AspectReading:
    if "stock" in told:
        return AspectReading("stock")
    return AspectReading("cumulative", is_bounded=True) if "event" in told else AspectReading(None)


def _base(figure: Figure, measure: str | None) -> Aspect:
    """What such figures usually are: by their measure, else by their unit."""
    unit = figure.quantity.unit or ""
    if measure is not None and "aspect" in load_measures()[measure]:
        aspect: Aspect = load_measures()[measure]["aspect"]
        return aspect
    return "stock" if figure.quantity.dimension in _STANDING and unit not in _units("flow") else "flow"


def _standing(stage: Stage, position: int, told: set[str], before: Sequence[AspectReading]) -> AspectReading:
    """What stands is a stock unless the clause, or the list it goes on with, says what happened to it."""
    if "event" in told:
        return AspectReading("cumulative", is_bounded=True)
    if position and before[position - 1].is_bounded:
        earlier, figure = stage.figures[position - 1], stage.figures[position]
        is_near = 0 <= figure.start - earlier.end <= _LIST_REACH
        if is_near and not any(sign in stage.view.folded[earlier.end : figure.start] for sign in ".;()。；（）؛"):
            return AspectReading("cumulative", is_bounded=True)
    return AspectReading("stock")


def _of_clause(stage: Stage, figure: Figure, cues: Sequence[Cue]) -> list[Cue]:
    clause = stage.clause_at(figure.start)
    return [cue for cue in cues if clause.start <= cue.start < clause.end]


def _is_since(stage: Stage, figure: Figure, cues: Sequence[Cue]) -> bool:
    """So far this year, …: at the head of the sentence it holds for what follows."""
    sentence = stage.sentence_span(figure)
    near = (cue for cue in cues if cue.says == "since" and sentence.start <= cue.start < figure.start)
    return any(figure.start - cue.end <= _GOVERNS_BEFORE for cue in near)


def _is_governed(stage: Stage, figure: Figure, cues: Sequence[Cue], says: str) -> bool:
    """The word stands before the figure with no other between, or right behind it with none that follows."""
    sentence, clause = stage.sentence_span(figure), stage.clause_at(figure.start)
    for cue in cues:
        if cue.says != says or not sentence.start <= cue.start < sentence.end:
            continue
        is_inside = clause.start <= cue.start < clause.end
        if cue.end <= figure.start:
            between = [one for one in stage.figures if cue.end <= one.start < figure.start and _counts(one, figure)]
            if not between and (is_inside or figure.start - cue.end <= _GOVERNS_BEFORE):
                return True
        elif figure.start <= cue.start < figure.end:
            return True
        elif is_inside and cue.start - figure.end <= _GOVERNS_AFTER:
            following = [one for one in stage.figures if cue.end <= one.start < clause.end]
            if not following and not [one for one in stage.figures if figure.end <= one.start < cue.start]:
                return True
    return False


def _counts(other: Figure, figure: Figure) -> bool:
    """Steps, and the value it came from, do not take the word away from the value it came to."""
    if other.change in _STEPS:
        return False
    return not (other.change == "from" and figure.change is not None)
