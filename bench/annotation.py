"""Annotation: a text to its mentions and claims, beside the tokenisers of blank spaCy pipelines alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

import spacy
from spacy.language import Language

from bench.folder import BenchText, RunFolder
from bench.measure import Measurement, measure_each
from nlp.context import Context
from nlp.model.article import Reading
from nlp.pack import LANGUAGES
from nlp.reader import read_text
from search_api.index.record import IndexedArticle

_WARM = 24
"""Texts of every language: with the first of each its lexicons are loaded."""
_INDEXED_AT = datetime(2026, 11, 1, tzinfo=UTC)


def measure_ours(folder: RunFolder, *, keeps: bool) -> Measurement:
    """Read each text; `keeps` leaves the readings for the next step."""
    measured = measure_each(folder.read_texts, _read, warm=_WARM)
    if keeps:
        folder.keep_articles(_read_articles(folder))
    return measured


def measure_baseline(folder: RunFolder) -> Measurement:
    """Let spaCy cut each text into tokens."""
    return measure_each(folder.read_texts, lambda one: load_tokenizer(one.text.language)(one.text.body), warm=_WARM)


def _read(one: BenchText) -> Reading:
    return read_text(
        one.text.body,
        article_id=one.article.id,
        text_id=one.text.id,
        language=one.text.language,
        title=one.article.title or None,
        context=Context(published_at=one.article.published_at),
    )


def _read_articles(folder: RunFolder) -> Iterator[IndexedArticle]:
    for one in folder.read_texts():
        yield IndexedArticle(article=one.article, text=one.text, reading=_read(one), indexed_at=_INDEXED_AT)


@cache
def load_tokenizer(language: str) -> Language:
    """Return a blank spaCy pipeline, which does nothing but cut a text into tokens."""
    return spacy.blank(language if language in LANGUAGES else "xx")
