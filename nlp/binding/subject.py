"""Who or what a number is about: a person, a platform or firm, a programme."""

from nlp.binding.cues import Cue
from nlp.binding.stage import Stage
from nlp.binding.things import make_binding
from nlp.model.mention import Binding
from nlp.model.quantity import Figure
from nlp.model.span import Span, Words

_PERSON_CONFIDENCE = 0.8
_MOST_BACK = 2
"""How many sentences back a subject may stand that goes on being spoken of."""


def find_subject(
    stage: Stage,
    figure: Figure,
    persons: tuple[Words, ...],
    org_types: dict[str, str],
    own_cues: list[Cue],
    said: set[int],
) -> tuple[Binding | None, str | None]:
    """The subject's binding and its kind (person, platform, firm, programme), or (None, None).

    `org_types`: type of each organisation by concept id; `said`: starts of persons who merely say something.
    """
    sentence = stage.sentence_span(figure)
    if figure.quantity.unit == "year_of_age":
        person = _nearest_person(persons, sentence, figure)
        return (_bind_person(stage, figure, person), "person") if person else (None, None)
    acting = [one for one in persons if sentence.start <= one.start < figure.start and one.start not in said]
    organisations = [
        one
        for one in stage.mentions_in(sentence, "organisation")
        if one.start < figure.start and _acts(org_types, one.concept_id)
    ]
    last_person = acting[-1] if acting else None
    last_org = organisations[-1] if organisations else None
    if last_person and (last_org is None or last_person.start > last_org.start or _owns(own_cues, stage, figure)):
        return _bind_person(stage, figure, last_person), "person"
    if last_org is not None:
        return make_binding(stage, figure, last_org), org_types.get(last_org.concept_id or "")
    if _owns(own_cues, stage, figure) and not stage.mentions_in(sentence, "organisation"):
        for back in range(1, _MOST_BACK + 1):
            before = stage.sentence_span(figure, back=back)
            named = [one for one in persons if before.start <= one.start < before.end and one.start not in said]
            if named:
                return _bind_person(stage, figure, named[-1]), "person"
    return None, None


def _acts(org_types: dict[str, str], concept_id: str | None) -> bool:
    return org_types.get(concept_id or "") in ("platform", "firm")


def _owns(cues: list[Cue], stage: Stage, figure: Figure) -> bool:
    """A word such as "her", 她 or عائلته before the figure in its sentence."""
    sentence = stage.sentence_span(figure)
    return any(sentence.start <= cue.start < figure.start for cue in cues)


def _nearest_person(persons: tuple[Words, ...], sentence: Span, figure: Figure) -> Words | None:
    near = [one for one in persons if sentence.start <= one.start < sentence.end]
    return min(near, key=lambda one: abs(one.start - figure.start), default=None)


def _bind_person(stage: Stage, figure: Figure, person: Words) -> Binding:
    return Binding(
        start=person.start,
        end=person.end,
        surface=person.surface,
        found_in=stage.found_in(figure, person),
        confidence=_PERSON_CONFIDENCE,
    )
