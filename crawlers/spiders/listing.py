"""Listing pages: links that look like articles, and the link to the next page."""

import re

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from crawlers.extract.charset import decode_page
from crawlers.spiders.found import IndexPage, make_found
from crawlers.url import parse_link
from nlp.model.article import Rejection


def parse_listing(
    payload: bytes, *, url: str, content_type: str, article_pattern: str, next_pattern: str | None = None
) -> IndexPage | Rejection:
    """Return the pages that a listing links to, in its order; a Rejection where it cannot be read."""
    text = decode_page(payload, content_type=content_type)
    if isinstance(text, Rejection):
        return text
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        return Rejection(stage="read", reason="not_a_listing", detail=str(error)[:300])
    base = parse_link(next(iter(tree.xpath("//base/@href")), url), url) or url
    is_article = re.compile(article_pattern).search
    is_next = re.compile(next_pattern).search if next_pattern else None
    pages = []
    further = [str(link) for link in tree.xpath("//link[@rel='next']/@href")]
    for element in tree.xpath("//a[@href]"):
        link = parse_link(element.get("href"), base)
        if link is None:
            continue
        if "next" in element.get("rel", "").split() or (is_next and is_next(link)):
            further.append(link)
        elif is_article(link):
            # The words of a link are often cut short: the page itself tells its title.
            pages.append(make_found(link, via="listing", found_on=url))
    links = (parse_link(link, base) for link in further)
    return IndexPage(tuple(pages), tuple(dict.fromkeys(link for link in links if link is not None and link != url)))
