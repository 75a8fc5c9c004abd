"""What an index page (feed, sitemap, listing) names: pages of articles, and further index pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from crawlers.frontier import FoundPage
from crawlers.outcome import PageHint
from crawlers.url import find_site, normalize_page_url


@dataclass(frozen=True)
class IndexPage:
    """What one index page names, newest first where it tells dates."""

    pages: tuple[FoundPage, ...] = ()
    further: tuple[str, ...] = ()
    """Sitemaps of a sitemap index, the next page of a listing."""


def make_found(url: str, *, via: str, found_on: str, title: str = "", published_at: str = "") -> FoundPage:
    """Return a found page with its hint."""
    hint = PageHint(title=" ".join(title.split()), published_at=published_at.strip(), via=via, found_on=found_on)
    return FoundPage(url, hint)


def keep_own_pages(pages: Iterable[FoundPage], *, sites: frozenset[str], home: str) -> tuple[FoundPage, ...]:
    """Drop links to other sites, to the home page, and second mentions."""
    home_page = normalize_page_url(home)
    kept: dict[str, FoundPage] = {}
    for page in pages:
        if find_site(page.url) in sites and page.url != home_page:
            kept.setdefault(page.url, page)
    return tuple(kept.values())
