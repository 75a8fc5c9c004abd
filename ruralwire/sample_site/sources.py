"""The outlets of the sample site as sources that a crawl can visit."""

from ruralwire.sample_site.content import load_content
from ruralwire.sample_site.outlet import Outlet
from settings.source import Source

ID_PREFIX = "sample-"


def make_sample_sources(base_url: str) -> tuple[Source, ...]:
    """Return one source per outlet, for the sample site that is served at `base_url`, without a final slash."""
    return tuple(_make_source(outlet, base_url) for outlet in load_content().outlets)


def _make_source(outlet: Outlet, base_url: str) -> Source:
    def absolute(*paths: str) -> tuple[str, ...]:
        return tuple(base_url + path for path in paths if path)

    return Source(
        id=ID_PREFIX + outlet.id,
        name=outlet.name,
        publisher=outlet.name,
        language=outlet.language,
        country=outlet.country,
        kind=outlet.kind,
        home=base_url + outlet.home,
        feeds=absolute(outlet.rss, outlet.atom, outlet.not_a_feed),
        sitemaps=absolute(outlet.sitemap_index or outlet.sitemap),
        listings=absolute(*outlet.listings[:1]),
        article_pattern=outlet.article_pattern,
        next_pattern=outlet.next_pattern,
        show="full",
        timezone=outlet.timezone,
    )
