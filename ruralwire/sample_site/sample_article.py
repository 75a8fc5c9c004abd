"""The articles of the sample site, as the TOML files of `articles/` hold them."""

import tomllib
from datetime import datetime
from importlib import resources
from typing import Literal

from nlp.model.span import Record
from ruralwire.sample_site.outlet import Charset, Comment

BlockKind = Literal["paragraph", "subheading", "list", "table"]


class Block(Record):
    """A part of a body: its lines, or the rows of a table."""

    kind: BlockKind
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Revision(Record):
    """What a page shows from the second visit on, under the same address."""

    modified_at: datetime
    note: str
    body: str
    title: str = ""


class SampleArticle(Record):
    """One article at one outlet."""

    outlet: str
    """Id; the name of the folder that the file lies in."""
    slug: str
    """The name of the file."""
    number: int
    title: str
    summary: str
    """What feeds and metadata say of it."""
    authors: tuple[str, ...] = ()
    published_at: datetime
    section: str
    body: str
    """Paragraphs parted by blank lines; `## ` begins a subheading, `- ` an item of a list, `| ` a row of a table."""
    comments: tuple[Comment, ...] = ()
    revision: Revision | None = None
    charset: Charset | None = None
    is_busy_once: bool = False
    """The first visit gets 503."""
    is_cut: bool = False
    """The page breaks off within its last paragraph, with all elements open."""
    is_linked: bool = True
    """False: no index names it; only a page that has moved leads to it."""


def load_articles() -> tuple[SampleArticle, ...]:
    """Return the articles of all outlets, latest first."""
    articles = []
    for folder in (resources.files("ruralwire.sample_site") / "articles").iterdir():
        if not folder.is_dir():
            continue
        for file in folder.iterdir():
            if file.name.endswith(".toml"):
                table = tomllib.loads(file.read_text(encoding="utf-8"))
                slug = file.name.removesuffix(".toml")
                articles.append(SampleArticle.model_validate({"outlet": folder.name, "slug": slug, **table}))
    return tuple(sorted(articles, key=lambda article: (article.published_at, article.slug), reverse=True))


def parse_blocks(body: str) -> tuple[Block, ...]:
    r"""Return the parts of a body.

    >>> [block.kind for block in parse_blocks("One.\n\n## Two\n\n- three\n- four")]
    ['paragraph', 'subheading', 'list']
    """
    return tuple(_parse_block(part) for part in body.strip().split("\n\n"))


def _parse_block(part: str) -> Block:
    lines = [line.strip() for line in part.strip().splitlines()]
    if lines[0].startswith("## "):
        return Block(kind="subheading", lines=(lines[0].removeprefix("## "),))
    if lines[0].startswith("- "):
        return Block(kind="list", lines=tuple(line.removeprefix("- ") for line in lines))
    if lines[0].startswith("| "):
        return Block(kind="table", rows=tuple(_parse_row(line) for line in lines))
    return Block(kind="paragraph", lines=(" ".join(lines),))


def _parse_row(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("|").split("|"))
