"""URLs: one spelling for one page, and which source a page belongs to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.intake import find_source
from crawlers.url import normalize_page_url, parse_link
from tests.crawlers.conftest import Site


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://Example.ORG/News/ABC?utm_source=x&id=5#top", "http://example.org/News/ABC?id=5"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org/中文.htm", "https://example.org/%E4%B8%AD%E6%96%87.htm"),
        ("http://127.0.0.1:8000/a%20b", "http://127.0.0.1:8000/a%20b"),
    ],
)
def test_a_page_has_one_spelling(url: str, expected: str) -> None:
    assert normalize_page_url(url) == expected


@given(st.text(max_size=60))
def test_a_link_never_fails_and_is_stable(link: str) -> None:
    found = parse_link(link, "http://example.org/a/b")
    if found is not None:
        assert parse_link(found, "http://example.org/") == found


@pytest.mark.parametrize("link", ["mailto:a@example.org", "javascript:void(0)", "data:text/html,x", "http://"])
def test_a_link_that_is_no_page_is_none(link: str) -> None:
    assert parse_link(link, "") is None


def test_a_page_belongs_to_the_source_with_the_longest_home(site: Site) -> None:
    site.base_url = "http://www.example.org"
    whole = site.source()
    arabic = site.source(id="ar", home="http://example.org/ar")
    assert find_source("http://example.org/ar/1.html", [whole, arabic]) == arabic
    assert find_source("http://www.example.org/art/1.html", [whole, arabic]) == whole
    assert find_source("http://other.example.org/1.html", [whole, arabic]) is None
    assert find_source("http://example.org/1.html", [whole, site.source(id="two")]) is None
