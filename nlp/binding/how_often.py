"""Per what time a figure is told: a month, yearly, 每日."""

from nlp.binding.stage import Stage, nearest
from nlp.model.period import Frequency
from nlp.model.quantity import Figure

_REACH = 30


def find_frequency(stage: Stage, figure: Figure) -> Frequency | None:
    """Per what time, told near the figure in its clause; "daily" of a best day is its frequency too."""
    clause = stage.phrase_at(figure.start)
    near = [
        one
        for one in stage.frequencies
        if clause.start <= one.start < clause.end
        and (0 <= one.start - figure.end <= _REACH or 0 <= figure.start - one.end <= _REACH)
    ]
    chosen = nearest(near, figure)
    return next((one.frequency for one in near if one is chosen), None)
