"""The sample site as a function from path to response, without a socket."""

import html
import re
from collections import Counter
from datetime import datetime
from urllib.parse import urlsplit

import pytest
from protego import Protego

from crawlers.intake import find_source
from crawlers.spiders.feed import parse_feed
from crawlers.spiders.found import IndexPage
from crawlers.spiders.listing import parse_listing
from crawlers.spiders.sitemap import parse_sitemap
from ruralwire.sample_site.content import ArticlePage, load_content, make_article_path
from ruralwire.sample_site.date_style import format_date
from ruralwire.sample_site.outlet import Outlet
from ruralwire.sample_site.sample_article import SampleArticle, parse_blocks
from ruralwire.sample_site.site import OVERSIZED_BYTES, respond
from ruralwire.sample_site.sources import make_sample_sources
from settings.config import CrawlSettings

BASE = "http://127.0.0.1:7999"
CONTENT = load_content()
OUTLETS = {outlet.id: outlet for outlet in CONTENT.outlets}
NAMED_HOSTS = {"schema.org", "ogp.me", "purl.org", "www.w3.org", "www.sitemaps.org", "www.google.com", "drupal.org"}
"""Of vocabularies and namespaces, which are names and not places to go."""


def find_article(name: str) -> tuple[Outlet, SampleArticle]:
    outlet, slug = name.split("/")
    (article,) = [one for one in CONTENT.articles if (one.outlet, one.slug) == (outlet, slug)]
    return OUTLETS[outlet], article


def find_path(name: str) -> str:
    return make_article_path(*find_article(name))


def find_oddity(kind: str) -> str:
    (path,) = [one.path for outlet in CONTENT.outlets for one in outlet.oddities if one.kind == kind]
    return path


def test_there_are_forty_articles_with_six_or_more_in_each_language() -> None:
    counts = Counter(OUTLETS[one.outlet].language for one in CONTENT.articles)
    assert set(counts) == {"ar", "zh", "en", "fr", "es", "ru"}
    assert sum(counts.values()) >= 40
    assert min(counts.values()) >= 6


def test_articles_have_paths_of_their_own() -> None:
    assert sum(isinstance(page, ArticlePage) for page in CONTENT.pages.values()) == len(CONTENT.articles)


@pytest.mark.parametrize("path", sorted({*CONTENT.pages, "/", "/robots.txt"}))
def test_pages_lead_nowhere_but_to_the_site_itself(path: str) -> None:
    text = respond(path, base_url=BASE).body.decode("latin-1")
    hosts = {urlsplit(url).netloc for url in re.findall(r"https?://[^\s\"'<>)]+", text)}
    assert hosts - NAMED_HOSTS <= {urlsplit(BASE).netloc}


@pytest.mark.parametrize("article", CONTENT.articles, ids=lambda one: f"{one.outlet}/{one.slug}")
def test_an_article_page_shows_its_text_among_what_real_pages_have(article: SampleArticle) -> None:
    outlet = OUTLETS[article.outlet]
    charset = article.charset or outlet.charset
    response = respond(make_article_path(outlet, article), base_url=BASE, visit=2)
    text = html.unescape(response.body.decode(charset.encoding))  # signs that the set lacks stand as references
    assert response.status == 200
    assert ("charset" in response.headers["Content-Type"]) == bool(charset.header)
    assert article.title in text
    if article.is_cut:
        assert "</html>" not in text
        return
    around = [outlet.words["sample"], outlet.words["cookies"], outlet.words["advertisement"], outlet.words["related"]]
    around += [
        outlet.words["newsletter"],
        *outlet.most_read,
        *[one.text for one in article.comments or outlet.comments],
    ]
    assert [words for words in around if words not in text] == []
    assert len(parse_blocks(article.body)) >= 3


@pytest.mark.parametrize("outlet", CONTENT.outlets, ids=lambda one: one.id)
def test_feeds_sitemaps_and_listings_name_each_linked_page_once(outlet: Outlet) -> None:
    pages = []
    for path in filter(None, (outlet.rss, outlet.atom)):
        response = respond(path, base_url=BASE)
        pages.append(parse_feed(response.body, url=BASE + path, content_type=response.headers["Content-Type"]))
    if outlet.sitemap:
        body = respond(outlet.sitemap, base_url=BASE).body
        pages.append(parse_sitemap(body, url=BASE + outlet.sitemap, max_bytes=1_000_000))
    for path in outlet.listings:
        assert outlet.article_pattern
        response = respond(path, base_url=BASE)
        content_type = response.headers["Content-Type"]
        pages.append(
            parse_listing(
                response.body, url=BASE + path, content_type=content_type, article_pattern=outlet.article_pattern
            )
        )
    assert all(isinstance(page, IndexPage) for page in pages)
    found = [one.url.partition("?")[0] for page in pages if isinstance(page, IndexPage) for one in page.pages]
    wanted = [make_article_path(outlet, one) for one in CONTENT.list_articles(outlet)]
    wanted += [one.path for one in outlet.oddities]
    assert sorted(found) == sorted(BASE + path for path in wanted)


def test_a_news_sitemap_and_feeds_tell_titles_and_dates_with_offset() -> None:
    body = respond(OUTLETS["sanabel"].sitemap, base_url=BASE).body
    sitemap = parse_sitemap(body, url=BASE, max_bytes=1_000_000)
    feed = parse_feed(respond(OUTLETS["surco-andino"].rss, base_url=BASE).body, url=BASE)
    assert isinstance(sitemap, IndexPage)
    assert isinstance(feed, IndexPage)
    assert all(one.hint.title and one.hint.published_at.endswith("+02:00") for one in sitemap.pages)
    assert all(one.hint.title and one.hint.published_at.endswith("-0500") for one in feed.pages)


