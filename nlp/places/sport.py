"""Where a text tells of sport: there a bare name of a town or country is a team."""

import re
from collections.abc import Iterator

from nlp.places.pack import PlacePack

# The digit stands before the look behind it: an expression that begins with a class passes over all else at once.
_SCORE = re.compile(r"[0-9](?<![\d.,:/-].)[0-9]{0,2}\s?[-–:比]\s?\d{1,3}(?![\d.,:/-])")
_LEAST_CUES = 2
"""Different words of sport in a paragraph: one alone may be a figure of speech (goal, match, coach)."""


def find_sport(text: str, pack: PlacePack) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs, as [start, end), that tell of sport; a headline goes with the paragraph below it."""
    if pack.sport.cues is None:
        return ()
    found: list[tuple[int, int]] = []
    headline: int | None = None
    for start, end in _paragraphs(text):
        cues = {cue.group() for cue in pack.sport.cues.finditer(text, start, end)}
        has_score = _SCORE.search(text, start, end) is not None
        if len(cues) + has_score >= _LEAST_CUES:
            found.append((start if headline is None else headline, end))
        headline = start if _is_headline(text, start, end) else None
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def _is_headline(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip()[-1:] not in (".", "。", "!", "?", "؟", "…")
