"""Status and level of a figure, by the words around it."""

from nlp.binding.cues import Cue
from nlp.binding.stage import Stage
from nlp.model.claim import Level, Status
from nlp.model.mention import Binding
from nlp.model.quantity import Figure

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
