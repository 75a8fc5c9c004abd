"""A page's bytes to its article: headline, body and metadata, or the reason why there is none."""

import re
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import htmldate
import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura.settings import Document

from crawlers.capture import parse_media_type
from crawlers.content_coding import decode_payload
from crawlers.extract.charset import decode_page
from crawlers.extract.date import parse_stated_date
from crawlers.extract.page_metadata import PageMetadata, read_metadata
from crawlers.extracted_page import ExtractedPage
from crawlers.outcome import NO_HINT, PageHint
from crawlers.url import find_site, parse_link
from nlp.language import identify_language
from nlp.model.article import Rejection
from nlp.model.span import Span
from settings.source import ExtractHints

_HTML_TYPES = {"text/html", "application/xhtml+xml", ""}
_MAX_DEPTH = 250
"""The parser drops what lies 256 elements deep: such a page would be read in part, so it is not read at all."""
_MIN_LETTERS = 20
"""A body with fewer letters is a menu or a notice, not a text."""
_SEPARATORS = ("|", "-", "–", "—", "_", "·", "»")
_TITLE_LINES = 3
"""The heading of the page stands among the first lines, after a date or the name of a section."""
_TABLE_RULE = re.compile(r"[\s|:-]*")  # ---|---, drawn under the heading of a table
_NO_HINTS = ExtractHints()
DEFAULT_MAX_BYTES = 20 * 1024 * 1024


def extract_page(
    payload: bytes,
    *,
    url: str,
    content_type: str = "",
    http_status: int | None = 200,
    content_coding: str = "",
    timezone: str = "UTC",
    hint: PageHint = NO_HINT,
    extract_hints: ExtractHints = _NO_HINTS,
    max_bytes: int = DEFAULT_MAX_BYTES,
) -> ExtractedPage | Rejection:
    """Read a page. `timezone` is the outlet's, for dates that state no offset; `hint` is what the feed said."""
    if http_status is not None and not 200 <= http_status < 300:
        return Rejection(stage="fetch", reason=f"http_{http_status}")
    if (media_type := parse_media_type(content_type)) not in _HTML_TYPES:
        return Rejection(stage="decode", reason="not_html", detail=media_type)
    decoded = decode_payload(payload, content_coding, max_bytes=max_bytes)
    if isinstance(decoded, Rejection):
        return decoded
    if not decoded.strip():
        return Rejection(stage="extract", reason="empty_page")
    text = decode_page(decoded, content_type=content_type, hint=extract_hints.charset)
    if isinstance(text, Rejection):
        return text
    tree = _parse_html(text)
    if isinstance(tree, Rejection):
        return tree
    described = read_metadata(tree)
    body = _read_body(tree, url, extract_hints)
    if isinstance(body, Rejection):
        return body
    title = _choose_title(described, hint)
    full, headline = _put_headline_first(title, body)
    return ExtractedPage(
        body=full,
        headline=headline,
        title=title,
        authors=described.authors,
        published_at=_choose_date(described, hint, tree, ZoneInfo(timezone)),
        canonical_url=_choose_canonical(described, url),
        language=identify_language(body),
    )


def _parse_html(text: str) -> HtmlElement | Rejection:
    # The page is given as bytes: lxml refuses text that carries an encoding declaration.
    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        return Rejection(stage="extract", reason="no_html", detail=str(error))
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest >= _MAX_DEPTH:
        return Rejection(stage="extract", reason="too_deep", detail=f"elements nested {_MAX_DEPTH} deep or more")
    return tree


def _read_body(tree: HtmlElement, url: str, hints: ExtractHints) -> str | Rejection:
    document = trafilatura.bare_extraction(
        tree,
        url=url,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        deduplicate=False,  # it returns nothing on repeated calls
        with_metadata=False,
        prune_xpath=list(hints.remove) or None,
    )
    text = document.text if isinstance(document, Document) else None
    lines = [_clean_line(line) for line in (text or "").splitlines() if not _TABLE_RULE.fullmatch(line)]
    body = "\n".join(line for line in lines if line)
    if sum(character.isalpha() for character in body) < _MIN_LETTERS:
        return Rejection(stage="extract", reason="no_text")
    return body


def _clean_line(line: str) -> str:
    # trafilatura writes list items with a hyphen of its own, which would read as a minus sign, and bars round rows.
    return line.strip().removeprefix("- ").strip("| ")


def _choose_title(described: PageMetadata, hint: PageHint) -> str:
    titles = [_strip_site_name(title, described.site_name) for title in described.titles]
    known = [*titles, *([hint.title] if hint.title else [])]
    for heading in described.headings:
        # The heading on the page is what readers saw, where the metadata says that it is the title.
        if any(heading == title or heading in title or title in heading for title in known):
            return heading
    return (known or list(described.headings) or [""])[0]


def _strip_site_name(title: str, site_name: str) -> str:
    if not site_name or not title.endswith(site_name):
        return title
    rest = title.removesuffix(site_name).rstrip()
    for separator in _SEPARATORS:
        if rest.endswith(separator):
            return rest.removesuffix(separator).rstrip()
    return title


def _put_headline_first(title: str, body: str) -> tuple[str, Span | None]:
    if not title:
        return body, None
    lines = body.split("\n")
    for place, line in enumerate(lines[:_TITLE_LINES]):
        if " ".join(line.split()) == title:
            del lines[place]
            break
    return "\n".join([title, *lines]), Span(start=0, end=len(title))


def _choose_date(described: PageMetadata, hint: PageHint, tree: HtmlElement, zone: ZoneInfo) -> datetime | None:
    dates = [date for text in described.dates if (date := parse_stated_date(text, zone)) is not None]
    hinted = parse_stated_date(hint.published_at, zone) if hint.published_at else None
    if not dates and hinted is None:
        # Markup and URL only: a search of the whole text would take a date that the news is about.
        found = htmldate.find_date(tree, url=None, original_date=True, extensive_search=False)
        dated = parse_stated_date(found, zone) if found else None
        return dated.moment if dated else None
    if not dates:
        return hinted.moment if hinted else None
    first = dates[0]
    if first.has_time:
        return first.moment
    # The page states a bare day: another statement of the same day that has the hour says more.
    for other in [*dates[1:], *([hinted] if hinted else [])]:
        if other.has_time and other.moment.date() == first.moment.date():
            return other.moment
    return first.moment


def _choose_canonical(described: PageMetadata, url: str) -> str:
    own = parse_link(url, url)
    if own is None:  # a saved file: the page itself is all that knows its address
        return next((link for text in described.canonical if (link := parse_link(text, "http:///"))), url)
    for text in described.canonical:
        link = parse_link(text, own)
        # Broken templates name the home page as canonical of every page: that would make them one article.
        if (
            link
            and find_site(link) == find_site(own)
            and (urlsplit(link).path.strip("/") or not urlsplit(own).path.strip("/"))
        ):
            return link
    return own
