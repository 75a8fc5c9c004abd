"""The pages in a real browser: searching, reading, keyboard, phones, print, and no script of others."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from search_api.app import make_app
from search_api.index.embedded import EmbeddedIndex
from search_api.index.record import IndexedArticle
from tests.search_api.building import CONCEPTS, KeptCaptures

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium was found: install Debian's package `chromium`"),
]
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
]  # fmt: skip
EVIL_PAGE = (
    b"<html><head><meta charset=utf-8><script>document.title='ran'</script></head>"
    b"<body onload=\"document.title='ran'\"><p>As it came</p><img src=/static/icon.svg onload=\"document.title='ran'\">"
    b'<form action="/"><button>go</button></form></body></html>'
)


@pytest.fixture(scope="module")
def address(index: EmbeddedIndex) -> Iterator[str]:
    """The service over the collection, on a free port of loopback."""
    archive = KeptCaptures(capture_apples=(EVIL_PAGE, "text/html"))
    app = make_app(index, archive=archive, concepts=CONCEPTS)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


class Window:
    """Opens addresses of the service in pages that are kept, one for each kind of reader: a new one costs a second."""

    def __init__(self, browser: Any, address: str) -> None:
        self._browser = browser
        self._address = address
        self._pages: dict[str, Any] = {}
        self.troubles: list[str] = []

    def __call__(
        self, path: str, *, width: int = 1280, scheme: str = "light", status: int = 200, **options: Any
    ) -> Any:
        kind = repr(sorted(options.items()))
        if kind not in self._pages:
            self._pages[kind] = self._make_page(options)
        page = self._pages[kind]
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(media="screen", color_scheme=scheme)
        answer = page.goto(f"{self._address}{path}")
        assert answer.status == status
        return page

    def _make_page(self, options: dict[str, Any]) -> Any:
        page = self._browser.new_context(reduced_motion="reduce", **options).new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", self._note_said)
        page.on("request", self._note_asked)
        return page

    def _note_said(self, said: Any) -> None:
        if "Content Security Policy" in said.text:
            self.troubles.append(said.text)

    def _note_asked(self, asked: Any) -> None:
        if not asked.url.startswith(self._address):
            self.troubles.append(asked.url)


@pytest.fixture(scope="module")
def window(browser: Any, address: str) -> Window:
    return Window(browser, address)


@pytest.fixture
def open_page(window: Window) -> Iterator[Window]:
    """The test fails where the browser reports an error or another host is asked."""
    window.troubles.clear()
    yield window
    assert window.troubles == []


def test_a_reader_searches_narrows_and_opens_an_article(open_page: Any) -> None:
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("apples")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=apples*")
    assert page.locator(".count").inner_text() == "4"
    page.get_by_role("link", name="Arabic 1").click()
    assert page.locator(".card").count() == 1
    assert page.locator("ul.chips").inner_text().startswith("language Arabic")
    page.locator(".origin a.title").click()
    assert page.locator("tr:target .number").inner_text() == "80"
    page.go_back()
    page.get_by_title("Remove this filter").click()
    assert page.locator(".count").inner_text() == "4"


def test_a_reader_uses_the_form(open_page: Any) -> None:
    page = open_page("/")
    page.get_by_text("Filters: place").click()
    page.get_by_label("Place").fill("云南")
    page.get_by_label("What is counted").select_option(label="Sales value")
    page.get_by_label("Value from").fill("1000000000")
    page.get_by_label("Period from").fill("2020-01-01")
    page.get_by_role("button", name="Apply").click()
    assert page.locator(".card .number").all_inner_texts() == ["3.726 billion"]


def test_a_reader_pages_to_the_end(open_page: Any) -> None:
    page = open_page("/?limit=6")
    seen: list[str] = []
    while True:
        seen += [link.get_attribute("href") for link in page.locator(".origin a.title").all()]
        following = page.get_by_role("link", name="Next page")
        if not following.count():
            break
        following.click()
    assert len(seen) == len(set(seen)) == 10
    page.get_by_role("link", name="First page").click()
    assert page.locator(".card").count() == 6


def test_an_empty_answer_and_an_error_are_told(open_page: Any) -> None:
    assert open_page("/?q=unfindable").get_by_role("heading", name="Nothing was found").is_visible()
    alert = open_page("/?value_min=5", status=422).get_by_role("alert")
    assert "needs a unit or a measure" in alert.inner_text()
    assert open_page("/nowhere", status=404).get_by_role("alert").is_visible()


def test_an_ambiguous_place_is_chosen_by_a_click(open_page: Any) -> None:
    page = open_page("/?q=tea&place=Li+County", status=422)
    page.get_by_role("alert").get_by_role("link", name="Li County").first.click()
    page.wait_for_url("**place%3Ali-hunan*")
    assert page.locator("ul.chips").inner_text().startswith("place Li County")


def test_an_arabic_quote_runs_from_the_right_with_its_figure_marked(open_page: Any) -> None:
    page = open_page("/?lang=ar")
    quote = page.locator(".quote")
    assert quote.evaluate("node => getComputedStyle(node).direction") == "rtl"
    mark = quote.locator(".mark-figure")
    assert mark.inner_text() == "80 هكتارا"
    box, inside = quote.bounding_box(), mark.bounding_box()
    assert box["x"] <= inside["x"]
    assert inside["x"] + inside["width"] <= box["x"] + box["width"] + 1
    assert open_page("/?q=مبيعات").locator("#q").evaluate("node => getComputedStyle(node).direction") == "rtl"


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_figure_says_what_it_is_when_it_is_pointed_at_or_reached_by_keyboard(
    open_page: Any, collection: list[IndexedArticle], way: str
) -> None:
    page = open_page(f"/a/{collection[0].article.id}")
    figure = page.get_by_role("link", name="4.8 billion yuan", exact=True)
    tip = page.locator("[role=tooltip]").first
    assert not tip.is_visible()
    figure.hover() if way == "hover" else figure.focus()
    told = tip.inner_text().replace("\n", " ")
    for part in ("4.8 billion CNY", "Measure Sales value", "Place Yunnan", "Period 2019"):
        assert part in told
    box = tip.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    if way == "focus":
        page.keyboard.press("Escape")
        assert not tip.is_visible()


def test_figures_are_reached_one_by_one_with_the_tab_key(open_page: Any, collection: list[IndexedArticle]) -> None:
    page = open_page(f"/a/{collection[0].article.id}")
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    figures = [f"figure-{claim.id}" for claim in collection[0].reading.claims]
    assert [one for one in reached if one.startswith("figure-")] == figures


def test_a_figure_and_its_row_lead_to_each_other(open_page: Any, collection: list[IndexedArticle]) -> None:
    page = open_page(f"/a/{collection[0].article.id}")
    page.get_by_role("link", name="300 orders", exact=True).click()
    assert "300" in page.locator("tr:target").inner_text()
    page.locator("tr:target th a").click()
    assert page.locator("a.figure:target").inner_text() == "300 orders"


def test_the_pages_work_without_scripts(open_page: Any, collection: list[IndexedArticle]) -> None:
    page = open_page("/?q=apples", java_script_enabled=False)
    assert page.locator(".card").count() == 4
    page.get_by_role("link", name="Arabic 1").click()
    assert page.locator(".card").count() == 1
    page = open_page(f"/a/{collection[0].article.id}", java_script_enabled=False)
    page.get_by_role("link", name="300 orders", exact=True).focus()
    assert page.locator("[role=tooltip]").nth(1).is_visible()


def test_nothing_reaches_beyond_the_window(open_page: Any, collection: list[IndexedArticle]) -> None:
    paths = ["/", "/?q=apples&lang=ar&lang=en", "/?q=unfindable", "/docs"]
    paths += [f"/a/{article.article.id}" for article in collection[:3]]
    for path in paths:
        page = open_page(path)
        for width in (1280, 768, 390, 320):
            page.set_viewport_size({"width": width, "height": 844})
            within = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            assert within, (path, width)


def test_on_a_phone_a_touch_opens_what_a_figure_says_within_the_window(
    open_page: Any, collection: list[IndexedArticle]
) -> None:
    page = open_page(f"/a/{collection[2].article.id}", width=390, has_touch=True, is_mobile=True)
    page.locator(".body a.figure").first.tap()
    tip = page.locator("[role=tooltip]").first
    assert tip.is_visible()
    box = tip.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844
    assert "#claim" not in page.url


def test_on_a_phone_the_facets_begin_folded(open_page: Any) -> None:
    page = open_page("/?q=apples", width=390)
    assert not page.get_by_role("link", name="Arabic 1").is_visible()
    page.get_by_text("Narrow down").click()
    assert page.get_by_role("link", name="Arabic 1").is_visible()


def test_a_printed_article_shows_text_figures_and_where_it_comes_from(
    open_page: Any, collection: list[IndexedArticle]
) -> None:
    page = open_page(f"/a/{collection[0].article.id}")
    page.emulate_media(media="print")
    assert page.locator(".body").is_visible()
    assert page.locator(".figures table").is_visible()
    assert page.locator(".provenance").is_visible()
    assert not page.get_by_role("navigation").is_visible()
    assert page.locator(".figures-scroll").evaluate("node => node.scrollHeight <= node.clientHeight + 1")
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(open_page: Any, collection: list[IndexedArticle], scheme: str) -> None:
    page = open_page("/?q=apples", scheme=scheme)
    for selector in (".number", ".quote", ".mark-figure", ".chips-row dt", ".origin-facts", ".reasons", ".primary"):
        contrast = page.locator(selector).first.evaluate(CONTRAST)
        assert contrast >= 4.5, (selector, contrast)
    page = open_page(f"/a/{collection[0].article.id}", scheme=scheme)
    for selector in (".figure", ".mention-place", ".surface", ".untold", ".provenance dt"):
        contrast = page.locator(selector).first.evaluate(CONTRAST)
        assert contrast >= 4.5, (selector, contrast)


def test_the_scripts_of_a_captured_page_do_not_run(
    browser: Any, address: str, collection: list[IndexedArticle]
) -> None:
    page = browser.new_page()
    try:
        page.goto(f"{address}/articles/{collection[0].article.id}/capture")
        assert page.get_by_text("As it came").is_visible()
        assert page.title() != "ran"
        assert page.evaluate("self.origin") == "null"
        page.get_by_role("button", name="go").click()
        assert page.url.endswith("/capture")
    finally:
        page.close()


CONTRAST = """node => {
  // WCAG 2.2 contrast of a node's text with the first ground behind it that is painted.
  const channels = (colour) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((one) => one / 255)
      .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  let ground = node;
  while (ground && channels(getComputedStyle(ground).backgroundColor)[3] < 255) ground = ground.parentElement;
  const [one, other] = [getComputedStyle(node).color, getComputedStyle(ground || document.body).backgroundColor]
    .map(luminance).sort((first, second) => second - first);
  return (one + 0.05) / (other + 0.05);
}"""


def test_the_words_of_an_arabic_figure_stand_below_their_number(
    open_page: Any, collection: list[IndexedArticle]
) -> None:
    page = open_page(f"/a/{collection[2].article.id}")
    number = page.locator(".figures .number").first.bounding_box()
    ends = page.locator(".figures .surface").first.evaluate(
        "node => { const range = document.createRange(); range.selectNodeContents(node);"
        " return range.getBoundingClientRect().left; }"
    )
    assert abs(ends - number["x"]) < 12
