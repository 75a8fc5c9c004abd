"""URLs: one spelling for one page, and which pages belong to one site."""

import ipaddress
from urllib.parse import urljoin, urlsplit, urlunsplit

import courlan
from tld import get_fld


def normalize_page_url(url: str) -> str:
    """Return the one spelling of a page's URL: no fragment, no tracking parameters, the path's case kept.

    >>> normalize_page_url("HTTP://Example.org:80/News/A?utm_source=x&id=5#top")
    'http://example.org/News/A?id=5'
    """
    try:
        parts = urlsplit(courlan.normalize_url(url.strip()))
    except ValueError:
        return url.strip()
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def parse_link(link: str, base: str) -> str | None:
    """Return a link's normalised URL, None where it is not a web address."""
    try:
        url = urljoin(base, link.strip())
        parts = urlsplit(url)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return None
    except ValueError:
        return None
    return normalize_page_url(url)


def find_site(url: str) -> str:
    """Return the registered domain of a URL, or its host where there is none (an address, localhost).

    >>> find_site("https://arabic.people.com.cn/a"), find_site("http://127.0.0.1:8000/a")
    ('people.com.cn', '127.0.0.1')
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return str(get_fld(url, fail_silently=True) or host)
    return host


def is_loopback(url: str) -> bool:
    """True for addresses of this machine.

    >>> is_loopback("http://localhost:8000/"), is_loopback("https://example.org/")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
