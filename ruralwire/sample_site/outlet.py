"""The invented outlets, as the TOML files of `outlets/` describe them."""

import tomllib
from datetime import datetime
from importlib import resources
from typing import Literal

from nlp.model.span import Record
from settings.config import Language
from settings.source import Kind


class Charset(Record):
    """What a page is encoded in, and what it says of that: real sites often say something else."""

    encoding: str = "utf-8"
    header: str = "utf-8"
    """In the HTTP header; empty where it names none."""
    meta: str = "utf-8"
    """In the page itself; empty where it names none."""


class Comment(Record):
    """What a reader wrote below an article."""

    name: str
    text: str


class DateStyle(Record):
    """How the outlet prints a date: a format string, and the words that it needs."""

    format: str
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    """Monday first."""


class Oddity(Record):
    """A page that is no article: what real sites have, and a crawler must survive.

    `members`: robots.txt forbids it. `moved`: answers 301 with `target`. `gone`: named in the index, answers
    404. `empty`: answers 200 with nothing. `oversized`: never seems to end.
    """

    kind: Literal["members", "moved", "gone", "empty", "oversized"]
    path: str
    title: str
    published_at: datetime
    target: str = ""
    """Slug of the article that a moved page leads to."""


class Outlet(Record):
    """An invented outlet. All of them stand on one host, each below a path of its own."""

    id: str
    name: str
    tagline: str
    language: Language
    country: str
    timezone: str
    kind: Kind
    home: str
    article_path: str
    """Format string of the path of an article."""
    article_pattern: str | None = None
    next_pattern: str | None = None
    rss: str = ""
    atom: str = ""
    not_a_feed: str = ""
    """A path that is told as a feed and gives a web page."""
    sitemap: str = ""
    sitemap_index: str = ""
    listings: tuple[str, ...] = ()
    """The listing and its further pages."""
    feed_query: str = ""
    """What the outlet adds to the addresses in its feed, for its own counting of visits."""
    charset: Charset = Charset()
    index_charset: Charset = Charset()
    """Of feeds, front page and listings."""
    date: DateStyle
    menu: tuple[str, ...]
    words: dict[str, str]
    """What stands around the articles, by the names that the templates use."""
    most_read: tuple[str, ...]
    comments: tuple[Comment, ...]
    oddities: tuple[Oddity, ...] = ()


def load_outlets() -> tuple[Outlet, ...]:
    """Return the outlets, by id."""
    folder = resources.files("ruralwire.sample_site") / "outlets"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(Outlet.model_validate(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files)
