"""Measures work on news texts in each language apart."""

from collections.abc import Callable

from bench.measure import Measurement, Part, Stopwatch, read_peak_bytes
from bench.news import CHARACTERS_PER_WORD, count_figures, count_words, make_news
from nlp.pack import LANGUAGES

_COPIES = 2
_WARM = 4
"""Texts: with the first ones the packs of their language are loaded."""


def measure_by_language(work: Callable[[str, str], object]) -> Measurement:
    """Return how long `work` takes for the texts of each language; it is given a text and its language."""
    parts: dict[str, Part] = {}
    for language in LANGUAGES:
        texts = make_news(language, _COPIES)
        for text in texts[:_WARM]:
            work(text, language)
        watch = Stopwatch()
        for text in texts:
            with watch:
                work(text, language)
        words = sum(count_words(text, language) for text in texts)
        figures = sum(count_figures(text, language) for text in texts)
        scale, unit = (CHARACTERS_PER_WORD, "characters") if language == "zh" else (1, "words")
        parts[language] = Part(unit=unit, items=words * scale, seconds=watch.seconds, figures=figures)
    items = sum(one.items // (CHARACTERS_PER_WORD if one.unit == "characters" else 1) for one in parts.values())
    seconds = sum(one.seconds for one in parts.values())
    return Measurement(items=items, seconds=seconds, peak_bytes=read_peak_bytes(), parts=parts)
