"""A news site of a few pages on loopback, that remembers what it was asked and when."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crawlers.archive import Archive
from crawlers.state import State
from settings.config import CrawlSettings, ExtractSettings, Settings
from settings.source import Source

HTML = "text/html; charset=utf-8"


@dataclass
class Answer:
    """What the site answers to a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": HTML})


@dataclass
class Site:
    """Answers by path, in turn where there are several; the last one stays."""

    base_url: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[float, str, dict[str, str]]] = field(default_factory=list)
    on_request: Callable[[str], None] | None = None

    def put(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(path, []).append(Answer(raw, status, {"Content-Type": HTML, **named}))

    def put_article(self, path: str, title: str, text: str = "", published: str = "2020-05-01T10:00:00+08:00") -> None:
        self.put(path, make_page(title, text or f"{title}. " + PARAGRAPH, published=published))

    def put_feed(self, path: str, links: list[str], **headers: str) -> None:
        items = "".join(
            f"<item><title>Item {number}</title><link>{link if '://' in link else self.base_url + link}</link>"
            "<pubDate>Fri, 01 May 2020 10:00:00 +0800</pubDate></item>"
            for number, link in enumerate(links)
        )
        self.answers.pop(path, None)
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{items}</channel></rss>'
        self.put(path, feed, **{"Content_Type": "application/rss+xml", **headers})

    def paths(self) -> list[str]:
        return [path for _, path, _ in self.asked]

    def source(self, **values: object) -> Source:
        given: dict[str, object] = {
            "id": "gazette",
            "name": "The Gazette",
            "publisher": "The Gazette",
            "language": "en",
            "country": "CN",
            "kind": "newspaper",
            "home": f"{self.base_url}/",
            "timezone": "Asia/Shanghai",
        }
        for name, value in values.items():
            given[name] = (
                [self.base_url + path for path in value] if name in ("feeds", "sitemaps", "listings") else value
            )
        return Source.model_validate(given)


PARAGRAPH = (
    "Farmers in the county sold 4,800 tonnes of apples through livestreams last year, the county's bureau of "
    "agriculture said on Friday. The cooperative has 312 members, and most of them had never sold online before. "
)


def make_page(title: str, text: str, *, published: str = "", head: str = "", lang: str = "en") -> str:
    date = f'<meta property="article:published_time" content="{published}">' if published else ""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n"))
    return (
        f'<!doctype html><html lang="{lang}"><head><title>{title} | The Gazette</title>{date}{head}'
        f'<meta property="og:site_name" content="The Gazette"></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>Terms of use</footer></body></html>"
    )


@pytest.fixture
def site() -> Iterator[Site]:
    content = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            content.asked.append((time.monotonic(), self.path, dict(self.headers)))
            if content.on_request is not None:
                content.on_request(self.path)
            waiting = content.answers.get(self.path, [Answer(b"not here", 404)])
            answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
            etag = answer.headers.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                answer = Answer(b"", 304, {"ETag": etag})
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    content.base_url = f"http://127.0.0.1:{server.server_port}"
    content.put("/robots.txt", "User-agent: *\nDisallow: /private/\n", Content_Type="text/plain")
    yield content
    server.shutdown()
    server.server_close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        data_dir=tmp_path / "data",
        workers=1,
        crawl=CrawlSettings(delay_seconds=0, retries=1, timeout_seconds=10, max_response_bytes=200_000),
        extract=ExtractSettings(timeout_seconds=10),
    )


@pytest.fixture
def archive(settings: Settings) -> Archive:
    return Archive(settings.archive_dir)


@pytest.fixture
def state(settings: Settings) -> Iterator[State]:
    opened = State(settings.database_url)
    yield opened
    opened.close()
