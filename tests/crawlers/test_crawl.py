"""The crawl over real HTTP on loopback."""

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from filelock import FileLock

from crawlers.archive import Archive
from crawlers.captured_page import CapturedPage, load_captured_page
from crawlers.crawl import fetch_pages, run_crawl
from crawlers.harvest import process_pending
from crawlers.intake import Intake
from crawlers.state import State
from settings.config import Settings
from settings.error import ConfigError
from tests.crawlers.conftest import HTML, Site, make_page

MEBIBYTE = 1 << 20


def change(settings: Settings, **crawl: object) -> Settings:
    return settings.model_copy(update={"crawl": settings.crawl.model_copy(update=crawl)})


def list_captured(state: State) -> Counter[str]:
    return Counter(pending.capture.url.rpartition("/")[2] for pending in state.iterate_pending())


def test_a_feed_gives_captures_and_articles(site: Site, settings: Settings, archive: Archive, state: State) -> None:
    site.put_article("/a", "Apples sell online")
    site.put_article("/b", "Eggs sell online")
    site.put_feed("/feed.xml", ["/a", "/b#comments", "/missing", "https://elsewhere.example/d", "/"])
    report = run_crawl([site.source(feeds=["/feed.xml"])], settings)
    assert (report.is_finished, report.error, report.found, report.captured) == (True, "", 3, 3)
    assert site.paths() == ["/robots.txt", "/feed.xml", "/a", "/b", "/missing"]
    harvested = list(process_pending(archive, state, settings, sources=[site.source()]))
    assert sorted(one.article.title for one in harvested) == ["Apples sell online", "Eggs sell online"]
    assert {one.article.country for one in harvested} == {"CN"}
    assert state.count_outcomes() == {"text": 2, "fetch:http_404": 1}


def test_a_capture_holds_what_came_over_the_wire(
    site: Site, settings: Settings, archive: Archive, state: State
) -> None:
    page = make_page("Apples", "A text that is long enough to be read as one.")
    packed = gzip.compress(page.encode())
    site.put("/a", packed, Content_Encoding="gzip", X_Odd="1")
    site.put_feed("/feed.xml", ["/a"])
    run_crawl([site.source(feeds=["/feed.xml"])], settings)
    (pending,) = state.iterate_pending()
    record = archive.read(pending.capture.warc_file, pending.capture.warc_offset)
    assert record.payload == packed
    assert record.http_header("X-Odd") == "1"
    assert pending.hint.title == "Item 0"
    assert pending.hint.published_at == "Fri, 01 May 2020 10:00:00 +0800"
    shown = load_captured_page(archive, pending.capture, max_bytes=MEBIBYTE)
    assert shown == CapturedPage(url=f"{site.base_url}/a", content_type=HTML, content=page.encode())
    (harvested,) = process_pending(archive, state, settings, sources=[])
    assert harvested.article.published_at is not None
    assert harvested.article.published_at.isoformat() == "2020-05-01T10:00:00+08:00"
    assert "long enough" in harvested.text.body


def test_what_robots_forbids_is_not_asked_for_and_counted(site: Site, settings: Settings, state: State) -> None:
    site.put_feed("/feed.xml", ["/private/a"])
    source = site.source(feeds=["/feed.xml"])
    report = run_crawl([source], settings)
    assert report.not_captured == {"robots_forbidden": 1}
    assert state.frontier.count_problems("gazette") == {"fetch:robots_forbidden": 1}
    assert run_crawl([source], settings).not_captured == {}
    assert "/private/a" not in site.paths()


def test_a_robots_file_that_fails_forbids_all_for_now(site: Site, settings: Settings, state: State) -> None:
    site.answers["/robots.txt"] = []
    site.put("/robots.txt", "busy", status=500)
    site.put_feed("/feed.xml", ["/a"])
    report = run_crawl([site.source(feeds=["/feed.xml"])], settings)
    assert [problem.reason for problem in report.problems] == ["robots_unreachable"]
    assert set(site.paths()) == {"/robots.txt"}


