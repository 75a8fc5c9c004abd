"""Reads a part of the corpus as the command does, for its outcomes."""

from nlp.context import Context
from nlp.model.article import Reading
from nlp.model.identity import make_article_id
from nlp.reader import read_text
from tests.quality.gold import GoldArticle, load_half
from tests.quality.scoring import score_article
from tests.quality.tally import Outcome


def read_gold(article: GoldArticle) -> Reading:
    """The reading of an annotated article's text; of its annotation only language and date are known to it."""
    return read_text(
        article.text,
        article_id=make_article_id(article.id),
        language=article.language,
        context=Context(published_at=article.published_at),
    )


def measure_half(half: str, *, language: str | None = None) -> tuple[Outcome, ...]:
    """Outcomes of all articles of a half ("dev", "gate" or "reference"), of one language or of all."""
    return tuple(
        outcome
        for article in load_half(half)
        if language in (None, article.language)
        for outcome in score_article(article, read_gold(article))
    )
