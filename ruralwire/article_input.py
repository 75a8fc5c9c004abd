"""Articles as users hand them to `analyse`: plain text files, JSON Lines, or one JSON file."""

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from crawlers.given_text import GivenText, parse_given_text, parse_given_values

_BYTE_ORDER_MARK = "\ufeff"
_JSON_LINES_SUFFIXES = (".jsonl", ".ndjson")
_STDIN = "-"
_PEEK_BYTES = 4096


@dataclass(frozen=True, slots=True)
class BadInput:
    """What could not be read: file, line where there is one, and what would be right."""

    message: str


def iterate_articles(
    names: list[str], *, language: str | None, published_at: datetime | None
) -> Iterator[GivenText | BadInput]:
    """Yield the articles of the files in order, one at a time; what cannot be read is yielded as BadInput.

    `language` and `published_at` hold where an article does not say otherwise.
    """
    for name in names:
        try:
            for one in _iterate_file(name):
                yield _with_defaults(one, language, published_at) if isinstance(one, GivenText) else one
        except OSError as error:
            yield BadInput(f"{name}: cannot be read: {error.strerror or error}")


def _with_defaults(given: GivenText, language: str | None, published_at: datetime | None) -> GivenText:
    return replace(given, language=given.language or language, published_at=given.published_at or published_at)


def _iterate_file(name: str) -> Iterator[GivenText | BadInput]:
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
) -> Iterator[GivenText | BadInput]:
    if not is_lines:
        text = _decode(stream.read(), name)
        yield text if isinstance(text, BadInput) else GivenText(id=Path(name).name, text=text)
        return
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        yield _parsed(parse_given_text(line), place)


def _iterate_json(content: bytes, name: str) -> Iterator[GivenText | BadInput]:
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
        yield _parsed(parse_given_values(row), f"{name}, article {number}" if isinstance(rows, list) else name)


def _decode(content: bytes, place: str) -> str | BadInput:
    try:
        return content.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        return BadInput(f"{place}: byte {error.start} is not UTF-8; convert the text to UTF-8")


def _parsed(given: GivenText | str, place: str) -> GivenText | BadInput:
    return BadInput(f"{place}: {given}") if isinstance(given, str) else given
