"""The search page as HTML: what it shows, where its links lead, and that nothing of a text becomes markup."""

import html
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

from tests.search_api.building import make_article, said

Serve = Callable[..., TestClient]
BROWSER = {"Accept": "text/html"}
EVIL = "<script>alert('x')</script><svg onload>\"'&"


def page_of(client: TestClient, address: str = "/", status: int = 200) -> str:
    answer = client.get(address, headers=BROWSER)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return answer.text


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def links(page: str) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'href="([^"]*)"', page)]


def test_the_first_page_shows_the_newest_claims_and_what_to_try(client: TestClient) -> None:
    page = page_of(client)
    assert "Newest of 10 claims" in text_of(page)
    for address in (link for link in links(page) if link.startswith("/?")):
        assert client.get(address).status_code == 200, address


def test_a_claim_is_shown_with_its_sentence_its_figure_and_where_it_comes_from(client: TestClient) -> None:
    page = page_of(client, "/?unit=CNY&lang=en")
    shown = text_of(page)
    assert "4.8 billion CNY" in shown
    for fact in ("Measure Sales value", "Place Yunnan", "Period 2019", "Product Apple", "Organisation Pinduoduo"):
        assert fact in shown
    assert '<mark class="mark-figure">4.8 billion yuan</mark>' in page
    assert "daily 1 May 2020 Archived page Original" in shown
    assert "/capture" in page
    assert 'href="https://news.example/apples"' in page


def test_the_words_asked_for_are_marked_and_the_reason_told(client: TestClient) -> None:
    page = page_of(client, "/?q=farmer")
    assert '<mark class="mark-word">farmers</mark>' in page
    assert "Found by farmer in the quote" in text_of(page)
    assert "Found by Yunnan" in text_of(page_of(client, "/?place=place:china&lang=en&unit=CNY"))
    assert "values" not in text_of(page_of(client, "/?value_min=1&value_unit=mu")).split("Found by")[1]


def test_a_quote_goes_in_the_direction_of_its_language(client: TestClient) -> None:
    page = page_of(client, "/?lang=ar")
    assert re.search(r'<blockquote class="quote" lang="ar" dir="rtl"', page)
    assert re.search(r'<blockquote class="quote" lang="zh" dir="ltr"', page_of(client, "/?lang=zh"))


def test_a_facet_leads_to_its_rows_and_back(client: TestClient) -> None:
    page = page_of(client, "/?q=apples")
    (address,) = [link for link in links(page) if link.startswith("/?") and link.endswith("&lang=ru")]
    narrowed = page_of(client, address)
    assert "1 claim All as" in text_of(narrowed)
    assert "language Russian" in text_of(narrowed)
    assert "/?q=apples" in links(narrowed)
    assert 'class="is-on" aria-current="true"' in narrowed


def test_a_fact_leads_to_the_search_for_it_within_this_one(client: TestClient) -> None:
    page = page_of(client, "/?q=farmers&unit=CNY")
    assert "/?q=farmers&unit=CNY&place=place%3Ayunnan" in links(page)
    assert "/?q=farmers&unit=CNY&measure=sales_value" in links(page)
    on = page_of(client, "/?place=place:yunnan&unit=CNY")
    assert not any(link.count("place%3Ayunnan") > 1 for link in links(on))


def test_pages_are_followed_to_the_last(client: TestClient) -> None:
    address: str | None = "/?sort=value:desc&limit=4"
    found: list[str] = []
    while address:
        page = page_of(client, address)
        found += re.findall(r"#claim-([0-9a-f]{32})", page)
        following = [link for link in links(page) if "cursor=" in link]
        address = following[0] if following else None
    assert len(found) == len(set(found)) == 10
    assert "First page" in page


def test_filters_that_are_on_are_told_in_words(client: TestClient) -> None:
    shown = text_of(page_of(client, "/?value_min=1000000000&value_unit=CNY&measure=sales_value&period_from=2019"))
    for told in ("at least 1 billion", "in CNY", "what is counted Sales value", "from 2019"):
        assert told in shown
    for odd in ("many", "NaN", "1e999999"):
        assert f"at least {odd}" in text_of(page_of(client, f"/?value_min={odd}&value_unit=CNY", 422))


def test_an_empty_answer_says_what_to_do(client: TestClient) -> None:
    shown = text_of(page_of(client, "/?q=unfindable"))
    assert "Nothing was found" in shown
    assert "use fewer words" in shown


def test_an_empty_index_says_how_it_is_filled(serve: Serve) -> None:
    assert "ruralwire crawl" in text_of(page_of(serve()))


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/?value_min=5", 422, "a range of values needs a unit or a measure"),
        ("/?place=Atlantis", 422, "no place is called 'Atlantis'"),
        ("/?plce=Yunnan", 422, "unknown parameter 'plce'"),
        ("/?period_from=soon", 422, "'soon' is no date"),
        ("/?cursor=forged", 400, "not given out by this index"),
        ("/?q=a&q=b", 422, "q is given twice"),
        ("/?limit=5000", 422, "at most 1000 rows"),
    ],
)
def test_what_cannot_be_answered_is_told_on_the_page(client: TestClient, address: str, status: int, told: str) -> None:
    page = page_of(client, address, status)
    assert told in text_of(page)
    assert 'role="alert"' in page


