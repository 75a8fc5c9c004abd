"""Finds the words of a text that say per what time: monthly, سنويا, 每月."""

from nlp.model.period import FrequencyMention
from nlp.pack import LANGUAGES
from nlp.periods.pack import load_period_pack
from nlp.text_view import TextView


def find_frequencies(view: TextView) -> tuple[FrequencyMention, ...]:
    """Return the words that say per what time, in order; a frequency is not a period."""
    if view.language not in LANGUAGES:
        return ()
    pack = load_period_pack(view.language)
    found: list[FrequencyMention] = []
    for match in pack.frequency.find_all(view.tokens):
        if match.start and view.folded[match.start - 1] in pack.not_after:
            continue
        surface = view.body[match.start : match.end]
        found.append(FrequencyMention(start=match.start, end=match.end, surface=surface, frequency=match.payload))
    return tuple(found)
