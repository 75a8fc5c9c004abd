"""The class that a figure is restricted to: poor counties, rural households, agents."""

import re
from functools import cache

from nlp.binding.stage import Stage
from nlp.model.quantity import Figure
from nlp.model.span import Words
from nlp.pack import load_pack


@cache
def _qualified(language: str) -> re.Pattern[str] | None:
    """A counted noun with a word such as poor or rural, from the pack."""
    words = load_pack(language, "claim").get("population", ())
    return re.compile("|".join(words)) if words else None


def find_population(stage: Stage, figure: Figure) -> Words | None:
    """Words within or right after the figure that say which ones are counted; None where they do not."""
    unit_words = figure.unit_words
    if unit_words is None or figure.quantity.dimension != "count":
        return None
    pattern = _qualified(stage.view.language)
    if pattern is None:
        return None
    clause = stage.clause_at(figure.start)
    end = min(clause.end, unit_words.end + 25)
    found = pattern.search(stage.view.folded, unit_words.start, end)
    if found is None:
        return None
    start, stop = min(unit_words.start, found.start()), max(unit_words.end, found.end())
    return Words(start=start, end=stop, surface=stage.view.body[start:stop])
