"""What users hand to `add`, sorted by kind: addresses, saved pages, WARC files, texts in JSON."""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

InputKind = Literal["url", "page", "warc", "lines", "json"]
STDIN = "-"

_WARC_SUFFIXES = (".warc", ".warc.gz")
_LINE_SUFFIXES = (".jsonl", ".ndjson")
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_PEEK_BYTES = 4096
_WARC_BEGIN = b"WARC/"
_GZIP_BEGIN = b"\x1f\x8b"
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_SAVED_PARTS = "_files"
"""Browsers put what a page loads into a folder of its name with this ending."""


@dataclass(frozen=True)
class AddedInput:
    """One thing to add."""

    kind: InputKind
    name: str
    """As the user knows it: an address, a path, or "standard input"."""
    path: Path = Path()
    """Of a file; the empty one for what is none."""


@dataclass(frozen=True)
class RefusedInput:
    """A file that is none of the kinds."""

    name: str
    message: str
    in_folder: bool = False
    """Found in a folder that was named, not named itself."""


def list_inputs(names: list[str]) -> Iterator[AddedInput | RefusedInput]:
    """Yield what the names stand for; folders are searched to their depth, in order of their paths."""
    for name in names:
        if name == STDIN:
            yield AddedInput("lines", "standard input")
        elif name.lower().startswith(("http://", "https://")):
            yield AddedInput("url", name)
        elif Path(name).is_dir():
            for file in _walk(Path(name)):
                yield _sort_file(file, in_folder=True)
        else:
            yield _sort_file(Path(name), in_folder=False)


def read_json_rows(path: Path) -> Iterator[bytes]:
    """Yield the objects of a JSON file, one or a list, as lines; raises ValueError where it is not JSON."""
    rows = json.loads(path.read_bytes())
    for row in rows if isinstance(rows, list) else [rows]:
        yield json.dumps(row).encode()


def _sort_file(path: Path, *, in_folder: bool) -> AddedInput | RefusedInput:
    name, lower = str(path), path.name.lower()
    try:
        with path.open("rb") as stream:
            head = stream.read(_PEEK_BYTES)
    except FileNotFoundError:
        return RefusedInput(name, "no such file or folder; an address begins with http:// or https://", in_folder)
    except OSError as error:
        return RefusedInput(name, f"cannot be read: {error.strerror}", in_folder)
    kind = _find_kind(lower, head)
    if kind is None:
        return RefusedInput(
            name,
            "neither a page (HTML), a WARC file nor texts in JSON. A plain text of your own goes into a line of "
            'JSON Lines with what is known of it: {"id": …, "text": …, "title": …, "published_at": …}',
            in_folder,
        )
    return AddedInput(kind, name, path)


def _find_kind(lower_name: str, head: bytes) -> InputKind | None:
    """Content decides where it is plain, the name where it is not."""
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if begin.startswith(_WARC_BEGIN) or _inflate(head).startswith(_WARC_BEGIN) or lower_name.endswith(_WARC_SUFFIXES):
        return "warc"
    if lower_name.endswith(_LINE_SUFFIXES):
        return "lines"
    if lower_name.endswith(".json"):
        return "json"
    # UTF-16 has a zero beside each of these letters.
    if lower_name.endswith(_PAGE_SUFFIXES) or _HTML.search(head.replace(b"\0", b"")):
        return "page"
    return "lines" if begin.startswith(b'{"') or begin.startswith(b"{ ") else None


def _inflate(head: bytes) -> bytes:
    if not head.startswith(_GZIP_BEGIN):
        return b""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_WARC_BEGIN))
    except (zlib.error, gzip.BadGzipFile):
        return b""


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith("."):
            continue
        if not entry.is_dir():
            yield entry
        elif not _is_part_of_saved_page(entry):
            yield from _walk(entry)


def _is_part_of_saved_page(folder: Path) -> bool:
    stem = folder.name.removesuffix(_SAVED_PARTS)
    return stem != folder.name and any(folder.with_name(stem + suffix).exists() for suffix in _PAGE_SUFFIXES)
