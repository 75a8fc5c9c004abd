"""Reads a part of the corpus as the command does, for its outcomes."""

from itertools import chain

from nlp.context import Context
from nlp.model.article import Reading
from nlp.model.identity import make_article_id
from nlp.reader import read_text
from tests.quality.gold import GoldArticle, load_half
from tests.quality.scoring import score_article
from tests.quality.sentences import load_sentences
from tests.quality.tally import Outcome

KINDS = ("all", "articles", "sentences")
"""What of a half is measured: articles annotated whole, sentences with their figures alone, or both."""


def read_gold(article: GoldArticle) -> Reading:
    """The reading of an annotated article's text; of its annotation only language and date are known to it."""
    return read_text(
        article.text,
        article_id=make_article_id(article.id),
        language=article.language,
        context=Context(published_at=article.published_at),
    )


def measure_half(half: str, *, language: str | None = None, kind: str = "all") -> tuple[Outcome, ...]:
    """Outcomes of a half ("dev", "gate" or "reference"), of one language or of all, and of one of the kinds."""
    articles = load_half(half) if kind != "sentences" else ()
    sentences = load_sentences(half) if kind != "articles" else ()
    return tuple(
        outcome
        for article in chain(articles, sentences)
        if language in (None, article.language)
        for outcome in score_article(article, read_gold(article))
    )
