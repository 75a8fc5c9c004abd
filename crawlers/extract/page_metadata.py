"""What a page says about itself: JSON-LD, OpenGraph and other meta elements."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
_DATE_PROPERTIES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_MAX_JSON_CHARACTERS = 1_000_000
_MAX_JSON_DEPTH = 20


@dataclass(frozen=True)
class PageMetadata:
    """Values as the page states them, in order of trust; empty where it states none."""

    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    canonical: tuple[str, ...] = ()
    site_name: str = ""


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """Return what the page says about itself."""
    articles = [item for item in _iterate_json_ld(tree) if _is_article(item)]
    meta = _read_meta(tree)
    times = [
        str(value)
        for value in tree.xpath("//article//time/@datetime | //header//time/@datetime | //time[@pubdate]/@datetime")
    ]
    times += [str(value) for value in tree.xpath("//time/@datetime")]
    micro = [
        str(value) for value in tree.xpath("//*[@itemprop='datePublished']/@*[name()='content' or name()='datetime']")
    ]
    titles = [_text(item.get("headline")) for item in articles] + [
        meta.get("og:title", ""),
        meta.get("twitter:title", ""),
    ]
    titles += [_flatten(element) for element in tree.xpath("//head/title")]
    return PageMetadata(
        titles=_unique(titles),
        headings=_unique([_flatten(element) for element in tree.xpath("//h1")]),
        authors=_unique([name for item in articles for name in _names(item.get("author"))])
        or _unique([meta.get("author", ""), meta.get("article:author", "")]),
        dates=_unique(
            [_text(item.get("datePublished")) for item in articles]
            + [meta[name] for name in _DATE_PROPERTIES[:3] if name in meta]
            + micro
            + [meta[name] for name in _DATE_PROPERTIES[3:] if name in meta]
            + times[:1]
        ),
        canonical=_unique(
            [str(value) for value in tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")]
            + [meta.get("og:url", "")]
        ),
        site_name=meta.get("og:site_name", ""),
    )


def _iterate_json_ld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for element in tree.xpath("//script[@type='application/ld+json']"):
        text = (element.text or "").strip()
        if not text or len(text) > _MAX_JSON_CHARACTERS:
            continue
        try:
            # Line breaks within strings are a common mistake: strict=False reads them.
            content = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _iterate_objects(content, 0)


def _iterate_objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_JSON_DEPTH:
        return
    if isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _iterate_objects(value.get(name), depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _iterate_objects(item, depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE_TYPES.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _read_meta(tree: HtmlElement) -> dict[str, str]:
    values: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name:
            values.setdefault(name, element.get("content").strip())
    return values


def _names(author: Any) -> Iterator[str]:
    if isinstance(author, str):
        yield author
    elif isinstance(author, dict):
        yield _text(author.get("name"))
    elif isinstance(author, list):
        for one in author:
            yield from _names(one)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _flatten(element: HtmlElement) -> str:
    return "".join(element.itertext())


def _unique(values: list[str]) -> tuple[str, ...]:
    cleaned = (" ".join(value.split()) for value in values)
    return tuple(dict.fromkeys(value for value in cleaned if value))
