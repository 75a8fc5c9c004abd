"""Makes the pages of a run: those of the sample site, over and over, each time with other numbers."""

import re
from collections.abc import Iterator
from itertools import count, islice

from bench.folder import BenchPage
from ruralwire.sample_site.content import ArticlePage, load_content
from ruralwire.sample_site.response import Response
from ruralwire.sample_site.site import respond

_SITE = "http://sample.example"
_TEXT_PIECE = re.compile(r"(?<=>)[^<>]*\d[^<>]*(?=<)")
_UNVARIED = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{2,}")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_HEAD_BYTES = 2048


def make_pages(number: int) -> list[BenchPage]:
    """Return so many article pages; the first ones are those of the sample site as they are."""
    return list(islice(_iterate_pages(), number))


def vary_numbers(html: str, copy: int) -> str:
    """Return a page with other numbers in its text: same length, same first digit; years and markup stay.

    >>> vary_numbers("<p class='a12'>In 2019 they sold 1,250 eggs.</p>", 3)
    "<p class='a12'>In 2019 they sold 1,295 eggs.</p>"
    """
    if copy == 0:
        return html
    kept = [found.span() for found in _UNVARIED.finditer(html)]

    def vary_piece(piece: re.Match[str]) -> str:
        if any(start <= piece.start() < end for start, end in kept):
            return piece.group()
        return _NUMBER.sub(lambda number: _vary(number.group(), copy), piece.group())

    return _TEXT_PIECE.sub(vary_piece, html)


def _iterate_pages() -> Iterator[BenchPage]:
    # Outlets stand language by language: taken in turns, any number of pages is in all six.
    paths = [path for path, page in load_content().pages.items() if isinstance(page, ArticlePage)]
    by_outlet: dict[str, list[str]] = {}
    for path in paths:
        page = load_content().pages[path]
        assert isinstance(page, ArticlePage)
        by_outlet.setdefault(page.outlet.id, []).append(path)
    longest = max(map(len, by_outlet.values()))
    in_turns = [group[place] for place in range(longest) for group in by_outlet.values() if place < len(group)]
    for copy in count():
        for path in in_turns:
            # From the second visit on a page that is busy at first answers.
            yield _make_page(path, respond(path, base_url=_SITE, visit=2), copy)


def _make_page(path: str, response: Response, copy: int) -> BenchPage:
    content_type = response.headers.get("Content-Type", "")
    head = response.body[:_HEAD_BYTES].decode("latin-1")
    told = _CHARSET.search(content_type) or _CHARSET.search(head)
    charset = told.group(1) if told else "utf-8"
    html = vary_numbers(response.body.decode(charset, "replace"), copy)
    return BenchPage(
        url=f"{_SITE}{path}" + (f"?copy={copy}" if copy else ""),
        content_type=content_type,
        payload=html.encode(charset, "xmlcharrefreplace"),
    )


def _vary(number: str, copy: int) -> str:
    if _YEAR.fullmatch(number):
        return number
    return number[0] + "".join(str((int(digit) + copy + place) % 10) for place, digit in enumerate(number[1:], start=1))
