"""The folder of a run: what each step leaves for the next one, as JSON Lines."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ConfigDict

from nlp.model.article import Article, Text
from nlp.model.span import Record
from search_api.index.record import IndexedArticle

Kept = TypeVar("Kept", bound=Record)


class BenchPage(Record):
    """A page as it comes over the wire."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    url: str
    content_type: str
    payload: bytes


class BenchText(Record):
    """An article with its text, before it is read."""

    article: Article
    text: Text


class RunFolder:
    """Names what is kept where."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def index(self) -> Path:
        """The index that the queries ask."""
        return self.root / "index"

    @property
    def scratch(self) -> Path:
        """Taken and left by one process."""
        return self.root / "scratch"

    def read_pages(self) -> Iterator[BenchPage]:
        """The pages, one at a time."""
        return _read(self.root / "pages.jsonl", BenchPage)

    def read_texts(self) -> Iterator[BenchText]:
        """The texts, one at a time."""
        return _read(self.root / "texts.jsonl", BenchText)

    def read_articles(self) -> Iterator[IndexedArticle]:
        """The read articles, one at a time."""
        return _read(self.root / "articles.jsonl", IndexedArticle)

    def keep_pages(self, pages: Iterable[BenchPage]) -> None:
        """Write the pages."""
        _write(self.root / "pages.jsonl", pages)

    def keep_texts(self, texts: Iterable[BenchText]) -> None:
        """Write the texts."""
        _write(self.root / "texts.jsonl", texts)

    def keep_articles(self, articles: Iterable[IndexedArticle]) -> None:
        """Write the read articles."""
        _write(self.root / "articles.jsonl", articles)


def _read(file: Path, kind: type[Kept]) -> Iterator[Kept]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield kind.model_validate_json(line)


def _write(file: Path, records: Iterable[Record]) -> None:
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{record.model_dump_json(exclude_defaults=True)}\n" for record in records)
