"""Figures and periods: found in news text, beside the tokenisers of blank spaCy pipelines alone on the same text."""

from bench.annotation import load_tokenizer
from bench.by_language import measure_by_language
from bench.folder import RunFolder
from bench.measure import Measurement
from nlp.context import Context
from nlp.figures.find import find_figures
from nlp.periods.find import find_periods
from nlp.periods.frequency import find_frequencies
from nlp.text_view import make_text_view


def measure_ours(folder: RunFolder, *, keeps: bool) -> Measurement:
    """Find the figures, periods and frequencies of each text; spaCy's tokenising is not part of it."""
    del folder, keeps
    return measure_by_language(find_all)


def measure_baseline(folder: RunFolder) -> Measurement:
    """Let spaCy cut each text into tokens."""
    del folder
    return measure_by_language(lambda text, language: load_tokenizer(language)(text))


def find_all(text: str, language: str) -> int:
    """Return how many figures, periods and frequencies a text has."""
    view, context = make_text_view(text, language=language), Context()
    periods = find_periods(view, context)
    return len(find_figures(view, context, periods=periods)) + len(periods) + len(find_frequencies(view))
