"""Sitemaps: the pages they name, with the title and date that news sitemaps tell."""

from lxml import etree

from crawlers.content_coding import decode_payload
from crawlers.spiders.found import IndexPage, make_found
from crawlers.url import parse_link
from crawlers.warc import GZIP_MAGIC
from nlp.model.article import Rejection

_MAX_ENTRIES = 50_000
"""Of one file, as the sitemap protocol bounds it."""


def parse_sitemap(payload: bytes, *, url: str, max_bytes: int) -> IndexPage | Rejection:
    """Return the pages or further sitemaps that a sitemap names, newest first; a Rejection where it is none."""
    if payload.startswith(GZIP_MAGIC):
        unpacked = decode_payload(payload, "gzip", max_bytes=max_bytes)
        if isinstance(unpacked, Rejection):
            return unpacked
        payload = unpacked
    # Entities are left alone: a sitemap needs none, and they can be made to explode.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(payload, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return Rejection(stage="read", reason="not_a_sitemap", detail=str(error)[:300])
    kind = etree.QName(root).localname if root is not None and isinstance(root.tag, str) else ""
    if kind not in ("urlset", "sitemapindex"):
        return Rejection(stage="read", reason="not_a_sitemap", detail=f"begins with <{kind or 'nothing'}>")
    entries = [_read_entry(element) for element in root[:_MAX_ENTRIES]]
    # Dates in ISO form sort as text; without one an entry comes last, in the file's order.
    entries.sort(key=lambda entry: entry.get("publication_date") or entry.get("lastmod") or "", reverse=True)
    if kind == "sitemapindex":
        links = (parse_link(entry["loc"], url) for entry in entries if "loc" in entry)
        return IndexPage(further=tuple(link for link in links if link is not None))
    return IndexPage(
        tuple(
            make_found(
                page,
                via="sitemap",
                found_on=url,
                title=entry.get("title", ""),
                published_at=entry.get("publication_date", ""),
            )
            for entry in entries
            if "loc" in entry and (page := parse_link(entry["loc"], url)) is not None
        )
    )


def _read_entry(element: etree._Element) -> dict[str, str]:
    """Values by local name: loc, lastmod, and of the news extension publication_date and title."""
    values: dict[str, str] = {}
    for child in element.iter():
        if not isinstance(child.tag, str) or not child.text:
            continue
        name = etree.QName(child)
        if name.localname in ("title", "loc") and "image" in (name.namespace or ""):
            continue  # of a picture, not of the page
        values.setdefault(name.localname, child.text.strip())
    return {name: value for name, value in values.items() if value}
