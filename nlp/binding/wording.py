"""Status and level of a figure, by the words around it."""

from nlp.binding.cues import Cue
from nlp.binding.stage import Stage
from nlp.model.claim import Level, Status
from nlp.model.mention import Binding
from nlp.model.quantity import Figure

_NEAR = 60
"""Characters before a figure within which a cue of status still speaks of it, when no clause border lies between."""
_STATUS_AFTER = 25
_HUMANS = ("person", "official")
_LIMITS = frozenset(("more_than", "less_than", "at_least", "up_to", "range"))
"""People over 60 are many."""
_LEVELS: dict[str, Level | None] = {
    "person": "individual", "official": None, "platform": "platform", "firm": "firm", "programme": "programme",
    "authority": "programme",
}  # fmt: skip


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


def find_level(
    figure: Figure, subject: Binding | None, subject_kind: str | None, measure: str | None, *, is_of_class: bool
) -> Level | None:
    """Whose number it is: of one person, firm, programme or platform, else of an area.

    What an authority pays, gives or builds is a programme's; an official has no level of his own; the age of
    somebody whom no name tells is still one person's, unless it is that of a class (`is_of_class`).
    """
    if figure.quantity.unit == "year_of_age":
        is_one = subject is None and not is_of_class and figure.modifier not in _LIMITS
        if is_one or subject_kind in _HUMANS:
            return "individual"
    if measure == "family_size":
        return "individual"
    if subject is None or subject_kind is None:
        return "area"
    return _LEVELS[subject_kind]
