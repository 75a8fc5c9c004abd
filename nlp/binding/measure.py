"""Which measure a figure tells, with the words that said so."""

from functools import cache

from nlp.binding.cue_pack import make_joined_table
from nlp.binding.cues import Cue, find_cues, load_measures
from nlp.binding.stage import Stage
from nlp.model.quantity import Figure
from nlp.model.span import Words
from nlp.pack import LANGUAGES
from nlp.phrase import PhraseTable
from nlp.unit import dimension_of

_FAR = 10_000
_OTHER_CLAUSE = 40
"""Characters that a clause border adds to the distance of a word of measure."""
_AFTER = 8
"""Words after the figure count as somewhat farther: "4.8 billion yuan in sales" still beats another clause."""


@cache
def _load_words(language: str) -> PhraseTable[str]:
    """Words of all measures of a language; one word may name several, joined by a space."""
    return make_joined_table(language, {name: row.get(language, ()) for name, row in load_measures().items()})


@cache
def _default_by_unit() -> dict[str, str]:
    return {unit: name for name, row in load_measures().items() for unit in row.get("default_for", ())}


def find_measure_cues(stage: Stage) -> list[Cue]:
    """All words of measures in the text."""
    if stage.view.language not in LANGUAGES:
        return []
    return find_cues(stage.tokens, _load_words(stage.view.language))


def find_measure(stage: Stage, figure: Figure, cues: list[Cue]) -> tuple[str | None, Words | None]:
    """The measure of the nearest fitting words of the figure's sentence, else what its unit means by default."""
    unit, dimension = figure.quantity.unit, figure.quantity.dimension
    sentence = stage.sentence_span(figure)
    clause = stage.clause_at(figure.start)
    best: tuple[int, str, Cue] | None = None
    for cue in cues:
        if not (sentence.start <= cue.start < sentence.end):
            continue
        if figure.number.start <= cue.start < figure.number.end:
            continue
        for name in cue.says.split():
            if not _fits(name, unit, dimension):
                continue
            if figure.start <= cue.start < figure.end:
                distance = 0
            elif cue.end <= figure.start:
                distance = figure.start - cue.end
            else:
                distance = cue.start - figure.end + _AFTER
            if not (clause.start <= cue.start < clause.end):
                distance += _OTHER_CLAUSE
            distance -= _specific(name)
            if best is None or distance < best[0]:
                best = (distance, name, cue)
    if best is not None:
        cue = best[2]
        return best[1], Words(start=cue.start, end=cue.end, surface=stage.view.body[cue.start : cue.end])
    return _default_by_unit().get(unit or ""), None


def _fits(name: str, unit: str | None, dimension: str | None) -> bool:
    units = load_measures()[name]["units"]
    if unit is not None and "/" in unit:
        return "rate" in units
    return unit in units or dimension in units or (dimension_of(unit) == "count" and "count" in units)


def _specific(name: str) -> int:
    """Leaving poverty says more than being poor or being many."""
    return 12 if name.endswith("out_of_poverty") else 0
