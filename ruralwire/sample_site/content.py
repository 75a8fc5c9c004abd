"""All that the sample site holds, and under which path each piece stands."""

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from ruralwire.sample_site.outlet import Oddity, Outlet, load_outlets
from ruralwire.sample_site.sample_article import SampleArticle, load_articles

IndexKind = Literal["front", "rss", "atom", "not_a_feed", "sitemap", "sitemap_index", "listing"]


@dataclass(frozen=True)
class IndexPage:
    """A page that names articles. `number` counts the pages of a listing from 1."""

    outlet: Outlet
    kind: IndexKind
    number: int = 1


@dataclass(frozen=True)
class ArticlePage:
    """An article at its outlet."""

    outlet: Outlet
    article: SampleArticle


@dataclass(frozen=True)
class OddPage:
    """A page that is no article."""

    outlet: Outlet
    oddity: Oddity


Page = IndexPage | ArticlePage | OddPage


@dataclass(frozen=True)
class Content:
    """Outlets, articles, and the pages by path."""

    outlets: tuple[Outlet, ...]
    articles: tuple[SampleArticle, ...]
    pages: dict[str, Page] = field(default_factory=dict)

    def list_articles(self, outlet: Outlet) -> list[SampleArticle]:
        """The articles of an outlet that its index pages name, latest first."""
        return [one for one in self.articles if one.outlet == outlet.id and one.is_linked]


def make_article_path(outlet: Outlet, article: SampleArticle) -> str:
    """Return the path of an article, in its outlet's own manner."""
    moment = article.published_at
    return outlet.article_path.format(
        year=moment.year,
        month=moment.month,
        day=moment.day,
        slug=article.slug,
        number=article.number,
        section=_make_path_name(article.section),
    )


def _make_path_name(section: str) -> str:
    """Économie: economie."""
    parts = unicodedata.normalize("NFKD", section.lower())
    return "".join(character for character in parts if character.isascii()).replace(" ", "-")


@cache
def load_content() -> Content:
    """Return the content, loaded once."""
    content = Content(load_outlets(), load_articles())
    by_id = {outlet.id: outlet for outlet in content.outlets}
    for outlet in content.outlets:
        content.pages.update(_list_index_pages(outlet))
        content.pages.update({oddity.path: OddPage(outlet, oddity) for oddity in outlet.oddities})
    for article in content.articles:
        outlet = by_id[article.outlet]
        content.pages[make_article_path(outlet, article)] = ArticlePage(outlet, article)
    return content


def _list_index_pages(outlet: Outlet) -> dict[str, IndexPage]:
    kinds: tuple[tuple[IndexKind, str], ...] = (
        ("front", outlet.home),
        ("rss", outlet.rss),
        ("atom", outlet.atom),
        ("not_a_feed", outlet.not_a_feed),
        ("sitemap", outlet.sitemap),
        ("sitemap_index", outlet.sitemap_index),
    )
    pages = {path: IndexPage(outlet, kind) for kind, path in kinds if path}
    for number, path in enumerate(outlet.listings, start=1):
        pages[path] = IndexPage(outlet, "listing", number)
    return pages
