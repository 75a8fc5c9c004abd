"""Feeds (RSS, Atom, RDF): the pages they name, with title and date."""

from io import BytesIO
from typing import Any

import feedparser

from crawlers.spiders.found import IndexPage, make_found
from crawlers.url import parse_link
from nlp.model.article import Rejection

_MAX_ENTRIES = 1000


def parse_feed(payload: bytes, *, url: str, content_type: str = "") -> IndexPage | Rejection:
    """Return the pages that a feed names; a Rejection where the bytes are no feed."""
    # As a file object: given bytes, the library might take them for an address or a path.
    headers = {"content-type": content_type or "application/xml", "content-location": url}
    feed: Any = feedparser.parse(BytesIO(payload), response_headers=headers, sanitize_html=False)
    if not feed.get("version"):
        cause = feed.get("bozo_exception")
        detail = f"{type(cause).__name__}: {cause}" if cause else "no RSS, Atom or RDF element"
        return Rejection(stage="read", reason="not_a_feed", detail=detail[:300])
    pages = []
    for entry in feed.entries[:_MAX_ENTRIES]:
        link = entry.get("link") or (entry.get("id") if str(entry.get("id", "")).startswith("http") else None)
        if not link or (page := parse_link(link, url)) is None:
            continue
        # `published` as written: the parsed form of the library has lost the offset.
        published = entry.get("published") or entry.get("updated") or ""
        pages.append(make_found(page, via="feed", found_on=url, title=entry.get("title", ""), published_at=published))
    return IndexPage(tuple(pages))
