"""GET /claims: parameters, answers, errors that help, exports."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from search_api.parameters import ClaimParameters
from tests.search_api.building import make_article, said

Serve = Callable[..., TestClient]
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def ask(client: TestClient, question: str, status: int = 200) -> Any:
    answer = client.get(f"/claims?{question}")
    assert answer.status_code == status, answer.text
    return answer.json()


def surfaces(answer: Any) -> set[str]:
    return {hit["surface"] for hit in answer["hits"]}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("q=livestream", {"4.8 billion yuan", "300 orders"}),
        ("q=%E8%98%8B%E6%9E%9C&lang=ar", {"80 هكتارا"}),
        ("lang=zh&lang=fr", {"37.26亿元", "1200亩", "50 et 60 tonnes"}),
        ("place=Yunnan&measure=sales_value", {"4.8 billion yuan", "37.26亿元"}),
        ("place=云南&measure=销售额", {"4.8 billion yuan", "37.26亿元"}),
        ("place=place:shilin", {"300 orders", "1200亩"}),
        ("product=fruit&place=China", {"4.8 billion yuan", "80 هكتارا"}),
        ("organisation=拼多多", {"4.8 billion yuan"}),
        ("value_min=1000&value_unit=mu", {"1200亩", "80 هكتارا"}),
        ("value_min=1000&unit=order&match=possible", {"300 orders"}),
        ("period_from=2020&period_to=2020&source=agri-zh", {"37.26亿元"}),
        ("period_from=2019-12&period_to=2019-12&lang=en", {"4.8 billion yuan"}),
        ("published_from=2022&published_to=2022-03-01", {"80 هكتارا", "50 et 60 tonnes"}),
        ("published_from=2022-03-01T10:30:00Z", {"50 et 60 tonnes"}),
        ("published_from=2022-03-01T12:30:00 02:00", {"50 et 60 tonnes"}),
        ("published_to=1969", {"2,5 pesos por kilo", "12 tiendas"}),
        ("indexed_since=2026-11-02", {"50 et 60 tonnes"}),
        ("level=individual", {"43 عاما"}),
        ("status=target&status=denied", {"50 et 60 tonnes", "2,5 pesos por kilo"}),
        ("modifier=about", {"12 tiendas"}),
        ("aspect=flow", {"4.8 billion yuan"}),
        ("min_confidence=0.9&lang=en", {"4.8 billion yuan"}),
    ],
)
def test_claims_are_found_by_the_parameters_of_the_url(client: TestClient, question: str, expected: set[str]) -> None:
    assert surfaces(ask(client, question)) == expected


def test_a_claim_goes_out_with_its_fields_its_article_and_the_reason(client: TestClient) -> None:
    (hit,) = ask(client, "q=apples&unit=CNY&place=Yunnan")["hits"]
    assert hit["value"] == 4800000000
    assert hit["unit"] == "CNY"
    assert hit["quote"]["text"].startswith("In 2019 farmers in Yunnan sold 4.8 billion yuan")
    assert hit["places"][0]["concept_id"] == "place:yunnan"
    assert hit["period"]["start"] == "2019-01-01"
    assert hit["article"]["title"] == "Livestreams sell apples"
    assert hit["article"]["published_at"] == "2020-05-01T08:00:00+08:00"
    assert hit["article"]["link"] == f"/articles/{hit['article']['id']}"
    assert client.get(hit["article"]["capture_link"]).status_code == 200
    assert {one["field"] for one in hit["matched_by"]} == {"quote", "headline", "place"}
    for one in hit["matched_by"]:
        if one["field"] == "quote":
            assert [hit["quote"]["text"][span["start"] : span["end"]] for span in one["spans"]] == ["apples"]


def test_numbers_go_out_as_numbers(client: TestClient) -> None:
    raw = client.get("/claims?unit=MXN/kg").text
    assert '"value":2.5,' in raw
    assert '"low":' in client.get("/claims?unit=store").text
    (hit,) = ask(client, "unit=store")["hits"]
    assert (hit["low"], hit["high"], hit["value_max"]) == (10.8, 13.2, None)
    schema = client.get("/openapi.json").json()["components"]["schemas"]["WireClaim"]["properties"]
    assert {one["type"] for one in schema["value"]["anyOf"]} == {"integer", "number"}


def test_an_empty_answer_is_an_answer(client: TestClient) -> None:
    answer = ask(client, "q=unfindable&facet=lang")
    assert answer == {
        "total": {"value": 0, "relation": "eq"},
        "hits": [],
        "facets": {"lang": []},
        "cursor": None,
    }


def test_facets_are_counted_with_their_names(client: TestClient) -> None:
    facets = ask(client, "place=Yunnan&facet=measure&facet=place&limit=1")["facets"]
    assert {"value": "sales_value", "label": "Sales value", "count": 2} in facets["measure"]
    assert {"value": "place:shilin", "label": "Shilin", "count": 2} in facets["place"]


def test_pages_follow_the_cursor_to_the_end(client: TestClient) -> None:
    found: list[str] = []
    cursor = ""
    for _ in range(4):
        answer = ask(client, f"sort=value:asc&limit=3{cursor}")
        found += [hit["id"] for hit in answer["hits"]]
        assert answer["total"]["value"] == 10
        cursor = f"&cursor={answer['cursor']}"
    assert answer["cursor"] is None
    assert len(found) == len(set(found)) == 10


@pytest.mark.parametrize(
    ("question", "where", "told", "hint"),
    [
        ("plce=Yunnan", "plce", "unknown parameter 'plce'", "Did you mean place? Valid: article, aspect"),
        ("limit=3&measur=x", "measur", "unknown parameter 'measur'", "Did you mean measure?"),
        ("zzzz=1", "zzzz", "unknown parameter 'zzzz'", "Valid: article"),
        ("lang=chinese", "lang", "lang cannot be 'chinese'", "Did you mean zh? Valid: ar, en"),
        ("status=targets", "status", "status cannot be 'targets'", "Did you mean target? Valid: denied, "),
        ("facet=languages", "facet", "facet cannot be 'languages'", "Did you mean lang?"),
        ("format=xml", "format", "format cannot be 'xml'", "Valid: csv, json, jsonl"),
        ("measure=sales_valeu", "measure", "no measure is called 'sales_valeu'", "Did you mean sales_value?"),
        ("sort=valeu", "sort", "cannot sort by 'valeu'", "Did you mean value?"),
        ("sort=relevance:asc", "sort", "the least relevant cannot stand first", "sort=relevance:desc"),
        ("sort=value:up", "sort", "sort is 'value:up'", "value:desc"),
        ("limit=0", "limit", "limit is '0': input should be greater than or equal to 1", ""),
        ("limit=1001", "limit", "at most 1000 rows", "format=jsonl"),
        ("limit=many", "limit", "limit is 'many': input should be a valid integer", "A whole number"),
        ("value_min=5000", "value_min", "needs a unit or a measure", "unit=CNY"),
        ("value_max=5000&lang=zh", "value_max", "needs a unit or a measure", "unit=CNY"),
        ("value_unit=mu", "value_unit", "neither is given", "value_min"),
        ("value_min=5,000&unit=mu", "value_min", "valid decimal", "no grouping: 4800000000"),
        ("value_min=NaN&unit=mu", "value_min", "finite", "no grouping"),
        ("value_min=1e400&unit=mu", "value_min", "less than or equal", ""),
        ("value_min=9&value_max=8&unit=mu", "value_min", "lies above", "Exchange value_min and value_max"),
        ("period_from=2020&period_to=2019", "period_from", "lies above", "Exchange"),
        ("published_from=2021&published_to=2020", "published_from", "lies above", "Exchange"),
        ("period_from=last year", "period_from", "'last year' is no date", "A year (2020)"),
        ("period_from=2020-02-30", "period_from", "is no date: day is out of range", "A year (2020)"),
        ("published_from=1600000000", "published_from", "is no date", "or a time with offset"),
        ("published_to=2020-01-01T25:00", "published_to", "is no time: hour must be", "or a time with offset"),
        ("indexed_since=0000", "indexed_since", "is no date", ""),
        ("min_confidence=high", "min_confidence", "valid number", ""),
        ("min_confidence=2", "min_confidence", "less than or equal to 1", ""),
        ("place=Atlantis", "place", "no place is called 'Atlantis'", "search the words with q="),
        ("product=", "product", "at least 1 character", "leave the parameter out"),
        ("q=tea&q=rice", "q", "q is given twice", "Write all words into one q"),
        ("limit=3&limit=4", "limit", "limit is given twice", "Give limit once"),
        ("cursor=abc&format=csv", "cursor", "continues pages of JSON", "format=json"),
        (f"q={'x' * 1001}", "q", "at most 1000 characters", "At most 1000 characters"),
        (f"place={'x' * 201}", "place", "at most 200 characters", "At most 200 characters"),
        ("&".join(f"source=s{number}" for number in range(201)), "source", "at most 200 items", "ask in parts"),
        ("bom=true", "bom", "only CSV begins with a byte order mark, and format is json", "format=csv"),
        ("bom=perhaps&format=csv", "bom", "bom is 'perhaps'", "true or false"),
    ],
)
def test_what_cannot_be_answered_says_what_is_wrong_where_and_what_would_be_right(
    client: TestClient, question: str, where: str, told: str, hint: str
) -> None:
    problem = ask(client, question, 422)
    assert problem["where"] == where
    assert told in problem["error"]
    assert hint in problem["hint"]


def test_a_name_that_several_places_have_is_answered_with_them(client: TestClient) -> None:
    problem = ask(client, "place=Li+County", 422)
    assert problem["error"] == "'Li County' names 2 places"
    assert problem["candidates"] == [
        {"id": "place:li-hunan", "label": "Li County", "parents": ["Hunan", "China"]},
        {"id": "place:li-gansu", "label": "Li County", "parents": ["Gansu", "China"]},
    ]
    assert ask(client, f"place={problem['candidates'][0]['id']}")["hits"] == []


@pytest.mark.parametrize("cursor", ["forged", "A" * 999, "%00"])
def test_a_forged_cursor_is_told(client: TestClient, cursor: str) -> None:
    problem = ask(client, f"cursor={cursor}", 400)
    assert problem["where"] == "cursor"
    assert "not given out by this index" in problem["error"]


def test_a_cursor_of_another_question_is_told(client: TestClient) -> None:
    cursor = ask(client, "limit=2&sort=value")["cursor"]
    assert "belongs to another query" in ask(client, f"limit=2&sort=id&cursor={cursor}", 400)["error"]


def test_a_cursor_that_has_expired_is_gone(serve: Serve, make_index: Any) -> None:
    def eggs(number: int) -> Any:
        return make_article(f"n{number}", f"It was {number} eggs.", said(f"{number} eggs", number, "egg"))

    index = make_index(*(eggs(number) for number in range(3)), name="expiring")
    from search_api.app import make_app

    client = TestClient(make_app(index))
    cursor = ask(client, "q=eggs&limit=1")["cursor"]
    for number in range(10):
        index.write_articles([eggs(number)])
        index.commit()
        ask(client, "q=eggs&limit=1")
    problem = ask(client, f"q=eggs&limit=1&cursor={cursor}", 410)
    assert "has expired" in problem["error"]
    assert "sort by a field" in problem["hint"]


def test_names_need_concepts(serve: Serve) -> None:
    client = serve(make_article("a", "It was 5 eggs.", said("5 eggs", 5, "egg")), concepts=None)
    assert "this service knows no names" in ask(client, "place=Yunnan", 422)["error"]
    assert ask(client, "place=place:yunnan")["hits"] == []


def rows_of_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_csv_holds_every_row_of_the_answer(client: TestClient) -> None:
    answer = client.get("/claims?sort=value&format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="claims.csv"'
    rows = rows_of_csv(answer.text)
    hits = ask(client, "sort=value&limit=100")["hits"]
    assert [row["id"] for row in rows] == [hit["id"] for hit in hits]
    assert [row["quote"] for row in rows] == [hit["quote"]["text"] for hit in hits]
    sales = next(row for row in rows if row["surface"] == "4.8 billion yuan")
    assert (sales["value"], sales["unit"], sales["places"], sales["period_start"]) == (
        "4800000000",
        "CNY",
        "Yunnan",
        "2019-01-01",
    )


@pytest.mark.parametrize("path", ["/claims", "/articles"])
def test_a_csv_begins_with_a_byte_order_mark_where_one_is_asked_for(client: TestClient, path: str) -> None:
    plain = client.get(f"{path}?format=csv&sort=id").content
    assert client.get(f"{path}?format=csv&sort=id&bom=true").content == b"\xef\xbb\xbf" + plain
    assert client.get(f"{path}?format=csv&sort=id&bom=false").content == plain


def test_json_lines_hold_every_row_of_the_answer(client: TestClient) -> None:
    answer = client.get("/claims?sort=value&format=jsonl")
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line) for line in answer.text.splitlines()] == ask(client, "sort=value&limit=100")["hits"]


@pytest.mark.parametrize("format_name", ["csv", "jsonl"])
def test_a_limit_bounds_an_export(client: TestClient, format_name: str) -> None:
    text = client.get(f"/claims?sort=value&format={format_name}&limit=3").text
    assert len(text.strip().splitlines()) == (4 if format_name == "csv" else 3)


def test_an_empty_export_is_a_header_or_nothing(client: TestClient) -> None:
    assert client.get("/claims?q=unfindable&format=csv").text.startswith("id,value,value_max,unit")
    assert client.get("/claims?q=unfindable&format=jsonl").text == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", " =", "＝", "\u3000@"])
def test_a_cell_that_begins_like_a_formula_is_escaped(serve: Serve, start: str) -> None:
    body = f"{start}cmd|' /C calc'!A0 title\nIt was 5 eggs."
    client = serve(make_article("a", body, said("5 eggs", 5, "egg")))
    (row,) = rows_of_csv(client.get("/claims?format=csv").text)
    assert row["title"] == f"'{start}cmd|' /C calc'!A0 title"
    (row,) = rows_of_csv(client.get("/articles?format=csv").text)
    assert row["title"].startswith(f"'{start}")


def test_a_negative_number_is_no_formula(serve: Serve) -> None:
    client = serve(make_article("a", "It was -5 eggs.", said("-5 eggs", -5, "egg")))
    (row,) = rows_of_csv(client.get("/claims?format=csv").text)
    assert (row["value"], row["surface"]) == ("-5", "'-5 eggs")


def test_a_source_that_may_only_be_linked_to_shows_no_quote_anywhere(serve: Serve) -> None:
    article = make_article("a", "Headline\nSecret words beside 5 eggs.", said("5 eggs", 5, "egg"), show="link")
    client = serve(article)
    (hit,) = ask(client, "q=secret")["hits"]
    assert hit["quote"] == {"start": 9, "end": 36, "text": ""}
    assert (hit["article"]["show"], hit["article"]["capture_link"]) == ("link", None)
    assert hit["surface"] == "5 eggs"
    for question in ("", "?format=csv", "?format=jsonl"):
        assert "Secret words" not in client.get(f"/claims{question}").text
        assert "Secret words" not in client.get(f"/articles{question}").text
    assert "Secret words" not in client.get(f"/articles/{article.article.id}").text
    assert "Secret words" not in client.get(f"/a/{article.article.id}").text
    assert "Secret words" not in client.get("/?q=secret").text


@pytest.mark.parametrize("show", ["full", "extract"])
def test_a_source_that_may_be_quoted_shows_the_sentence(serve: Serve, show: str) -> None:
    client = serve(make_article("a", "Headline\nKnown words beside 5 eggs.", said("5 eggs", 5, "egg"), show=show))
    assert ask(client, "")["hits"][0]["quote"]["text"] == "Known words beside 5 eggs."
    assert rows_of_csv(client.get("/claims?format=csv").text)[0]["quote"] == "Known words beside 5 eggs."


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from([*ClaimParameters.model_fields, "x"]),
        st.text(st.characters(codec="utf-8"), max_size=30),
        max_size=3,
    )
)
def test_any_question_is_answered_or_refused_in_words(client: TestClient, question: dict[str, str]) -> None:
    answer = client.get("/claims", params=question)
    assert answer.status_code in (200, 400, 422)
    if answer.status_code != 200:
        assert set(answer.json()) >= {"error", "where", "hint"}
