"""Odd input on every route and parameter: an answer or a refusal in words, never an error of the service's own."""

from urllib.parse import quote_from_bytes

import pytest
from starlette.testclient import TestClient

from search_api.app import make_app
from search_api.index.embedded import EmbeddedIndex
from search_api.index.record import IndexedArticle
from search_api.parameters import ArticleParameters, ClaimParameters
from tests.search_api.building import CONCEPTS, KeptCaptures

ODD = [
    "", " ", "\x00", "\x01\x1f\x7f", "\u202e\u200f\u2066", "\ud800", "\ufeff", "😀", "x" * 20_000, "٣٤", "１２３", "²",
    "NaN", "inf", "-inf", "1e400", "-1e400", "1e-400", "9" * 5000, "-0", "0", "-1", "1.5", "1_000", "0x10", "true",
    "null", "[]", "{}", "2019-02-30", "2019-13", "2019-W01", "0000", "10000", "0001", "9999-12-31",
    "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2020-01-01T24:00", "1000000", "1000001", "9" * 20,
    "' OR 1=1 --", "*", "?", "\\", '"', "(((", "a AND", "place:", "product:", "org:", "place:\x00", "/", "CNY/", "/kg",
    "CNY/kg/kg", "relevance:asc", "value:asc:desc", ":", ":desc", "AAAA", "=", "%", "%00", "../../etc/passwd",
]  # fmt: skip
FORGED = ["A" * 400, "A" * 999, "e30", "-_-_", "\x00", "é"]


def quoted(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def strict(index: EmbeddedIndex) -> TestClient:
    """The service; what it does not foresee is answered with 500, as users see it."""
    archive = KeptCaptures(capture_apples=(b"page", "text/html"))
    return TestClient(make_app(index, archive=archive, concepts=CONCEPTS), raise_server_exceptions=False)


def assert_answered(client: TestClient, address: str) -> None:
    answer = client.get(address, headers={"Accept": "application/json"})
    assert answer.status_code in (200, 307, 400, 404, 405, 422), (address[:200], answer.text[:500])
    if answer.status_code in (400, 404, 405, 422) and answer.headers["content-type"] == "application/json":
        assert answer.json()["error"]
        assert len(answer.text) < 20_000


@pytest.mark.parametrize("name", ClaimParameters.model_fields)
def test_every_parameter_takes_or_refuses_odd_values(strict: TestClient, name: str) -> None:
    for number, value in enumerate(ODD):
        # Every value on one of the routes: what lies behind them is the same.
        paths = ("/claims", "/") if name not in ArticleParameters.model_fields else ("/claims", "/articles", "/")
        assert_answered(strict, f"{paths[number % len(paths)]}?{name}={quoted(value)}")


@pytest.mark.parametrize("name", ["value_min", "value_max"])
def test_ranges_of_values_take_or_refuse_odd_ends(strict: TestClient, name: str) -> None:
    for value in ODD:
        assert_answered(strict, f"/claims?value_unit=mu&match=possible&{name}={quoted(value)}")


@pytest.mark.parametrize("path", ["/claims", "/articles", "/"])
def test_odd_names_of_parameters_are_refused(strict: TestClient, path: str) -> None:
    for value in ODD:
        assert_answered(strict, f"{path}?{quoted(value)}={quoted(value)}")


@pytest.mark.parametrize("cursor", FORGED)
@pytest.mark.parametrize("sort", ["relevance", "value:asc"])
def test_forged_cursors_are_refused_whatever_the_sort(strict: TestClient, cursor: str, sort: str) -> None:
    for path, sorts in (("/claims", sort), ("/articles", sort.replace("value", "published"))):
        answer = strict.get(f"{path}?q=a&sort={sorts}&cursor={quoted(cursor)}")
        assert (answer.status_code, answer.json()["where"]) == (400, "cursor")


def test_paths_with_odd_ids_lead_nowhere(strict: TestClient, collection: list[IndexedArticle]) -> None:
    article = collection[0].article.id
    for value in (quoted(one[:2000]) for one in ODD):
        for path in (
            f"/articles/{value}", f"/a/{value}", f"/articles/{value}/capture", f"/{value}", f"/static/{value}",
            f"/articles/{article}?level={value}", f"/a/{article}?level={value}", f"/a/{article}?{value}=1",
            f"/articles/{article}/capture?capture={value}", f"/articles/{article}/capture?download={value}",
            f"/healthz?x={value}", f"/readyz?{value}=1", f"/docs?x={value}",
        ):  # fmt: skip
            assert_answered(strict, path)
