"""Reading pages: character sets, headline and body, dates, canonical addresses, and what is no page."""

import gzip
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.extract.charset import decode_page, find_charset
from crawlers.extract.date import parse_stated_date
from crawlers.extracted_page import ExtractedPage
from crawlers.extraction import extract_page
from crawlers.outcome import PageHint
from nlp.model.article import Rejection
from settings.source import ExtractHints
from tests.crawlers.conftest import PARAGRAPH, make_page

URL = "http://news.example.com/2020/a.html"
TEXTS = {
    "ar": "قال مكتب الزراعة في المحافظة إن المزارعين باعوا ٤٨٠٠ طن من التفاح عبر البث المباشر خلال العام الماضي.",
    "zh": "县农业局星期五说，全县农民去年通过直播销售苹果4800吨，大多数人是第一次在网上卖货。",
    "ru": "В прошлом году фермеры района продали через прямые трансляции 4800 тонн яблок, сообщили в управлении.",
    "fr": "L'année dernière, les agriculteurs du comté ont vendu 4 800 tonnes de pommes à l'étranger.",
}


def read(page: str | bytes, **options: Any) -> ExtractedPage:
    payload = page.encode() if isinstance(page, str) else page
    result = extract_page(payload, url=URL, **options)
    assert isinstance(result, ExtractedPage), result
    return result


def reject(payload: bytes, **options: Any) -> Rejection:
    result = extract_page(payload, url=URL, **options)
    assert isinstance(result, Rejection), result
    return result


@pytest.mark.parametrize(
    ("language", "charset"),
    [
        ("ar", "windows-1256"),
        ("ar", "iso-8859-6"),
        ("zh", "gb18030"),
        ("zh", "gbk"),
        ("ru", "windows-1251"),
        ("ru", "koi8-r"),
        ("fr", "windows-1252"),
        ("ar", "utf-8"),
        ("zh", "utf-16"),
    ],
)
@pytest.mark.parametrize("told", ["header", "meta", "nowhere", "wrong"])
def test_a_legacy_character_set_is_read_right(language: str, charset: str, told: str) -> None:
    text = TEXTS[language]
    if charset in ("windows-1256", "iso-8859-6"):
        text = text.translate(str.maketrans("٤٨٠", "480"))  # neither has digits of its own
    head = f'<meta charset="{charset}">' if told == "meta" else ""
    page = make_page("News", text, head=head)
    header = {"header": f"text/html; charset={charset}", "wrong": "text/html; charset=iso-8859-1"}.get(
        told, "text/html"
    )
    payload = page.encode(charset, "xmlcharrefreplace")
    decoded = decode_page(payload, content_type=header)
    assert isinstance(decoded, str)
    assert text in decoded


def test_a_declared_utf8_is_kept_for_a_page_cut_within_a_character() -> None:
    payload = make_page("News", TEXTS["zh"] * 3).encode()
    cut = payload[: payload.index("吨".encode()) + 1]
    decoded = decode_page(cut)
    assert isinstance(decoded, str)
    assert "县农业局" in decoded


def test_meta_wins_where_the_header_is_implausible() -> None:
    payload = make_page("News", TEXTS["ar"], head='<meta charset="windows-1256">').encode("windows-1256", "replace")
    assert find_charset(payload, content_type="text/html; charset=windows-1251") == "windows-1256"


def test_the_source_file_may_name_the_character_set() -> None:
    hints = ExtractHints(charset="windows-1251")
    page = read(make_page("Новости", TEXTS["ru"]).encode("windows-1251"), extract_hints=hints)
    assert TEXTS["ru"] in page.body


def test_the_headline_is_the_first_line_and_paragraphs_are_lines() -> None:
    page = read(make_page("Apples sell online", f"{PARAGRAPH}\nSecond paragraph of the text, which says more."))
    lines = page.body.split("\n")
    assert lines[0] == "Apples sell online"
    assert lines[2] == "Second paragraph of the text, which says more."
    assert len(lines) == 3
    assert page.headline is not None
    assert page.body[page.headline.start : page.headline.end] == page.title == "Apples sell online"
    assert page.language == "en"


def test_list_items_carry_no_sign_of_the_extractor() -> None:
    items = "<ul><li>4,800 tonnes of apples were sold by the farmers</li><li>312 members joined the group</li></ul>"
    page = read(f"<html><body><article><h1>Figures</h1><p>{PARAGRAPH}</p>{items}</article></body></html>")
    assert "\n4,800 tonnes of apples were sold by the farmers\n312 members" in page.body


def test_rows_of_a_table_carry_no_drawing() -> None:
    rows = "<table><tr><th>County</th><th>Sales</th></tr><tr><td>Shilin</td><td>4.8 million</td></tr></table>"
    text = f"{PARAGRAPH}\n{PARAGRAPH}"
    body = read(make_page("Apples", text).replace("</article>", f"{rows}</article>")).body
    assert body.endswith("\nCounty | Sales\nShilin | 4.8 million")


