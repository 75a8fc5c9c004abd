"""GET /articles and /articles/{id}: what is found, and as much of a text as its source allows."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from search_api.index.record import IndexedArticle
from tests.search_api.building import make_article, said

Serve = Callable[..., TestClient]
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def ask(client: TestClient, path: str, status: int = 200) -> Any:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    return answer.json()


def names(answer: Any) -> set[str]:
    return {hit["article"]["url"].rsplit("/", 1)[1] for hit in answer["hits"]}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", {"apples", "yunnan", "tuffah", "the", "yabloki", "precio"}),
        ("q=fruit", {"apples", "tuffah", "yabloki"}),
        ("q=%E6%B0%B4%E6%9E%9C&lang=ru", {"yabloki"}),
        ("place=Yunnan&product=tea", {"yunnan"}),
        ("measure=stores&measure=orders", {"precio", "apples"}),
        ("source=terre-fr", {"the"}),
        ("published_from=2022", {"tuffah", "the"}),
        ("q=unfindable", set()),
    ],
)
def test_articles_are_found(client: TestClient, question: str, expected: set[str]) -> None:
    answer = ask(client, f"/articles?{question}")
    assert names(answer) == expected
    assert answer["total"] == {"value": len(expected), "relation": "eq"}


def test_a_hit_shows_the_words_in_the_text(client: TestClient, collection: list[IndexedArticle]) -> None:
    (hit,) = ask(client, "/articles?q=stall")["hits"]
    body = collection[0].text.body
    assert body[hit["extract_start"] :].startswith(hit["extract"])
    (met,) = hit["matched_by"]
    assert [body[span["start"] : span["end"]] for span in met["spans"]] == ["stall"]
    assert hit["claim_count"] == 2


def test_details_about_individuals_are_not_counted(client: TestClient) -> None:
    (hit,) = ask(client, "/articles?lang=ar")["hits"]
    assert hit["claim_count"] == 1


def test_articles_are_exported(client: TestClient) -> None:
    hits = ask(client, "/articles?sort=published&limit=100")["hits"]
    lines = client.get("/articles?sort=published&format=jsonl").text.splitlines()
    assert [json.loads(line) for line in lines] == hits
    text = client.get("/articles?sort=published&format=csv").text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == [hit["article"]["id"] for hit in hits]


@pytest.mark.parametrize(
    ("path", "where", "hint"),
    [
        ("/articles?plce=x", "plce", "Did you mean place?"),
        ("/articles?sort=value", "sort", "Valid: id, indexed, published, relevance"),
        ("/articles?status=target", "status", "Valid: bom, cursor"),
        ("/articles?limit=2&limit=3", "limit", "once"),
        ("/articles/0?levels=area", "levels", "Did you mean level?"),
        ("/articles/0/capture?x=1", "x", "Valid: capture, download"),
        ("/healthz?x=1", "x", "It takes no parameters."),
    ],
)
def test_an_unknown_parameter_is_named_with_its_nearest_neighbour(
    client: TestClient, path: str, where: str, hint: str
) -> None:
    problem = ask(client, path, 422)
    assert problem["where"] == where
    assert hint in problem["hint"]


def test_an_article_tells_its_text_and_all_that_was_read(client: TestClient, collection: list[IndexedArticle]) -> None:
    indexed = collection[0]
    answer = ask(client, f"/articles/{indexed.article.id}")
    assert answer["body"] == indexed.text.body
    assert answer["headline"] == {"start": 0, "end": 23}
    for claim in answer["claims"]:
        assert answer["body"][claim["start"] : claim["end"]] == claim["surface"]
        assert answer["body"][claim["quote"]["start"] : claim["quote"]["end"]] == claim["quote"]["text"]
    for mention in answer["mentions"]:
        assert answer["body"][mention["start"] : mention["end"]] == mention["surface"]
    assert answer["provenance"]["capture_id"] == "capture-apples"
    assert answer["capture_ids"] == ["capture-apples"]


def test_details_about_individuals_are_shown_only_when_asked_for(
    client: TestClient, collection: list[IndexedArticle]
) -> None:
    path = f"/articles/{collection[2].article.id}"
    plain = ask(client, path)
    assert [claim["surface"] for claim in plain["claims"]] == ["80 هكتارا"]
    assert plain["claims_left_out"] == 1
    whole = ask(client, f"{path}?level=individual")
    assert {claim["surface"] for claim in whole["claims"]} == {"80 هكتارا", "43 عاما"}
    assert whole["claims_left_out"] == 0
    assert ask(client, f"{path}?level=firm")["claims"] == []


@pytest.mark.parametrize("article_id", ["0" * 32, "x", "..%2f..", "%F0%9F%8D%8E", "a" * 5000])
def test_an_unknown_article_is_told(client: TestClient, article_id: str) -> None:
    for suffix in ("", "/capture"):
        problem = ask(client, f"/articles/{article_id}{suffix}", 404)
        assert problem["error"]
    page = client.get(f"/a/{article_id}", headers=BROWSER)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")


BODY = "Headline\nNo figure stands here. They sold 5 eggs. It rained."


@pytest.mark.parametrize(
    ("show", "body", "in_page", "not_in_page"),
    [
        ("full", BODY, ["No figure stands here", "It rained", "They sold"], []),
        ("extract", None, ["They sold"], ["No figure stands here", "It rained"]),
        ("link", None, [], ["No figure stands here", "It rained", "They sold"]),
    ],
)
def test_as_much_of_a_text_is_shown_as_its_source_allows(
    serve: Serve, show: str, body: str | None, in_page: list[str], not_in_page: list[str]
) -> None:
    article = make_article("a", BODY, said("5 eggs", 5, "egg"), show=show)
    client = serve(article)
    answer = ask(client, f"/articles/{article.article.id}")
    assert (answer["show"], answer["body"]) == (show, body)
    page = client.get(f"/a/{article.article.id}").text
    assert "Headline" in page
    assert all(words in page for words in in_page)
    assert not any(words in page for words in not_in_page)


def test_the_same_address_is_a_page_for_browsers(client: TestClient, collection: list[IndexedArticle]) -> None:
    path = f"/articles/{collection[0].article.id}"
    page = client.get(path, headers=BROWSER)
    assert page.headers["content-type"].startswith("text/html")
    assert "Accept" in page.headers["vary"]
    assert client.get(path, headers={"Accept": "application/json, text/html"}).json()["article"]


def test_one_s_own_text_has_no_url_and_no_capture(serve: Serve) -> None:
    article = make_article("a", "It was 5 eggs.", said("5 eggs", 5, "egg"), source=None, capture_ids=())
    own = article.model_copy(update={"article": article.article.model_copy(update={"url": None, "given_id": "a"})})
    client = serve(own)
    answer = ask(client, f"/articles/{article.article.id}")
    assert (answer["article"]["url"], answer["article"]["capture_link"]) == (None, None)
    assert "given without a page" in ask(client, f"/articles/{article.article.id}/capture", 404)["error"]
    assert "Own text" in client.get(f"/a/{article.article.id}").text
