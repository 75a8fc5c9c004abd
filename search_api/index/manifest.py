"""The file that tells an index of ours from any other folder, with its format and the key of its cursors."""

import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from nlp.model.span import Record
from search_api.index.error import ForeignIndexError, IndexDamagedError, IndexFormatError, IndexMissingError

MANIFEST = "ruralwire-index.json"
FORMAT = 1
"""Raised whenever fields, analysis or stored records change so that old documents no longer answer rightly."""
_CURSOR_KEY_BYTES = 32


class Manifest(Record):
    """What a folder says about the index in it."""

    engine: str
    format: int
    created_at: datetime
    cursor_key: str
    """Hex; cursors of an index that was rebuilt elsewhere do not fit."""


class _AnyFormat(Record):
    model_config = {"extra": "ignore"}

    engine: str
    format: int


def make_manifest(folder: Path, *, engine: str) -> Manifest:
    """Write the manifest of a new index into an empty folder, which is made where it is missing.

    Raises ForeignIndexError where the folder holds anything.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise _foreign(folder)
    folder.mkdir(parents=True, exist_ok=True)
    manifest = Manifest(
        engine=engine,
        format=FORMAT,
        created_at=datetime.now(UTC),
        cursor_key=secrets.token_hex(_CURSOR_KEY_BYTES),
    )
    partial = folder / f"{MANIFEST}.{os.getpid()}.tmp"
    partial.write_text(manifest.model_dump_json(indent=1), encoding="utf-8")
    partial.replace(folder / MANIFEST)
    return manifest


def has_manifest(folder: Path) -> bool:
    """True where a folder holds an index of ours, of whatever format."""
    return (folder / MANIFEST).is_file()


def is_empty(folder: Path) -> bool:
    """True where an index may be made: there is nothing, or an empty folder."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def load_manifest(folder: Path, *, engine: str) -> Manifest:
    """Return the manifest of an index that this program can use.

    Raises IndexMissingError, ForeignIndexError, IndexFormatError or IndexDamagedError, which say what to do.
    """
    file = folder / MANIFEST
    if not file.is_file():
        if is_empty(folder):
            raise IndexMissingError(
                f"there is no index in {folder}: `ruralwire crawl` or `ruralwire add` makes one, "
                "`ruralwire rebuild` makes it anew from the stored texts"
            )
        raise _foreign(folder)
    try:
        raw = file.read_bytes()
        told = _AnyFormat.model_validate_json(raw)
        if told.engine == engine and told.format != FORMAT:
            raise _other_format(folder, told.format)
        manifest = Manifest.model_validate_json(raw)
    except (OSError, ValidationError):
        raise IndexDamagedError(
            f"{file} cannot be read: delete the folder {folder} and run `ruralwire rebuild`, nothing is lost by it"
        ) from None
    if manifest.engine != engine:
        raise ForeignIndexError(f"{folder} holds an index of the engine {manifest.engine!r}; expected {engine!r}")
    return manifest


def _other_format(folder: Path, found: int) -> IndexFormatError:
    remedy = (
        "run `ruralwire rebuild`, which makes it anew from the stored texts"
        if found < FORMAT
        else "it was written by a newer ruralwire: install that, or choose another folder"
    )
    return IndexFormatError(
        f"the index in {folder} has format {found}, this program reads format {FORMAT}: {remedy}",
        found=found,
        expected=FORMAT,
    )


def _foreign(folder: Path) -> ForeignIndexError:
    held = "it is a file" if not folder.is_dir() else f"it holds {sorted(entry.name for entry in folder.iterdir())[0]}"
    return ForeignIndexError(
        f"{folder} is not an index of ruralwire ({held}): name an empty or a new folder, nothing was changed"
    )