def test_the_crawl_delay_is_kept(site: Site, settings: Settings) -> None:
    site.answers["/robots.txt"] = []
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.3\n")
    for name in "abcd":
        site.put_article(f"/{name}", f"Title {name}")
    site.put_feed("/feed.xml", ["/a", "/b"])
    site.put_feed("/other.xml", ["/c", "/d"])
    sources = [site.source(feeds=["/feed.xml"]), site.source(id="other", feeds=["/other.xml"])]
    run_crawl(sources, settings)
    times = [moment for moment, _, _ in site.asked]
    assert len(times) == 7
    # Two sources on one host share its delay. The site's clock ticks when a request is read, not when it is
    # sent: a single pause may look shorter, all of them together may not.
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.2
    assert times[-1] - times[0] > 6 * 0.3 - 0.1


def test_a_host_sees_one_request_at_a_time(site: Site, settings: Settings) -> None:
    names = [f"/{number}" for number in range(20)]
    for name in names:
        site.put_article(name, f"Title {name}")
    site.put_feed("/feed.xml", names)
    at_once = 0
    most = 0

    def count(path: str) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        threading.Event().wait(0.01)  # long enough for another request to come in
        at_once -= 1

    site.on_request = count
    assert run_crawl([site.source(feeds=["/feed.xml"])], settings).captured == 20
    assert most == 1


def test_the_user_agent_names_the_contact(site: Site, settings: Settings) -> None:
    site.put_feed("/feed.xml", [])
    named = settings.model_copy(update={"contact": "mailto:desk@example.org"})
    run_crawl([site.source(feeds=["/feed.xml"])], named)
    assert all("(+mailto:desk@example.org)" in headers["User-Agent"] for _, _, headers in site.asked)


def test_other_hosts_are_not_asked_without_a_contact(site: Site, settings: Settings) -> None:
    source = site.source().model_copy(update={"feeds": ("https://news.example/feed",)})
    with pytest.raises(ConfigError, match="contact"):
        run_crawl([source], settings)


def test_busy_servers_are_asked_again_when_they_say(site: Site, settings: Settings, state: State) -> None:
    site.put("/a", "busy", status=503, Retry_After="1")
    site.put_article("/a", "Apples")
    site.put_article("/b", "Eggs")
    site.put_feed("/feed.xml", ["/a", "/b"])
    report = run_crawl([site.source(feeds=["/feed.xml"])], settings)
    assert (report.retries, report.captured) == (1, 2)
    asked = [moment for moment, path, _ in site.asked if path == "/a"]
    assert asked[1] - asked[0] >= 0.95
    assert list_captured(state) == {"a": 1, "b": 1}


def test_a_server_that_stays_busy_is_left_for_the_next_visit(site: Site, settings: Settings, state: State) -> None:
    site.put("/a", "busy", status=503)
    site.put("/b", "busy", status=503, Retry_After="9999")
    site.put_feed("/feed.xml", ["/a", "/b"])
    source = site.source(feeds=["/feed.xml"])
    assert run_crawl([source], settings).not_captured == {"http_503": 2}
    assert Counter(site.paths())["/b"] == 1
    site.answers["/a"] = []
    site.put_article("/a", "Apples")
    assert run_crawl([source], settings).captured == 1
    assert list_captured(state) == {"a": 1}


def test_redirects_are_recorded_and_a_page_is_captured_once(
    site: Site, settings: Settings, state: State, archive: Archive
) -> None:
    site.put("/old", "", status=301, Location="/a")
    site.put("/moved", "", status=302, Location="/b")
    site.put("/loop", "", status=302, Location="/loop2")
    site.put("/loop2", "", status=302, Location="/loop")
    site.put_article("/a", "Apples")
    site.put_article("/b", "Eggs")
    site.put_feed("/feed.xml", ["/a", "/old", "/moved", "/loop"])
    source = site.source(feeds=["/feed.xml"])
    report = run_crawl([source], settings)
    assert list_captured(state) == {"a": 1, "b": 1}
    assert report.redirects >= 3
    again = run_crawl([source], settings)
    assert (again.captured, again.redirects) == (0, 0)
    (moved,) = [one for one in state.iterate_pending() if one.capture.url.endswith("/b")]
    record = archive.read(moved.capture.warc_file, moved.capture.warc_offset)
    assert record.fields["Ruralwire-Redirected-From"].endswith("/moved")


