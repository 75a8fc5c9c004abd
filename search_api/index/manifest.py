"""The file that tells an index of ours from any other folder, with its format and the key of its cursors."""

import secrets
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from nlp.model.span import Record
from search_api.index.error import (
    ForeignIndexError,
    IndexDamagedError,
    IndexFormatError,
    IndexMissingError,
    IndexWriteError,
)
from search_api.index.lock import LOCK_FILES

MANIFEST = "ruralwire-index.json"
FORMAT = 1
"""Raised whenever fields, analysis or stored records change so that old documents no longer answer rightly."""
_PARTIAL = f"{MANIFEST}.tmp"
_LEFT_BEHIND = frozenset((_PARTIAL, *LOCK_FILES))
"""What a process leaves that is killed before the manifest is in place."""
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
    """Write the manifest of a new index into a folder; the caller holds the lock of the index."""
    manifest = Manifest(
        engine=engine,
        format=FORMAT,
        created_at=datetime.now(UTC),
        cursor_key=secrets.token_hex(_CURSOR_KEY_BYTES),
    )
    partial = folder / _PARTIAL
    try:
        partial.write_text(manifest.model_dump_json(indent=1), encoding="utf-8")
        partial.replace(folder / MANIFEST)
    except OSError as error:
        raise IndexWriteError(f"no index can be made in {folder}: {error}; see to the disk and try again") from error
    return manifest


def make_folder(folder: Path) -> None:
    """Make the folder of a new index, or take one that is empty.

    Raises ForeignIndexError where it holds anything that is not ours, IndexWriteError where it cannot be made.
    """
    if not is_empty(folder):
        raise _foreign(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise IndexWriteError(
            f"the folder {folder} cannot be made: {error}; name a folder that this user may write to"
        ) from error


def has_manifest(folder: Path) -> bool:
    """True where a folder holds an index of ours, of whatever format."""
    return (folder / MANIFEST).is_file()


def is_empty(folder: Path) -> bool:
    """True where an index may be made: there is nothing, or an empty folder, or one in which making was cut short."""
    return not folder.exists() or (folder.is_dir() and all(entry.name in _LEFT_BEHIND for entry in folder.iterdir()))


def load_manifest(folder: Path, *, engine: str) -> Manifest:
    """Return the manifest of an index that this program can use.

    Raises IndexMissingError, ForeignIndexError, IndexFormatError or IndexDamagedError, which say what to do.
    """
    file = folder / MANIFEST
    if not file.is_file():
        if is_empty(folder):
            raise IndexMissingError(
                f"there is no index yet in {folder}: `ruralwire crawl` or `ruralwire add` makes one, `ruralwire "
                "rebuild` makes it anew from stored texts; the data of `ruralwire demo` lies in a folder of its own, "
                "which it names"
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