def test_comments_and_menus_are_left_out() -> None:
    extra = '<div class="comments" id="comments"><h3>Comments</h3><p>Ann: I bought 99 boxes of them, too!</p></div>'
    html = make_page("Apples", PARAGRAPH + "\n" + PARAGRAPH).replace("<footer>", extra + "<footer>")
    body = read(html).body
    assert "99 boxes" not in body
    assert "Terms of use" not in body


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<meta property="article:published_time" content="2020-05-01T22:30:00+08:00">',
            "2020-05-01T22:30:00+08:00",
        ),
        ('<meta property="article:published_time" content="2020-05-01T22:30:00Z">', "2020-05-02T06:30:00+08:00"),
        ('<meta property="article:published_time" content="2020-05-01T22:30">', "2020-05-01T22:30:00+08:00"),
        ('<meta name="publishdate" content="2020年5月1日 08:05">', "2020-05-01T08:05:00+08:00"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":'
            '"2020-04-30T23:00:00-05:00"}]}</script><meta name="date" content="2019-01-01">',
            "2020-04-30T23:00:00-05:00",
        ),
        ('<script type="application/ld+json">{broken</script>', "2021-02-03T04:05:00+01:00"),
        ('<meta property="article:published_time" content="2021-02-03">', "2021-02-03T04:05:00+01:00"),
        ('<meta property="article:published_time" content="2020-05-01">', "2020-05-01T00:00:00+08:00"),
        ('<meta property="article:published_time" content="soon">', "2021-02-03T04:05:00+01:00"),
    ],
)
def test_the_date_is_the_page_s_with_the_offset_that_it_states(head: str, expected: str) -> None:
    hint = PageHint(published_at="Wed, 03 Feb 2021 04:05:00 +0100")
    page = read(make_page("Apples", PARAGRAPH, head=head), timezone="Asia/Shanghai", hint=hint)
    assert page.published_at is not None
    assert page.published_at.isoformat() == expected


def test_a_time_element_dates_the_page() -> None:
    page = make_page("Apples", PARAGRAPH).replace("</h1>", '</h1><time datetime="2020-05-01T10:00+03:00">1 May</time>')
    found = read(page).published_at
    assert found is not None
    assert found.isoformat() == "2020-05-01T10:00:00+03:00"


def test_a_page_without_any_date_has_none() -> None:
    assert read(make_page("Apples", f"{PARAGRAPH} It began on 3 March 2019.")).published_at is None


@pytest.mark.parametrize("text", ["", "yesterday", "2020-13-45", "0001-01-01T00:00:00", "99", "2020-05-01T10:00+99:99"])
def test_a_date_that_is_none_is_no_error(text: str) -> None:
    found = parse_stated_date(text, ZoneInfo("UTC"))
    assert found is None


@given(st.text(alphabet="0123456789-:/T+Z .年月日", max_size=30))
def test_reading_a_date_never_fails(text: str) -> None:
    parse_stated_date(text, ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("http://www.example.com/2020/A.html?utm_source=x#top", "http://www.example.com/2020/A.html"),
        ("/2020/b.html", "http://news.example.com/2020/b.html"),
        ("http://elsewhere.example.org/2020/a.html", URL),
        ("http://news.example.com/", URL),
        ("javascript:void(0)", URL),
        ("http://[broken", URL),
    ],
)
def test_a_canonical_address_holds_within_the_site_only(link: str, expected: str) -> None:
    page = read(make_page("Apples", PARAGRAPH, head=f'<link rel="canonical" href="{link}">'))
    assert page.canonical_url == expected


@pytest.mark.parametrize(
    ("payload", "options", "reason"),
    [
        (b"", {}, "empty_page"),
        (b" \n ", {}, "empty_page"),
        (b"<html><body></body></html>", {}, "no_text"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", {}, "no_text"),
        (b"%PDF-1.4", {"content_type": "application/pdf"}, "not_html"),
        (make_page("Gone", PARAGRAPH).encode(), {"http_status": 404}, "http_404"),
        (bytes(range(256)) * 40, {}, "undecodable"),
        (b"\x00" * 5000, {}, "undecodable"),
        (b"<html><body>" + b"<div>" * 100_000 + PARAGRAPH.encode(), {}, "too_deep"),
        (b"not gzip", {"content_coding": "gzip"}, "content_coding"),
        (b"x", {"content_coding": "br"}, "content_coding"),
        (gzip.compress(b"x" * 2_000_000, mtime=0), {"content_coding": "gzip", "max_bytes": 1_000_000}, "too_large"),
        (b"<!-- only a comment -->", {}, "no_html"),
    ],
)
def test_what_is_no_page_gives_a_reason(payload: bytes, options: dict[str, object], reason: str) -> None:
    assert reject(payload, **options).reason == reason


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_reading_bytes_never_fails(payload: bytes) -> None:
    extract_page(b"<html><body><p>" + payload, url=URL)
    decode_page(payload)
