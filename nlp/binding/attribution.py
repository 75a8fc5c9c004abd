"""On whose word a figure stands."""

from collections.abc import Sequence

from nlp.binding.saying import Saying
from nlp.binding.stage import Stage
from nlp.binding.things import make_binding
from nlp.model.mention import Binding
from nlp.model.quantity import Figure

_CONFIDENCE = 0.7
_AGE = "year_of_age"


def find_attribution(stage: Stage, figure: Figure, sayings: Sequence[Saying]) -> Binding | None:
    """The source whose words the figure is in: of several the last that begins before it; ages are nobody's word."""
    if figure.quantity.unit == _AGE:
        return None
    saying = saying_of(figure, sayings)
    if saying is None:
        return None
    source = saying.source
    if source.words.start <= figure.start < source.words.end:
        return None
    if source.mention is not None:
        return make_binding(stage, figure, source.mention)
    return Binding(
        start=source.words.start,
        end=source.words.end,
        surface=source.words.surface,
        found_in=stage.found_in(figure, source.words),
        confidence=_CONFIDENCE,
    )


def saying_of(figure: Figure, sayings: Sequence[Saying]) -> Saying | None:
    """The saying that covers a figure: the last that begins before it, else the first one behind it."""
    covering = [one for one in sayings if one.covers(figure.start)]
    before = [one for one in covering if one.begins <= figure.start]
    return before[-1] if before else next(iter(covering), None)
