"""The article page as HTML: every figure marked and explained, within what the source allows."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from starlette.testclient import TestClient

from nlp.model.claim import Relation
from nlp.model.identity import make_article_id, make_claim_id, make_text_id
from nlp.model.period import Period
from search_api.index.record import IndexedArticle
from tests.search_api.annotated import load_annotated
from tests.search_api.building import make_article, said, year
from tests.search_api.test_search_page import page_of, text_of

Serve = Callable[..., TestClient]


def tip_of(page: str, surface: str) -> str:
    found = re.search(rf">{re.escape(surface)}</a><span class=\"tip\".*?</span></span></span></span>", page, re.DOTALL)
    assert found is not None, surface
    return text_of(found.group())


def test_each_figure_says_its_value_unit_measure_place_and_period(
    client: TestClient, collection: list[IndexedArticle]
) -> None:
    page = page_of(client, f"/a/{collection[0].article.id}")
    tip = tip_of(page, "4.8 billion yuan")
    for told in ("4.8 billion CNY", "Measure Sales value", "Place Yunnan", "Period 2019", "Product Apple"):
        assert told in tip
    assert "more than 300 orders" in tip_of(page, "300 orders")
    assert "Period not found" in tip_of(page, "300 orders")


def test_each_figure_leads_to_its_row_and_is_described_to_screen_readers(
    client: TestClient, collection: list[IndexedArticle]
) -> None:
    page = page_of(client, f"/a/{collection[0].article.id}")
    for claim in collection[0].reading.claims:
        assert f'href="#claim-{claim.id}" id="figure-{claim.id}" aria-describedby="tip-{claim.id}"' in page
        assert f'id="tip-{claim.id}" role="tooltip"' in page
        assert f'<tr id="claim-{claim.id}">' in page


def test_every_figure_of_a_text_is_marked_once_and_the_text_stays_whole(serve: Serve) -> None:
    articles = load_annotated("ar-01", "zh-01", "fr-01", "ru-01", "es-01", "en-01")
    client = serve(*articles)
    for article in articles:
        page = page_of(client, f"/a/{article.article.id}?level=individual")
        bare = re.sub(r'<span class="tip".*?</span></span></span></span>', "</span>", page, flags=re.DOTALL)
        shown = text_of(re.sub(r"</?(a|span)\b[^>]*>", "", bare))
        for line in article.text.body.splitlines():
            assert " ".join(line.split()) in shown
        marked = re.findall(r'id="figure-([0-9a-f]{32})"', page)
        assert len(marked) == len(set(marked))
        assert set(marked) <= {claim.id for claim in article.reading.claims}
        assert len(marked) >= 0.8 * len(article.reading.claims)  # figures may lie in one another


def test_text_and_headline_go_in_the_direction_of_the_language(
    client: TestClient, collection: list[IndexedArticle]
) -> None:
    page = page_of(client, f"/a/{collection[2].article.id}")
    assert '<h1 lang="ar" dir="rtl">' in page
    assert '<div class="body" lang="ar" dir="rtl">' in page
    assert 'role="tooltip" lang="en" dir="ltr"' in page


def test_details_about_individuals_are_behind_a_link(client: TestClient, collection: list[IndexedArticle]) -> None:
    path = f"/a/{collection[2].article.id}"
    page = page_of(client, path)
    assert "1 detail about individuals left out" in text_of(page)
    assert "43 عاما</a>" not in page
    assert "about an individual" in text_of(page_of(client, f"{path}?level=individual"))


def test_the_page_says_where_it_comes_from(client: TestClient, collection: list[IndexedArticle]) -> None:
    shown = text_of(page_of(client, f"/a/{collection[0].article.id}"))
    assert "Captured 1 Nov 2026 08:00, by the crawl" in shown
    assert "Archived page, as it came" in shown
    assert "Read by ruralwire test" in shown


def test_relations_lead_to_the_other_figure(serve: Serve) -> None:
    body = "They sold 10 eggs, of which 4 were brown."
    url = "https://news.example/a"
    whole = make_claim_id(make_article_id(url), make_text_id(body), body.index("10 eggs"))
    article = make_article(
        "a",
        body,
        said("10 eggs", 10, "egg"),
        said("4", 4, "egg", relations=(Relation(kind="part_of", claim=whole),)),
        url=url,
    )
    assert f'part of <a href="#claim-{whole}"><bdi>10 eggs</bdi></a>' in page_of(
        serve(article), f"/a/{article.article.id}"
    )


def test_a_text_without_figures_says_so(serve: Serve) -> None:
    article = make_article("a", "Nothing is counted here.")
    assert "No figure was read in this text." in text_of(page_of(serve(article), f"/a/{article.article.id}"))


@pytest.mark.parametrize(
    ("show", "told"),
    [("extract", "This source allows extracts"), ("link", "This source allows its articles to be linked to")],
)
def test_a_source_that_allows_less_than_its_text_is_named_as_such(serve: Serve, show: str, told: str) -> None:
    article = make_article("a", "Title\nWords of 5 eggs.", said("5 eggs", 5, "egg", period=year(2020)), show=show)
    page = page_of(serve(article), f"/a/{article.article.id}")
    assert told in text_of(page)
    assert ("/capture" in page) is (show == "extract")
    assert "Period 2020" in text_of(page)


def test_a_period_that_could_not_be_resolved_keeps_its_words(serve: Serve) -> None:
    period = Period(surface="last season", basis="relative")
    article = make_article("a", "It was 5 eggs last season.", said("5 eggs", 5, "egg", period=period))
    assert "Period last season" in text_of(page_of(serve(article), f"/a/{article.article.id}"))


def test_a_quarter_a_half_year_and_an_open_period_are_written_out(serve: Serve) -> None:
    periods = {
        "1 egg": Period(start=date(2020, 4, 1), end=date(2020, 6, 30), precision="quarter"),
        "2 eggs": Period(start=date(2020, 7, 1), end=date(2020, 12, 31), precision="half"),
        "3 eggs": Period(start=date(2018, 3, 5), open="end", precision="day"),
        "4 eggs": Period(end=date(2020, 12, 31), open="start", precision="day"),
        "5 eggs": Period(start=date(2020, 2, 1), end=date(2020, 2, 29), precision="month"),
        "6 eggs": Period(duration_days=30),
    }
    body = ", ".join(periods)
    figures = [said(surface, surface[0], "egg", period=period) for surface, period in periods.items()]
    article = make_article("a", body, *figures)
    shown = text_of(page_of(serve(article), f"/a/{article.article.id}"))
    for told in (
        "quarter 2 of 2020", "second half of 2020", "since 5 Mar 2018", "until 31 Dec 2020", "February 2020", "30 days",
    ):  # fmt: skip
        assert f"Period {told}" in shown


@pytest.mark.parametrize(("language", "way", "authors"), [("ar", "rtl", "منى، سعيد"), ("zh", "ltr", "منى, سعيد")])
def test_the_head_with_its_authors_runs_as_the_article_does(
    serve: Serve, language: str, way: str, authors: str
) -> None:
    article = make_article("a", "عنوان\nباعوا 5 أطنان.", language=language, authors=("منى", "سعيد"))
    page = page_of(serve(article), f"/a/{article.article.id}")
    assert f'<header class="paper-head" dir="{way}">' in page
    assert f'<p class="authors" lang="{language}"><bdi>{authors}</bdi></p>' in page
