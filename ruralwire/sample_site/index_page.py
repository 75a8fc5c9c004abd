"""Pages that name articles: front pages, listings, feeds and sitemaps."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from ruralwire.sample_site.content import Content, IndexPage, make_article_path
from ruralwire.sample_site.date_style import format_date
from ruralwire.sample_site.outlet import Outlet
from ruralwire.sample_site.response import Response, make_response, with_etag
from ruralwire.sample_site.template import load_template

_TEMPLATES = {
    "rss": ("rss.xml", "application/rss+xml"),
    "atom": ("atom.xml", "application/atom+xml"),
    "sitemap": ("sitemap.xml", "application/xml"),
    "sitemap_index": ("sitemap_index.xml", "application/xml"),
    "front": ("front.html", "text/html"),
    "listing": ("front.html", "text/html"),
    "not_a_feed": ("front.html", "text/html"),
}


@dataclass(frozen=True)
class IndexEntry:
    """One page as an index names it."""

    url: str
    title: str
    summary: str
    published_at: datetime
    printed_date: str
    mail_date: str
    """As RSS writes dates (RFC 5322)."""
    authors: tuple[str, ...] = ()


def render_index_page(page: IndexPage, content: Content, *, base_url: str) -> Response:
    """Return a front page, listing, feed or sitemap."""
    outlet = page.outlet
    entries = _list_entries(content, outlet, base_url)
    if page.kind == "listing":
        size = -(-len(entries) // len(outlet.listings))
        entries = entries[(page.number - 1) * size : page.number * size]
    name, media_type = _TEMPLATES[page.kind]
    further = outlet.listings[page.number] if page.kind == "listing" and page.number < len(outlet.listings) else ""
    charset = outlet.index_charset
    text = load_template(name).render(
        outlet=outlet,
        charset=charset,
        entries=entries,
        base_url=base_url,
        home=base_url + outlet.home,
        next_url=base_url + further if further else "",
        direction="rtl" if outlet.language == "ar" else "ltr",
    )
    response = make_response(text, media_type, encoding=charset.encoding, header_charset=charset.header)
    return with_etag(response)


def render_robots(content: Content) -> Response:
    """Return robots.txt of the host, which all outlets share."""
    forbidden = sorted(
        {_folder(one.path) for outlet in content.outlets for one in outlet.oddities if one.kind == "members"}
    )
    return make_response(load_template("robots.txt").render(forbidden=forbidden), "text/plain")


def _list_entries(content: Content, outlet: Outlet, base_url: str) -> list[IndexEntry]:
    entries = [
        _make_entry(
            outlet, base_url + make_article_path(outlet, one), one.title, one.summary, one.published_at, one.authors
        )
        for one in content.list_articles(outlet)
    ]
    entries += [
        _make_entry(outlet, base_url + one.path, one.title, "", one.published_at, ()) for one in outlet.oddities
    ]
    return sorted(entries, key=lambda entry: (entry.published_at, entry.url), reverse=True)


def _make_entry(
    outlet: Outlet, url: str, title: str, summary: str, published_at: datetime, authors: tuple[str, ...]
) -> IndexEntry:
    return IndexEntry(
        url=url,
        title=title,
        summary=summary,
        published_at=published_at,
        printed_date=format_date(published_at, outlet.date),
        mail_date=format_datetime(published_at),
        authors=authors,
    )


def _folder(path: str) -> str:
    return path.rstrip("/").rpartition("/")[0] + "/"
