"""What became of a capture: the articles and texts read from it, or a rejection."""

from datetime import datetime

from nlp.model.article import Article, Capture, Rejection, Text
from nlp.model.span import Record, Span


class PageHint(Record):
    """What was known of a page before it was fetched."""

    title: str = ""
    published_at: str = ""
    """As the feed or sitemap states it, in ISO form."""
    via: str = ""
    """feed, sitemap, listing, page or user."""
    found_on: str = ""
    """URL of the feed, sitemap or listing."""


NO_HINT = PageHint()


class ReadArticle(Record):
    """One article that a capture shows. The body stands in the archive, under `text_id`."""

    article: Article
    text_id: str
    headline: Span | None = None


class Outcome(Record):
    """The one outcome of a capture: `articles`, or the reason why there are none."""

    capture_id: str
    decided_at: datetime
    extractor: str
    articles: tuple[ReadArticle, ...] = ()
    rejection: Rejection | None = None


class Harvested(Record):
    """An article's text with the capture that shows it: what reading and indexing take in."""

    article: Article
    text: Text
    capture: Capture
