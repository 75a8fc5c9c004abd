"""Other readers of quantities on the English text of the benchmark, where they are installed (extra `bench`)."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from bench.figures_and_periods import find_all
from bench.measure import Measurement, Reader, measure_each, read_peak_bytes
from bench.news import count_words, make_news

_TEXTS = 4
"""Of the slowest a thousand words take ten seconds."""


def measure_reader(reader: Reader) -> Measurement | None:
    """Read the same English texts with one reader; None where it is not installed."""
    try:
        read = _open_reader(reader)
    except ImportError:
        return None
    texts = make_news("en", 1)[:_TEXTS]
    measured = measure_each(lambda: texts, read, warm=_TEXTS)
    words = sum(count_words(text, "en") for text in texts)
    return Measurement(items=words, seconds=measured.seconds, peak_bytes=read_peak_bytes())


def _open_reader(reader: Reader) -> Callable[[str], object]:
    if reader == "ruralwire":
        return lambda text: find_all(text, "en")
    if reader == "quantulum3":
        parse: Callable[[str], object] = import_module("quantulum3.parser").parse
        return parse
    models = _load_recognizers()
    return lambda text: [model.parse(text) for model in models]


def _load_recognizers() -> list[Any]:
    """The models of numbers, of numbers with a unit, and of dates and times."""
    culture = import_module("recognizers_text").Culture.English
    units = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(culture)
    return [
        import_module("recognizers_number").NumberRecognizer(culture).get_number_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
        units.get_age_model(),
        units.get_temperature_model(),
        import_module("recognizers_date_time").DateTimeRecognizer(culture).get_datetime_model(),
    ]
