"""Finds the words of a text that say per what time: monthly, سنويا, 每月."""

from nlp.lexer import tokenize
from nlp.model.period import FrequencyMention
from nlp.pack import LANGUAGES
from nlp.periods.pack import load_period_pack
from nlp.text_view import TextView


def find_frequencies(view: TextView) -> tuple[FrequencyMention, ...]:
    """Return the words that say per what time, in order; a frequency is not a period."""
    if view.language not in LANGUAGES:
        return ()
    table = load_period_pack(view.language).frequency
    tokens = tokenize(view.folded)
    found: list[FrequencyMention] = []
    index = 0
    while index < len(tokens):
        match = table.match(tokens, index) if tokens[index].kind != "sym" else None
        if match is None:
            index += 1
            continue
        surface = view.body[match.start : match.end]
        found.append(FrequencyMention(start=match.start, end=match.end, surface=surface, frequency=match.payload))
        index = match.last
    return tuple(found)