@pytest.mark.parametrize("packed", [False, True])
def test_an_oversized_response_is_cut_and_recorded(
    site: Site, settings: Settings, state: State, archive: Archive, packed: bool
) -> None:
    body = make_page("Large", "word " * 400_000).encode()
    headers = {"Content_Encoding": "gzip"} if packed else {}
    site.put("/a", gzip.compress(body) if packed else body, **headers)
    site.put_feed("/feed.xml", ["/a"])
    report = run_crawl([site.source(feeds=["/feed.xml"])], settings)
    assert report.is_finished
    list(process_pending(archive, state, settings, sources=[]))
    reasons = {**state.frontier.count_problems(), **state.count_outcomes()}
    assert reasons == ({"decode:too_large": 1} if packed else {"fetch:too_large": 1})


def test_a_feed_that_is_not_a_feed_is_a_problem_of_its_source(site: Site, settings: Settings, state: State) -> None:
    site.put("/feed.xml", "<html><body>Welcome</body></html>")
    site.put("/sitemap.xml", "\x00\x01 nothing")
    site.put_article("/a", "Apples")
    site.put_feed("/good.xml", ["/a"])
    source = site.source(feeds=["/feed.xml", "/gone.xml", "/good.xml"], sitemaps=["/sitemap.xml"])
    report = run_crawl([source], settings)
    assert sorted(problem.reason for problem in report.problems) == ["http_404", "not_a_feed", "not_a_sitemap"]
    assert report.captured == 1
    assert state.frontier.count_problems("gazette")["read:not_a_feed"] == 1


def test_an_unchanged_feed_is_not_sent_again_but_its_pages_stay_due(
    site: Site, settings: Settings, state: State
) -> None:
    site.put("/a", "busy", status=503)
    site.put_feed("/feed.xml", ["/a"], ETag='"1"')
    source = site.source(feeds=["/feed.xml"])
    run_crawl([source], settings)
    site.answers["/a"] = []
    site.put_article("/a", "Apples")
    site.asked.clear()
    assert run_crawl([source], settings).captured == 1
    assert [headers.get("If-None-Match") for _, path, headers in site.asked if path == "/feed.xml"] == ['"1"']


def test_a_known_page_is_fetched_anew_only_for_revisions(
    site: Site, settings: Settings, state: State, archive: Archive
) -> None:
    site.put_article("/a", "Apples", "The county sold 100 tonnes of apples online in May.")
    site.put_article("/a", "Apples", "Correction: the county sold 200 tonnes of apples online in May.")
    site.put_feed("/feed.xml", ["/a"], ETag='"1"')
    source = site.source(feeds=["/feed.xml"])
    assert run_crawl([source], settings).captured == 1
    assert run_crawl([source], settings).captured == 0
    assert run_crawl([source], change(settings, follow_revisions_days=1)).captured == 1
    texts = list(process_pending(archive, state, settings, sources=[source]))
    assert len({one.article.id for one in texts}) == 1
    article = state.load_article(texts[0].article.id)
    assert article is not None
    bodies = {one.text.id: one.text.body for one in texts}
    assert ["200" in bodies[text_id] for text_id in article.text_ids] == [False, True]


def test_a_news_sitemap_gives_titles_and_dates(site: Site, settings: Settings, state: State) -> None:
    entry = (
        "<url><loc>{base}/{name}</loc><image:image xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>"
        "<image:loc>{base}/x.jpg</image:loc><image:title>Picture</image:title></image:image><news:news>"
        "<news:publication_date>2020-05-0{day}T08:00:00+03:00</news:publication_date>"
        "<news:title>News {name}</news:title></news:news></url>"
    )
    entries = "".join(entry.format(base=site.base_url, name=name, day=day) for day, name in enumerate("abc", 1))
    news = (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        f"xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{entries}</urlset>"
    )
    index = (
        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        f"<sitemap><loc>{site.base_url}/news.xml.gz</loc></sitemap></sitemapindex>"
    )
    site.put("/sitemap.xml", index, Content_Type="application/xml")
    site.put("/news.xml.gz", gzip.compress(news.encode()), Content_Type="application/gzip")
    for name in "abc":
        site.put_article(f"/{name}", f"News {name}")
    run_crawl([site.source(sitemaps=["/sitemap.xml"])], settings)
    assert [path for path in site.paths() if len(path) == 2] == ["/c", "/b", "/a"]
    hints = {one.capture.url[-1]: one.hint for one in state.iterate_pending()}
    assert (hints["a"].title, hints["a"].published_at) == ("News a", "2020-05-01T08:00:00+03:00")


