"""Status, aspect and level of a figure, by the words around it."""

from nlp.binding.cues import Cue, load_measures
from nlp.binding.stage import Stage
from nlp.model.claim import Aspect, Level, Status
from nlp.model.mention import Binding
from nlp.model.period import Period
from nlp.model.quantity import Figure

_STOCK_UNITS = frozenset(
    ("household", "village", "township", "county", "city", "town", "province", "country", "store", "station", "company",
     "cooperative", "platform", "mu", "hectare", "acre", "feddan", "dunam", "square_km", "square_metre", "account",
     "product_type", "farm", "workshop", "project", "job", "head", "district", "region", "person")
)  # fmt: skip
_NO_ASPECT_UNITS = frozenset(
    ("year_of_age", "day", "hour", "minute", "second", "week", "month", "year", "km", "metre", "mile", "li", "foot",
     "times", "percentage_point", "degree_celsius")
)  # fmt: skip
_NEAR = 60
"""Characters before a figure within which a cue of status still speaks of it, when no clause border lies between."""
_STATUS_AFTER = 25


def find_status(stage: Stage, figure: Figure, cues: list[Cue]) -> Status:
    """What the words claim: reported unless a cue in the figure's clause, or close before it, says otherwise."""
    clause, sentence = stage.clause_at(figure.start), stage.sentence_span(figure)
    best: tuple[int, str] | None = None
    for cue in cues:
        if not sentence.start <= cue.start < sentence.end:
            continue
        before = figure.start - cue.end
        same_clause = clause.start <= cue.start < clause.end
        if cue.says == "threshold":
            if not (same_clause and 0 <= before <= 12):
                continue
        elif before >= 0:
            if not same_clause and before > _NEAR:
                continue
        elif not same_clause or cue.start - figure.end > _STATUS_AFTER:
            continue
        distance = abs(before)
        if best is None or distance < best[0]:
            best = (distance, cue.says)
    return best[1] if best is not None else "reported"  # type: ignore[return-value]  # the pack's keys


def find_aspect(
    stage: Stage, figure: Figure, cues: list[Cue], measure: str | None, period: Period | None
) -> Aspect | None:
    """Peak, average and cumulative by their words, in the clause first; else what the measure usually is."""
    clause, sentence = stage.clause_at(figure.start), stage.sentence_span(figure)
    told = [cue for cue in cues if clause.start <= cue.start < clause.end]
    unit = figure.quantity.unit or ""
    for says in ("peak", "average", "cumulative"):
        for cue in told:
            is_odd = (says == "cumulative" and unit in _NO_ASPECT_UNITS) or (says == "average" and unit == "percent")
            if cue.says == says and not is_odd:
                return says
    if unit in _NO_ASPECT_UNITS or "/" in unit or measure == "price":
        return None
    near = [cue for cue in cues if sentence.start <= cue.start < figure.start and figure.start - cue.end <= _NEAR]
    for cue in near:
        if cue.says == "average" or (cue.says == "cumulative" and figure.quantity.dimension != "ratio"):
            return cue.says  # type: ignore[return-value]  # one of the aspects
    if unit in ("percent", "per_mille"):
        if figure.change is not None or measure in ("market_share", "income"):
            return None
        return "stock"
    if measure is not None and "aspect" in load_measures()[measure]:
        aspect: Aspect = load_measures()[measure]["aspect"]
        if aspect == "cumulative" and period is not None and period.duration_days is not None:
            return "flow"
        return aspect
    if unit in _STOCK_UNITS:
        return "stock"
    return "flow"


def find_level(figure: Figure, subject: Binding | None, subject_kind: str | None, measure: str | None) -> Level | None:
    """Whose number it is: of one person, firm, programme or platform, else of an area."""
    if figure.quantity.unit == "year_of_age" and subject_kind in (None, "person"):
        return "individual"
    if measure == "family_size":
        return "individual"
    if subject is None or subject_kind is None:
        return "area"
    levels: dict[str, Level] = {
        "person": "individual", "platform": "platform", "firm": "firm", "programme": "programme",
    }  # fmt: skip
    return levels.get(subject_kind, "area")
