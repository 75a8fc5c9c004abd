"""Places and products: found in news text, beside the tokenisers of blank spaCy pipelines alone on the same text."""

from bench.annotation import load_tokenizer
from bench.by_language import measure_by_language
from bench.folder import RunFolder
from bench.measure import Measurement
from nlp.context import Context
from nlp.organisation import find_organisations
from nlp.places.find import find_places
from nlp.product import find_products
from nlp.text_view import make_text_view


def measure_ours(folder: RunFolder, *, keeps: bool) -> Measurement:
    """Find the places, organisations and products of each text."""
    del folder, keeps
    return measure_by_language(find_all)


def measure_baseline(folder: RunFolder) -> Measurement:
    """Let spaCy cut each text into tokens."""
    del folder
    return measure_by_language(lambda text, language: load_tokenizer(language)(text))


def find_all(text: str, language: str) -> int:
    """Return how many places and products a text has."""
    view = make_text_view(text, language=language)
    organisations = find_organisations(view)
    return len(find_places(view, Context(), masked=organisations)) + len(find_products(view, masked=organisations))