def test_a_listing_gives_articles_and_further_pages_up_to_a_bound(site: Site, settings: Settings, state: State) -> None:
    for number in range(1, 6):
        links = f'<a href="/news/{number}.html">Read</a><a href="/about">About</a>'
        site.put(f"/list/{number}", f'<html><body>{links}<a href="/list/{number + 1}">More</a></body></html>')
        site.put_article(f"/news/{number}.html", f"Title {number}")
    source = site.source(listings=["/list/1"], article_pattern=r"/news/\d+\.html$", next_pattern=r"/list/\d+$")
    run_crawl([source], settings)
    assert sorted(list_captured(state)) == ["1.html", "2.html", "3.html"]
    assert "/about" not in site.paths()
    assert "/list/4" not in site.paths()


def test_pages_beyond_the_bound_wait_for_the_next_visit(site: Site, settings: Settings, state: State) -> None:
    names = [f"/{name}" for name in "abcde"]
    for name in names:
        site.put_article(name, f"Title {name}")
    site.put_feed("/feed.xml", names)
    bounded = change(settings, max_pages_per_visit=2)
    counts = [run_crawl([site.source(feeds=["/feed.xml"])], bounded).captured for _ in range(4)]
    assert counts == [2, 2, 1, 0]


def test_visits_are_recorded_and_sources_become_due(site: Site, settings: Settings, state: State) -> None:
    site.put_article("/a", "Apples")
    site.put_feed("/feed.xml", ["/a", "/private/b"])
    run_crawl([site.source(feeds=["/feed.xml"])], settings)
    summary = state.frontier.summarize_visits()["gazette"]
    assert (summary.visits, summary.found, summary.captured, summary.not_captured) == (1, 2, 1, 1)
    assert summary.finished_at is not None
    hour = timedelta(hours=1)
    ids = ["gazette", "other"]
    assert state.frontier.list_due_sources(ids, now=summary.started_at, every=hour) == ["other"]
    assert state.frontier.list_due_sources(ids, now=summary.started_at + 2 * hour, every=hour) == ids


def test_a_killed_crawl_goes_on_where_it_stopped(site: Site, settings: Settings, state: State) -> None:
    names = [f"/{number}" for number in range(12)]
    for name in names:
        site.put_article(name, f"Title {name}")
    site.put_feed("/feed.xml", names, ETag='"1"')
    source = site.source(feeds=["/feed.xml"])
    holder = settings.archive_dir / "captures.holder.json"

    def kill_at(path: str) -> None:
        if path == "/5":
            site.on_request = None
            os.kill(json.loads(holder.read_text())["pid"], signal.SIGKILL)

    site.on_request = kill_at
    broken = run_crawl([source], settings)
    assert not broken.is_finished
    assert "Run the command again" in broken.error
    assert state.frontier.list_due_sources(["gazette"], now=datetime.now(UTC), every=timedelta(hours=1)) == ["gazette"]
    assert run_crawl([source], settings).is_finished
    assert list_captured(state) == dict.fromkeys([name[1:] for name in names], 1)


def test_pages_behind_an_unchanged_listing_are_found_by_a_later_visit(
    site: Site, settings: Settings, state: State
) -> None:
    site.put("/list/1", '<a href="/news/1.html">Apples</a> <a rel="next" href="/list/2">older</a>', ETag='"1"')
    site.put("/list/2", '<a href="/news/2.html">Pears</a>')
    site.put_article("/news/1.html", "Apples")
    site.put_article("/news/2.html", "Pears")
    source = site.source(listings=["/list/1"], article_pattern=r"/news/\d+\.html$")
    run_crawl([source], change(settings, max_listing_pages=1))  # as if it was killed before the second page
    run_crawl([source], settings)
    assert sorted(list_captured(state)) == ["1.html", "2.html"]


