"""Which measure a figure tells, with the words that said so."""

from collections.abc import Iterable, Sequence
from functools import cache

from nlp.binding.cue_pack import make_joined_table
from nlp.binding.cues import Cue, find_cues, load_measures
from nlp.binding.stage import Stage
from nlp.model.quantity import Figure
from nlp.model.span import Span, Words
from nlp.pack import LANGUAGES
from nlp.phrase import PhraseTable
from nlp.unit import dimension_of

_OTHER_CLAUSE = 40
"""Characters that a clause border adds to the distance of a word of measure."""
_AFTER = 8
"""Words after the figure count as somewhat farther: "4.8 billion yuan in sales" still beats another clause."""
_VERB_SHARE = 3
"""A verb holds for its whole clause: it counts as if it stood three times as near."""
_WEAK = 80
"""What the counted noun alone tells (households, villages) gives way to all that is said of it in the clause."""
_SHARE_REACH = 30
"""A share is of what follows it: 60 percent of the orders."""
_TELLING = 12
"""Leaving poverty, or finding work, says more than being poor, helped or many."""
_HARD_BREAKS = frozenset(";；؛")
_VERB = "!"
_GROWTH_UNITS = ("times", "percentage_point")
_SHARE_BEFORE = ("zh",)
"""Languages that name what a share is of before it: 占零售额的七成."""


@cache
def _load_words(language: str) -> PhraseTable[str]:
    """Words of all measures of a language, verbs marked; one word may name several, joined by a space."""
    rows: dict[str, list[str]] = {}
    for name, row in load_measures().items():
        rows[name] = row.get("nouns", {}).get(language, [])
        rows[name + _VERB] = row.get("verbs", {}).get(language, [])
    return make_joined_table(language, rows)


@cache
def _default_by_unit() -> dict[str, str]:
    return {unit: name for name, row in load_measures().items() for unit in row.get("default_for", ())}


def find_measure_cues(stage: Stage) -> list[Cue]:
    """All words of measures in the text."""
    if stage.view.language not in LANGUAGES:
        return []
    return find_cues(stage.view.simplified_tokens, _load_words(stage.view.language))


def find_measure(stage: Stage, figure: Figure, cues: Sequence[Cue]) -> tuple[str | None, Words | None]:
    """The measure of the nearest fitting words of the figure's sentence, else what its unit means by default."""
    clause, sentence = stage.clause_at(figure.start), stage.sentence_span(figure)
    best: tuple[int, str, Cue] | None = None
    late: tuple[int, str, Cue] | None = None
    for cue, name, is_verb in _options(cues, sentence):
        is_inside = clause.start <= cue.start < clause.end
        if figure.number.start <= cue.start < figure.number.end or not _fits(stage, figure, name, cue, is_inside):
            continue
        if not is_inside and _is_broken(stage, figure, cue):
            continue
        distance = _distance(figure, cue)
        if not is_inside:
            distance += _OTHER_CLAUSE
        elif is_verb:
            distance //= _VERB_SHARE
        if load_measures()[name].get("is_weak"):
            distance += _WEAK
        elif load_measures()[name].get("is_telling"):
            distance -= _TELLING
        if is_verb and not is_inside and cue.start > figure.start:
            late = min(late or (distance, name, cue), (distance, name, cue), key=lambda one: one[0])
        elif best is None or distance < best[0]:
            best = (distance, name, cue)
    best = best or (late if _default(figure) is None else None)
    if best is not None:
        cue = best[2]
        return best[1], Words(start=cue.start, end=cue.end, surface=stage.view.body[cue.start : cue.end])
    return _default(figure), None


def _options(cues: Sequence[Cue], sentence: Span) -> Iterable[tuple[Cue, str, bool]]:
    for cue in cues:
        if sentence.start <= cue.start < sentence.end:
            for told in cue.says.split():
                yield cue, told.removesuffix(_VERB), told.endswith(_VERB)


def _is_broken(stage: Stage, figure: Figure, cue: Cue) -> bool:
    """A semicolon lies between."""
    between = stage.view.folded[min(cue.end, figure.end) : max(cue.start, figure.start)]
    return any(sign in between for sign in _HARD_BREAKS)


def _distance(figure: Figure, cue: Cue) -> int:
    if figure.start <= cue.start < figure.end:
        return 0
    return figure.start - cue.end if cue.end <= figure.start else cue.start - figure.end + _AFTER


def _default(figure: Figure) -> str | None:
    unit = figure.quantity.unit or ""
    if _is_yield(unit):
        return "yield"
    if _is_price_of_goods(unit):
        return "price"
    return _default_by_unit().get(unit)


def _fits(stage: Stage, figure: Figure, name: str, cue: Cue, is_inside: bool) -> bool:
    """The unit is one of the measure's; a growth may be of any amount of its clause, a share of what it is said of."""
    row, unit, dimension = load_measures()[name], figure.quantity.unit, _dimension(figure)
    units = row["units"]
    if unit is not None and "/" in unit:
        return ("yield" if _is_yield(unit) else "money_rate") in units
    if dimension == "ratio" and unit not in units:
        return is_inside and row.get("of_change", False) and _is_of_it(stage, figure, cue)
    return unit in units or dimension in units or (dimension_of(unit) in units)


def _dimension(figure: Figure) -> str | None:
    """Its dimension; pesos or dinars of a country that cannot be told are money without a unit."""
    if figure.quantity.unit is None and figure.unit_words is not None:
        return "money"
    return figure.quantity.dimension


def _is_of_it(stage: Stage, figure: Figure, cue: Cue) -> bool:
    if figure.change is not None or figure.quantity.unit in _GROWTH_UNITS:
        return True
    if cue.end <= figure.start:
        return stage.view.language in _SHARE_BEFORE
    return cue.start - figure.end <= _SHARE_REACH


def _is_yield(unit: str) -> bool:
    """A mass or volume per area."""
    above, _, below = unit.partition("/")
    return bool(below) and not above.isupper() and dimension_of(below) == "area"


def _is_price_of_goods(unit: str) -> bool:
    """Money per kilogram, litre, bag or piece can only be a price."""
    above, _, below = unit.partition("/")
    packed = ("package", "bottle", "piece", "egg", "pair", "bale", "loaf")
    return above.isupper() and (dimension_of(below) in ("mass", "volume") or below in packed)