def test_an_ambiguous_place_is_chosen_within_the_same_search(client: TestClient) -> None:
    page = page_of(client, "/?q=tea&place=Li+County&lang=zh", 422)
    assert "Li County , Hunan, China" in text_of(page)
    assert "/?q=tea&place=place%3Ali-hunan&lang=zh" in links(page)
    assert "/?q=tea&place=place%3Ali-gansu&lang=zh" in links(page)


def test_a_name_that_was_not_understood_stands_in_its_field_again(client: TestClient) -> None:
    page = page_of(client, "/?q=tea&place=Yunan&product=Aple&unit=zzz&lang=zh", 422)
    assert re.search(r'id="place"[^>]*value="Yunan"', page)
    assert re.search(r'id="product"[^>]*value="Aple"', page)
    assert 'value="tea"' in page
    assert re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page) == [("lang", "zh")]
    assert "/?q=tea&place=place%3Ayunnan&product=Aple&unit=zzz&lang=zh" in links(page)
    assert "/?q=tea&place=Yunan&product=product%3Aapple&unit=zzz&lang=zh" in links(page)
    for told in ("no place is called 'Yunan'", "no product is called 'Aple'", "no unit is called 'zzz'"):
        assert told in text_of(page)


@pytest.mark.parametrize(
    ("given", "kind", "status"),
    [("2019-05-01", "date", 200), ("2019", "text", 200), ("2019-05", "text", 200), ("soon", "text", 422)],
)
def test_what_a_field_of_days_cannot_hold_is_kept_as_it_was_typed(
    client: TestClient, given: str, kind: str, status: int
) -> None:
    page = page_of(client, f"/?period_from={given}&published_to={given}", status)
    for name in ("period_from", "published_to"):
        assert f'<input id="{name}" name="{name}" type="{kind}" value="{given}">' in page


def test_a_parameter_that_is_none_is_not_sent_again(client: TestClient) -> None:
    page = page_of(client, "/?plce=Yunnan&lang=zh&lang=chinese", 422)
    assert re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page) == [("lang", "zh")]
    assert "/?plce=Yunnan&lang=zh&lang=zh" in links(page)


def test_the_start_page_leads_to_the_places_that_are_followed(serve: Serve) -> None:
    sold = said("5 tonnes", 5, "tonne", places=("Shilin=place:shilin",))
    client = serve(make_article("a", "In Shilin they sold 5 tonnes.", sold), followed=["place:yunnan", "place:hunan"])
    page = page_of(client)
    assert "Places you follow Yunnan 1 Hunan 0" in text_of(page)
    assert "/?place=place%3Ayunnan" in links(page)
    assert "Places you follow" not in page_of(client, "/?q=tonnes")


def test_without_followed_places_none_are_spoken_of(client: TestClient) -> None:
    assert "Places you follow" not in page_of(client)


def test_fields_of_the_form_that_were_left_empty_ask_nothing(client: TestClient) -> None:
    fields = "q=&place=&product=&measure=&value_min=&value_max=&value_unit=mu&period_from=&period_to=&sort="
    assert "10 claims" in text_of(page_of(client, f"/?{fields}"))


def test_the_form_keeps_what_was_asked(client: TestClient) -> None:
    page = page_of(client, "/?q=%D9%85%D8%A8%D9%8A%D8%B9%D8%A7%D8%AA&value_min=5&value_unit=mu&lang=ar&sort=value:asc")
    assert 'value="مبيعات"' in page
    assert re.search(r'id="value_min"[^>]*value="5"', page)
    assert '<input type="hidden" name="lang" value="ar">' in page
    assert '<option value="value:asc" selected>' in page


def test_exports_ask_the_same_question(client: TestClient) -> None:
    page = page_of(client, "/?q=output&lang=ru&limit=1")
    (address,) = [link for link in links(page) if link.endswith("format=csv")]
    assert dict(parse_qsl(urlsplit(address).query)) == {"q": "output", "lang": "ru", "format": "csv"}
    assert len(client.get(address).text.splitlines()) == 3
    (for_excel,) = [link for link in links(page) if link.endswith("format=csv&bom=true")]
    assert client.get(for_excel).text == "\ufeff" + client.get(address).text


def test_nothing_of_a_text_or_a_question_becomes_markup(serve: Serve) -> None:
    article = make_article(
        "evil",
        f"Title {EVIL}\nThey sold 5 eggs {EVIL} here.",
        said("5 eggs", 5, "egg", places=(f"eggs {EVIL}",), subject=f"eggs {EVIL}", population=f"eggs {EVIL}"),
        source=f"source{EVIL}",
        source_name=f"Name {EVIL}",
        authors=(f"Author {EVIL}",),
        url=f"javascript:alert(1)//{EVIL}",
    )
    client = serve(article)
    article_id = article.article.id
    addresses = ["/", f"/a/{article_id}", f"/?q=eggs&source={EVIL}", f"/?q={EVIL}", f"/?{EVIL}=1", f"/{EVIL}"]
    for address in addresses:
        page = client.get(address, headers=BROWSER).text
        assert "<script>alert" not in page
        assert "<svg onload" not in page
        assert 'href="javascript:' not in page
    assert "&lt;script&gt;alert(" in page_of(client, f"/a/{article_id}")
    assert client.get("/claims").headers["content-type"] == "application/json"
    problem: Any = client.get(f"/claims?lang={EVIL}")
    assert problem.headers["content-type"] == "application/json"