def test_a_crawl_beside_another_writer_says_who_it_is(
    site: Site, settings: Settings, archive: Archive, state: State
) -> None:
    site.put_feed("/feed.xml", [])
    with Intake(archive, state, rotate_bytes=MEBIBYTE):
        report = run_crawl([site.source(feeds=["/feed.xml"])], settings)
    assert report.is_busy
    assert f"process {os.getpid()}" in report.error
    assert site.asked == []


def test_an_interrupted_crawl_ends_its_process(site: Site, settings: Settings, archive: Archive) -> None:
    for name in "ab":
        site.put_article(f"/{name}", f"Title {name}")
    site.put_feed("/feed.xml", ["/a", "/b"])
    holder = settings.archive_dir / "captures.holder.json"

    def interrupt(event: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_crawl([site.source(feeds=["/feed.xml"])], settings, on_progress=interrupt)
    assert not holder.exists()
    archive.open_writer("captures", rotate_bytes=MEBIBYTE).close()


def test_single_pages_are_captured_for_the_user(site: Site, settings: Settings, state: State, tmp_path: Path) -> None:
    site.put_article("/a", "Apples")
    url = f"{site.base_url}/a?utm_source=mail"
    for _ in range(2):
        report = fetch_pages([url, f"{site.base_url}/private/b"], settings, by="Ada", sources=[site.source()])
        assert (report.captured, report.not_captured) == (1, {"robots_forbidden": 1})
    captures = [pending.capture for pending in state.iterate_pending()]
    assert {(one.captured_by, one.captured_by_name, one.source_id) for one in captures} == {("user", "Ada", "gazette")}
    assert {one.url for one in captures} == {f"{site.base_url}/a"}
    site.put_feed("/feed.xml", ["/a"])
    assert run_crawl([site.source(feeds=["/feed.xml"])], settings).captured == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no RLIMIT_FSIZE on Windows")
def test_a_crawl_on_a_full_disk_says_so_and_goes_on_later(
    site: Site, settings: Settings, state: State, archive: Archive
) -> None:
    names = [f"/{number}" for number in range(20)]
    noise = random.Random(1)
    for name in names:
        site.put(name, make_page(f"Title {name}", noise.randbytes(60_000).hex()))
    site.put_feed("/feed.xml", names)
    source = site.source(feeds=["/feed.xml"])
    code = """
import resource, sys
from crawlers.captured_page import CapturedPage, load_captured_page
from crawlers.crawl import run_crawl
from settings.config import Settings
from settings.source import Source
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
report = run_crawl([Source.model_validate_json(sys.argv[2])], Settings.model_validate_json(sys.argv[1]))
print(report.error)
"""
    arguments = [settings.model_dump_json(), source.model_dump_json()]
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert "ake room" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    before = len(list(state.iterate_pending()))
    assert 0 < before < 20
    assert run_crawl([source], settings).is_finished
    assert list_captured(state) == dict.fromkeys([name[1:] for name in names], 1)
    assert not list(archive.folder.glob("*.torn-at-*"))


def test_a_crawl_whose_parent_is_killed_ends_too(site: Site, settings: Settings, archive: Archive) -> None:
    site.answers["/robots.txt"] = []
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 2\n")
    names = [f"/{number}" for number in range(50)]
    for name in names:
        site.put_article(name, f"Title {name}")
    site.put_feed("/feed.xml", names)
    code = """
import os, sys
from crawlers.captured_page import CapturedPage, load_captured_page
from crawlers.crawl import run_crawl
from settings.config import Settings
from settings.source import Source
run_crawl([Source.model_validate_json(sys.argv[2])], Settings.model_validate_json(sys.argv[1]),
          on_progress=lambda event: os.kill(os.getpid(), 9))
"""
    arguments = [settings.model_dump_json(), site.source(feeds=["/feed.xml"]).model_dump_json()]
    subprocess.run([sys.executable, "-c", code, *arguments], check=False)
    lock = FileLock(archive.folder / "captures.lock")
    lock.acquire(timeout=20)
    lock.release()
    assert len(site.paths()) < 20
