"""GET /articles/{id}/capture: the page as it came, with no power over the reader's browser."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from search_api.index.record import IndexedArticle
from tests.search_api.building import KeptCaptures, make_article
from tests.search_api.conftest import PAGE

Serve = Callable[..., TestClient]


@pytest.fixture
def path(collection: list[IndexedArticle]) -> str:
    return f"/articles/{collection[0].article.id}/capture"


def test_a_captured_page_comes_byte_for_byte_with_its_own_type(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content == PAGE
    assert answer.headers["content-type"] == "text/html; charset=windows-1252"
    assert answer.headers["memento-datetime"] == "Sun, 01 Nov 2026 08:00:00 GMT"
    assert answer.headers["link"] == '<https://news.example/page?a=1>; rel="original"'


def test_a_captured_page_runs_no_script_and_loads_nothing(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"].split("; ")
    assert "sandbox" in policy  # without allow-scripts and allow-same-origin
    assert "default-src 'none'" in policy
    assert not any("script-src" in part or "allow-" in part for part in policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "noindex" in headers["x-robots-tag"]


def test_a_captured_page_can_be_downloaded(client: TestClient, path: str, collection: list[IndexedArticle]) -> None:
    disposition = client.get(f"{path}?download=true").headers["content-disposition"]
    assert disposition == f'attachment; filename="capture-{collection[0].article.id}.html"'
    assert client.get(path).headers["content-disposition"] == "inline"


def test_what_a_browser_would_run_is_only_downloaded(client: TestClient, collection: list[IndexedArticle]) -> None:
    answer = client.get(f"/articles/{collection[1].article.id}/capture")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_media_type_that_is_none_cannot_add_headers(client: TestClient, collection: list[IndexedArticle]) -> None:
    answer = client.get(f"/articles/{collection[3].article.id}/capture")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "x-evil" not in answer.headers


def test_a_capture_of_another_article_is_not_shown(client: TestClient, path: str) -> None:
    answer = client.get(f"{path}?capture=capture-yunnan")
    assert answer.status_code == 404
    assert answer.json()["hint"] == "Its captures: capture-apples."


def test_a_capture_that_the_archive_lost_is_told(client: TestClient, collection: list[IndexedArticle]) -> None:
    answer = client.get(f"/articles/{collection[2].article.id}/capture")
    assert answer.status_code == 404
    assert "ruralwire doctor" in answer.json()["hint"]


def test_a_service_without_an_archive_says_so(serve: Serve) -> None:
    article = make_article("a", "It was 5 eggs.")
    problem = serve(article).get(f"/articles/{article.article.id}/capture").json()
    assert problem["error"] == "this service has no archive"


def test_an_older_capture_is_shown_by_its_id(serve: Serve) -> None:
    archive: Any = KeptCaptures(old=(b"<p>old", "text/html"), new=(b"<p>new", "text/html"))
    article = make_article("a", "It was 5 eggs.", capture_ids=("old", "new"))
    client = serve(article, archive=archive)
    assert client.get(f"/articles/{article.article.id}/capture").content == b"<p>new"
    assert client.get(f"/articles/{article.article.id}/capture?capture=old").content == b"<p>old"


def test_a_page_that_may_only_be_linked_to_is_kept_but_not_shown(serve: Serve) -> None:
    archive: Any = KeptCaptures(capture_a=(b"<p>page", "text/html"))
    article = make_article("a", "It was 5 eggs.", show="link")
    answer = serve(article, archive=archive).get(f"/articles/{article.article.id}/capture")
    assert answer.status_code == 403
    assert "https://news.example/a" in answer.json()["hint"]