def test_a_listing_leads_to_its_next_page() -> None:
    first, second = OUTLETS["tianlong-daily"].listings
    index = parse_listing(
        respond(first, base_url=BASE).body, url=BASE + first, content_type="text/html", article_pattern="content_"
    )
    assert isinstance(index, IndexPage)
    assert index.further == (BASE + second,)


def test_robots_txt_forbids_a_path_that_pages_link_to() -> None:
    rules = Protego.parse(respond("/robots.txt", base_url=BASE).body.decode())
    path = find_oddity("members")
    assert not rules.can_fetch(BASE + path, "ruralwire")
    assert rules.can_fetch(BASE + find_path("terrace-post/wenshan-yacon"), "ruralwire")
    assert 0 < (rules.crawl_delay("ruralwire") or 0) <= 0.1
    assert path.encode() in respond(find_path("terrace-post/wenshan-yacon"), base_url=BASE).body
    assert path.encode() in respond(OUTLETS["terrace-post"].rss, base_url=BASE).body


def test_a_busy_page_is_served_at_the_second_visit() -> None:
    path = find_path("sanabel/ismailia-mangoes")
    busy = respond(path, base_url=BASE, visit=1)
    assert (busy.status, busy.headers["Retry-After"]) == (503, "1")
    assert [respond(path, base_url=BASE, visit=visit).status for visit in (2, 3)] == [200, 200]


def test_a_page_is_corrected_under_its_own_address() -> None:
    path = find_path("rift-ledger/nyandarua-potatoes")
    first, second = (respond(path, base_url=BASE, visit=visit).body.decode() for visit in (1, 2))
    assert "worth Sh502 million" in first
    assert "Correction" not in first
    assert "worth Sh468 million" in second
    assert "Correction, 15 July 2020" in second


def test_a_moved_page_leads_to_an_article_that_no_index_names() -> None:
    response = respond(find_oddity("moved"), base_url=BASE)
    target = find_path("gazette-des-sillons/anacarde-korhogo")
    assert (response.status, response.headers["Location"]) == (301, BASE + target)
    assert target.encode() not in respond(OUTLETS["gazette-des-sillons"].sitemap, base_url=BASE).body


def test_an_oversized_page_is_larger_than_a_crawl_takes_and_is_not_held() -> None:
    response = respond(find_oddity("oversized"), base_url=BASE)
    assert len(response.body) * response.repeat >= OVERSIZED_BYTES > CrawlSettings().max_response_bytes
    assert len(response.body) < 100_000


@pytest.mark.parametrize(
    ("path", "status", "has_body"),
    [
        (find_oddity("gone"), 404, True),
        ("/nowhere", 404, True),
        (find_oddity("empty"), 200, False),
        (find_path("terrace-post/wenshan-yacon") + "?utm_source=rss", 200, True),
    ],
)
def test_other_answers(path: str, status: int, has_body: bool) -> None:
    response = respond(path, base_url=BASE)
    assert (response.status, bool(response.body)) == (status, has_body)


def test_what_is_told_as_a_feed_may_be_a_web_page() -> None:
    response = respond(OUTLETS["terrace-post"].not_a_feed, base_url=BASE)
    assert not isinstance(parse_feed(response.body, url=BASE), IndexPage)


def test_pages_are_the_same_at_each_call() -> None:
    assert respond("/surco-andino/", base_url=BASE) == respond("/surco-andino/", base_url=BASE)


@pytest.mark.parametrize(
    ("outlet", "printed"),
    [
        ("sanabel", "الإثنين ٢٣ مارس 2020 - 08:15"),
        ("tianlong-daily", "2020年03月23日08:15"),
        ("gazette-des-sillons", "Publié le 23 mars 2020 à 08h15"),
        ("surco-andino", "Lunes 23 de marzo de 2020, 08:15 h"),
        ("stepnoy-vestnik", "23 марта 2020 г., 08:15"),
        ("terrace-post", "March 23, 2020, 8:15 a.m."),
    ],
)
def test_dates_are_printed_in_the_manner_of_the_outlet(outlet: str, printed: str) -> None:
    assert format_date(datetime(2020, 3, 23, 8, 15), OUTLETS[outlet].date) == printed


def test_bodies_hold_paragraphs_subheadings_lists_and_tables() -> None:
    blocks = parse_blocks("One\ngoes on.\n\n## Two\n\n- a\n- b\n\n| x | 1 |\n| y | 2 |\n")
    assert [(block.kind, block.lines or block.rows) for block in blocks] == [
        ("paragraph", ("One goes on.",)),
        ("subheading", ("Two",)),
        ("list", ("a", "b")),
        ("table", (("x", "1"), ("y", "2"))),
    ]


def test_sources_have_stable_ids_and_cover_feeds_sitemaps_and_listings() -> None:
    sources = make_sample_sources(BASE)
    assert [one.id for one in sources] == [one.id for one in make_sample_sources("http://127.0.0.1:1")]
    assert all(one.id.startswith("sample-") for one in sources)
    assert all(any(getattr(one, kind) for one in sources) for kind in ("feeds", "sitemaps", "listings"))


def test_a_page_given_by_hand_is_known_as_its_outlets() -> None:
    sources = make_sample_sources(BASE)
    for article in CONTENT.articles:
        source = find_source(BASE + make_article_path(OUTLETS[article.outlet], article), sources)
        assert source is not None
        assert source.id == f"sample-{article.outlet}"
