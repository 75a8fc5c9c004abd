"""The sample site over HTTP."""

import threading
from collections.abc import Iterator

import httpx
import pytest

from ruralwire.sample_site.server import SampleServer, serve_sample_site
from ruralwire.sample_site.site import OVERSIZED_BYTES

BUSY = "/sanabel/node/24518"


@pytest.fixture
def site() -> Iterator[SampleServer]:
    with serve_sample_site() as server:
        yield server


def test_addresses_carry_the_port_that_was_taken(site: SampleServer) -> None:
    feed = httpx.get(f"{site.base_url}/surco-andino/rss").text
    assert f"<link>{site.base_url}/surco-andino/" in feed


def test_what_is_told_once_is_told_once_per_server() -> None:
    for _ in range(2):
        with serve_sample_site() as server:
            assert [httpx.get(server.base_url + BUSY).status_code for _ in range(3)] == [503, 200, 200]


def test_visits_are_counted_without_their_query(site: SampleServer) -> None:
    for query in ("", "?utm_source=rss"):
        httpx.get(f"{site.base_url}/{query}")
    httpx.head(f"{site.base_url}/")
    assert site.visits == {"/": 2}


def test_a_feed_that_has_not_changed_is_not_sent_again(site: SampleServer) -> None:
    url = f"{site.base_url}/terrace-post/feed/"
    etag = httpx.get(url).headers["ETag"]
    again = httpx.get(url, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")


def test_an_oversized_page_is_streamed_to_its_end(site: SampleServer) -> None:
    with httpx.stream("GET", f"{site.base_url}/terrace-post/2021/03/01/every-county-every-year/") as response:
        assert "Content-Length" not in response.headers
        assert sum(len(part) for part in response.iter_raw()) >= OVERSIZED_BYTES


def test_a_client_that_goes_away_is_not_reported(site: SampleServer, capfd: pytest.CaptureFixture[str]) -> None:
    with httpx.stream("GET", f"{site.base_url}/terrace-post/2021/03/01/every-county-every-year/") as response:
        next(response.iter_raw())
    assert httpx.get(f"{site.base_url}/").status_code == 200
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_an_error_and_a_freed_one_can_be_taken_again(site: SampleServer) -> None:
    port = int(site.base_url.rpartition(":")[2])
    with pytest.raises(OSError, match=r"in use|one usage"), serve_sample_site(port):
        pass
    with serve_sample_site() as other:
        free = int(other.base_url.rpartition(":")[2])
    with serve_sample_site(free) as again:
        assert httpx.get(again.base_url).status_code == 200


def test_nothing_is_left_behind() -> None:
    before = threading.active_count()
    with serve_sample_site() as server:
        httpx.get(server.base_url)
    with pytest.raises(httpx.ConnectError):
        httpx.get(server.base_url)
    assert threading.active_count() <= before + 1  # a connection that is kept alive may be ending
