"""Whether hosts answer: each is asked for its robots.txt, which every crawler may ask for."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from crawlers.crawl import require_contact
from settings.config import Settings
from settings.scrapy_settings import make_user_agent

_AT_ONCE = 8
_SERVER_ERROR = 500


@dataclass(frozen=True)
class HostAnswer:
    """What a host answered; `error` is empty where it is well."""

    host: str
    error: str = ""


def ask_hosts(urls: Iterable[str], settings: Settings) -> Iterator[HostAnswer]:
    """Yield the answer of each URL's host, as they come; raises ConfigError where no contact is configured."""
    roots = sorted({f"{urlsplit(url).scheme}://{urlsplit(url).netloc}" for url in urls})
    require_contact(roots, settings)
    headers = {"User-Agent": make_user_agent(settings.contact)}
    with (
        httpx.Client(headers=headers, timeout=settings.crawl.timeout_seconds, follow_redirects=True) as client,
        ThreadPoolExecutor(_AT_ONCE) as threads,
    ):
        yield from threads.map(lambda root: _ask(client, root), roots)


def _ask(client: httpx.Client, root: str) -> HostAnswer:
    host = urlsplit(root).netloc
    try:
        status = client.get(f"{root}/robots.txt").status_code
    except httpx.HTTPError as error:
        return HostAnswer(host, f"{type(error).__name__}: {error}".rstrip(": "))
    return HostAnswer(host, f"robots.txt answers {status}" if status >= _SERVER_ERROR else "")
