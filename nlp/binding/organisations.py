"""Organisations that a figure is about."""

from nlp.binding.stage import Stage
from nlp.binding.subject import Telling
from nlp.binding.things import make_binding
from nlp.model.mention import Binding, Mention
from nlp.model.quantity import Figure


def bind_organisations(
    telling: Telling, figure: Figure, subject: Binding | None, attribution: Binding | None
) -> tuple[Binding, ...]:
    """The organisation that is the subject, and those of its sentence that take part; not who merely reports."""
    stage = telling.stage
    bindings = [subject] if subject is not None and _is_organisation(stage, subject) else []
    seen = {one.concept_id or one.surface for one in bindings}
    for mention in stage.mentions_in(stage.sentence_span(figure), "organisation"):
        key = mention.concept_id or mention.surface
        if key in seen or not _takes_part(telling, figure, mention, attribution):
            continue
        seen.add(key)
        bindings.append(make_binding(stage, figure, mention))
    return tuple(bindings)


def _is_organisation(stage: Stage, subject: Binding) -> bool:
    return any(one.kind == "organisation" and one.start == subject.start for one in stage.mentions)


def _takes_part(telling: Telling, figure: Figure, mention: Mention, attribution: Binding | None) -> bool:
    """Named before the figure as a means or an actor, or in its clause; never the figure's source."""
    if attribution is not None and attribution.start <= mention.start < attribution.end:
        return False
    actor = next((one for one in telling.cast.actors if one.words.start == mention.start), None)
    if actor is None:
        return False  # an agency whose report this is
    if any(one.begins <= mention.start < one.ends for one in telling.sayings):
        return False
    clause = telling.stage.clause_at(figure.start)
    if clause.start <= mention.start < clause.end:
        return True
    return mention.start < figure.start and actor.kind != "authority"
