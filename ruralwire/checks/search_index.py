"""Checks the index: whether it opens, is complete, and was read by this version."""

from collections.abc import Iterator

from crawlers.database import StateError
from crawlers.state import State
from ruralwire.checks.finding import Finding
from ruralwire.index_folder import find_index_folder, is_index_missing, open_index
from ruralwire.summary import count
from ruralwire.workspace import has_state
from search_api.index.embedded import EmbeddedIndex
from search_api.index.error import IndexLockedError, SearchIndexError
from search_api.index.lock import IndexLock
from search_api.query import ArticleQuery
from settings.config import Settings
from settings.error import ConfigError


def check_index(settings: Settings) -> Iterator[Finding]:
    """Yield what is right and wrong with the index."""
    try:
        if is_index_missing(settings):
            yield from _check_missing(settings)
            return
        yield from _check_writer(settings)
        with open_index(settings) as index:
            yield from _check_counts(settings, index)
            yield from _check_reader(index)
    except SearchIndexError as error:
        yield Finding("problem", f"index: {error}")
    except ConfigError:
        return  # told by the check of the configuration


def _check_missing(settings: Settings) -> Iterator[Finding]:
    texts = _count_articles(settings)[0]
    if texts:
        what = f"index: none, though there are {count(texts, 'article')}"
        yield Finding("problem", what, "`ruralwire rebuild` makes it from the stored texts.")
    else:
        yield Finding("ok", "index: none yet, the first crawl makes it")


def _check_writer(settings: Settings) -> Iterator[Finding]:
    try:
        IndexLock(find_index_folder(settings)).close()
    except IndexLockedError as error:
        yield Finding("ok", str(error).partition(";")[0])


def _check_counts(settings: Settings, index: EmbeddedIndex) -> Iterator[Finding]:
    status = index.status()
    what = f"index: format {status.format}, {count(status.articles, 'article')}, {count(status.claims, 'claim')}"
    articles, unindexed = _count_articles(settings)
    if unindexed:
        advice = "The next `ruralwire crawl` or `ruralwire add` reads them."
        yield Finding("warning", f"{what}; {count(unindexed, 'text')} wait to be read", advice)
    elif status.articles != articles:
        yield Finding("problem", f"{what}, but the state has {articles:,}", "`ruralwire rebuild` makes it complete.")
    else:
        yield Finding("ok", what)


def _check_reader(index: EmbeddedIndex) -> Iterator[Finding]:
    """One article stands for all: rebuild reads all of them with one version."""
    try:
        from nlp.reader import reader_data_digest, reader_version  # imported here: what of it is broken, others tell
    except ImportError:
        return
    hits = index.search_articles(ArticleQuery(sort="indexed", descending=False, limit=1)).hits
    oldest = index.get_article(hits[0].article.id) if hits else None
    if oldest is None:
        return
    provenance = oldest.reading.provenance
    if (provenance.reader, provenance.reader_data_digest) != (reader_version(), reader_data_digest()):
        advice = "`ruralwire rebuild` reads them with this version, when there is time."
        yield Finding("warning", "index: articles were read by another version of code or data", advice)


def _count_articles(settings: Settings) -> tuple[int, int]:
    """Articles of the state, and texts that are not indexed."""
    if not has_state(settings):
        return 0, 0
    try:
        with State(settings.database_url) as state:
            return state.count_articles(), state.count_unindexed()
    except StateError:  # told by its own check
        return 0, 0
