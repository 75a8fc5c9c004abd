"""Articles as users hand them to `analyse`: plain text files, JSON Lines, or one JSON file."""

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from nlp.pack import LANGUAGES

_BYTE_ORDER_MARK = "\ufeff"
_JSON_LINES_SUFFIXES = (".jsonl", ".ndjson")
_STDIN = "-"
_PEEK_BYTES = 4096


@dataclass(frozen=True, slots=True)
class InputArticle:
    """One text with what is known about it; `body` is the given text without a byte order mark."""

    id: str
    body: str
    language: str | None = None
    title: str | None = None
    published_at: datetime | None = None
    url: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class BadInput:
    """What could not be read: file, line where there is one, and what would be right."""

    message: str


def iterate_articles(
    names: list[str], *, language: str | None, published_at: datetime | None
) -> Iterator[InputArticle | BadInput]:
    """Yield the articles of the files in order, one at a time; what cannot be read is yielded as BadInput.

    `language` and `published_at` hold where an article does not say otherwise.
    """
    for name in names:
        try:
            for one in _iterate_file(name):
                yield _with_defaults(one, language, published_at) if isinstance(one, InputArticle) else one
        except OSError as error:
            yield BadInput(f"{name}: cannot be read: {error.strerror or error}")


def parse_moment(text: str) -> datetime:
    """Parse a date or date and time in ISO 8601; raises ValueError with what would be right.

    >>> parse_moment("2020-03-23").isoformat()
    '2020-03-23T00:00:00'
    """
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no date: write 2020-03-23 or 2020-03-23T08:00:00+08:00") from None


def _with_defaults(article: InputArticle, language: str | None, published_at: datetime | None) -> InputArticle:
    return InputArticle(
        id=article.id,
        body=article.body,
        language=article.language or language,
        title=article.title,
        published_at=article.published_at or published_at,
        url=article.url,
        country=article.country,
    )


def _iterate_file(name: str) -> Iterator[InputArticle | BadInput]:
    if name == _STDIN:
        given: Any = sys.stdin.buffer
        stdin = given if isinstance(given, io.BufferedReader) else io.BufferedReader(given)
        yield from _iterate_stream(stdin, "standard input", is_lines=_looks_like_json(stdin.peek(_PEEK_BYTES)))
        return
    path = Path(name)
    with path.open("rb") as stream:
        if path.suffix.lower() == ".json":
            yield from _iterate_json(stream.read(), name)
        else:
            yield from _iterate_stream(stream, name, is_lines=path.suffix.lower() in _JSON_LINES_SUFFIXES)


def _looks_like_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _iterate_stream(
    stream: BinaryIO | io.BufferedReader, name: str, *, is_lines: bool
) -> Iterator[InputArticle | BadInput]:
    if not is_lines:
        text = _decode(stream.read(), name)
        yield text if isinstance(text, BadInput) else InputArticle(id=Path(name).name, body=text)
        return
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        text = _decode(line, place)
        if isinstance(text, BadInput):
            yield text
            continue
        try:
            yield _parse_row(json.loads(text), place)
        except (json.JSONDecodeError, RecursionError) as error:
            yield BadInput(f'{place}: not JSON ({error}); a line is {{"id": "…", "text": "…"}}')


def _iterate_json(content: bytes, name: str) -> Iterator[InputArticle | BadInput]:
    text = _decode(content, name)
    if isinstance(text, BadInput):
        yield text
        return
    try:
        rows = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        yield BadInput(f"{name}: not JSON ({error}); JSON Lines go into a file named .jsonl")
        return
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], start=1):
        yield _parse_row(row, f"{name}, article {number}" if isinstance(rows, list) else name)


def _decode(content: bytes, place: str) -> str | BadInput:
    try:
        return content.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        return BadInput(f"{place}: byte {error.start} is not UTF-8; convert the text to UTF-8")


def _parse_row(row: Any, place: str) -> InputArticle | BadInput:
    """Check one JSON object; unknown keys are the user's own and left alone."""
    if not isinstance(row, dict):
        return BadInput(f'{place}: not an object; an article is {{"id": "…", "text": "…"}}')
    for key in ("id", "text"):
        if key not in row:
            return BadInput(f'{place}: "{key}" is missing; an article has at least "id" and "text"')
    if not isinstance(row["text"], str):
        return BadInput(f'{place}: "text" is no string')
    if not isinstance(row["id"], str | int):
        return BadInput(f'{place}: "id" is no string')
    for key in ("title", "url", "language", "published_at", "country"):
        if row.get(key) is not None and not isinstance(row[key], str):
            return BadInput(f'{place}: "{key}" is no string')
    language = row.get("language")
    if language not in (None, "und", *LANGUAGES) and len(language) > len("zh-Hant-TW"):
        return BadInput(f'{place}: "language" is {language!r}; the six are {", ".join(LANGUAGES)}')
    try:
        published_at = parse_moment(row["published_at"]) if row.get("published_at") else None
    except ValueError as error:
        return BadInput(f'{place}: "published_at" is {error}')
    return InputArticle(
        id=str(row["id"]),
        body=row["text"].removeprefix(_BYTE_ORDER_MARK),
        language=language.split("-")[0].lower() if language else None,
        title=row.get("title"),
        published_at=published_at,
        url=row.get("url"),
        country=row.get("country"),
    )
