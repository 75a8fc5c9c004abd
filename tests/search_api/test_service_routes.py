"""Health, readiness, the description of the API, and what every answer carries."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from search_api.app import make_app
from search_api.index.embedded import EmbeddedIndex, open_embedded_index
from search_api.serve import address_of, serve
from tests.search_api.building import make_article

MakeIndex = Callable[..., EmbeddedIndex]
BROWSER = {"Accept": "text/html"}
PATHS = [
    "/",
    "/?q=tea",
    "/docs",
    "/claims",
    "/articles",
    "/healthz",
    "/readyz",
    "/claims?x=1",
    "/nowhere",
    "/openapi.json",
]


def test_a_service_that_runs_says_so(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_a_service_that_can_answer_says_what_it_holds(client: TestClient) -> None:
    answer = client.get("/readyz").json()
    assert answer["status"] == "ready"
    assert (answer["index"]["articles"], answer["index"]["claims"]) == (6, 11)


def test_an_index_that_cannot_be_read_is_told_and_the_service_lives_on(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index(make_article("a", "It was 5 eggs."))
    client = TestClient(make_app(open_embedded_index(tmp_path / "index")))
    (tmp_path / "index" / "claims" / "meta.json").rename(tmp_path / "kept")
    for path in ("/readyz", "/claims"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert answer.json()["where"] == "index"
    assert client.get("/", headers=BROWSER).status_code == 503
    assert client.get("/healthz").status_code == 200
    (tmp_path / "kept").rename(tmp_path / "index" / "claims" / "meta.json")
    assert client.get("/readyz").status_code == 200


def test_an_index_that_takes_the_place_of_another_is_read_at_once(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index(make_article("a", "Old eggs.")).close()
    client = TestClient(make_app(open_embedded_index(tmp_path / "index")))
    assert client.get("/articles?q=old").json()["total"]["value"] == 1
    make_index(make_article("a", "New eggs."), make_article("b", "New hens."), name="fresh").close()
    (tmp_path / "index").rename(tmp_path / "old")
    (tmp_path / "fresh").rename(tmp_path / "index")
    assert client.get("/articles?q=old").json()["total"]["value"] == 0
    assert client.get("/articles?q=new").json()["total"]["value"] == 2


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("headers", [{}, BROWSER])
def test_every_answer_carries_headers_that_restrain_browsers(
    client: TestClient, path: str, headers: dict[str, str]
) -> None:
    answer = client.get(path, headers=headers)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_an_error_that_was_not_foreseen_tells_nothing_of_the_inside() -> None:
    class Broken:
        def __getattr__(self, name: str) -> Any:
            raise RuntimeError("secret of the inside")

    broken: Any = Broken()
    client = TestClient(make_app(broken), raise_server_exceptions=False)
    answer = client.get("/claims")
    assert answer.status_code == 500
    assert answer.json() == {"error": "something went wrong here", "where": "server", "hint": "The log says more."}
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "secret" not in client.get("/", headers=BROWSER).text


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("POST", "/claims", 405)])
def test_a_path_or_method_that_is_none_is_answered_as_a_problem(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.json()["where"] == path
    assert "/claims" in answer.json()["hint"]


JSON = "application/json"
HTML = "text/html"
ANY = "*/*"


@pytest.mark.parametrize(
    ("path", "accept", "kind"),
    [
        ("/nowhere", HTML, HTML),
        ("/nowhere", ANY, JSON),
        ("/a/nope", HTML, HTML),
        ("/a/nope", ANY, HTML),
        ("/a/nope", JSON, JSON),
        ("/a/nope?level=many", ANY, HTML),
        ("/articles/nope", HTML, HTML),
        ("/articles/nope", ANY, JSON),
        ("/articles/nope/capture", HTML, HTML),
        ("/articles/nope/capture", ANY, JSON),
        ("/claims?plce=1", HTML, JSON),
        ("/articles?plce=1", HTML, JSON),
        ("/healthz?x=1", HTML, JSON),
        ("/?plce=1", ANY, HTML),
    ],
)
def test_errors_are_pages_to_those_who_read_pages_and_data_to_scripts(
    client: TestClient, path: str, accept: str, kind: str
) -> None:
    answer = client.get(path, headers={"Accept": accept})
    assert answer.status_code in (404, 422)
    assert answer.headers["content-type"].startswith(kind)


def test_a_page_that_is_none_says_what_there_is_and_leads_back(client: TestClient) -> None:
    page = client.get("/nowhere", headers=BROWSER).text
    for part in ("There is no page at this address", "/a/{id}", 'href="/"', 'name="q"', "ruralwire.css"):
        assert part in page
    page = client.get("/a/nope", headers=BROWSER).text
    assert "no article has the id &#39;nope&#39;" in page
    assert "Ids are 32 hex digits" in page


def test_every_parameter_is_described_with_what_it_takes(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/claims", "/articles", "/articles/{article_id}", "/articles/{article_id}/capture"} <= set(paths)
    for path in ("/claims", "/articles"):
        for parameter in paths[path]["get"]["parameters"]:
            assert parameter.get("description"), parameter["name"]
    page = client.get("/docs").text
    for name in ("value_min", "period_from", "indexed_since", "cursor"):
        assert f"<code>{name}</code>" in page


@pytest.mark.parametrize("path", ["/static/ruralwire.css", "/static/ruralwire.js", "/static/icon.svg"])
def test_what_the_pages_use_is_served_here(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200
    assert client.get("/static/../app.py").status_code == 404


def test_no_page_names_another_host_to_load_from(client: TestClient) -> None:
    for path in ("/", "/docs", "/nowhere"):
        text = client.get(path, headers=BROWSER).text
        assert 'src="http' not in text
        assert 'rel="stylesheet" href="http' not in text


@pytest.mark.parametrize(("host", "told"), [("127.0.0.1", "http://127.0.0.1:"), ("::1", "http://[::1]:")])
def test_an_address_is_written_as_browsers_take_it(host: str, told: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, 0), family=family)
    except OSError:
        pytest.skip(f"this machine has no {host}")
    with listener:
        assert address_of(listener) == f"{told}{listener.getsockname()[1]}"


def test_a_port_that_is_taken_is_an_error_before_anything_is_served(index: EmbeddedIndex) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        serve(make_app(index), "127.0.0.1", taken.getsockname()[1])
