"""The folder of the embedded index: opened, checked, and replaced by one that was built beside it."""

import contextlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ruralwire.concepts import KnownConcepts
from search_api.index.embedded import ENGINE, EmbeddedIndex, open_embedded_index
from search_api.index.error import IndexDamagedError, IndexFormatError, IndexMissingError, IndexWriteError
from search_api.index.lock import IndexLock
from search_api.index.manifest import MANIFEST, has_manifest, is_empty, load_manifest
from settings.config import Settings
from settings.error import ConfigError

_OWN_NAMES = {MANIFEST, "claims", "articles", "writer.lock", "writer.json"}


def open_index(settings: Settings, *, writable: bool = False) -> EmbeddedIndex:
    """Open the index; a writer makes it where there is none. Raises SearchIndexError, which says what to do."""
    folder = find_index_folder(settings)
    finish_switch(folder)
    concepts = KnownConcepts() if writable else None
    return open_embedded_index(folder, writable=writable, concepts=concepts)


def is_index_missing(settings: Settings) -> bool:
    """True where there is no index; raises SearchIndexError where there is one that cannot be used."""
    folder = find_index_folder(settings)
    finish_switch(folder)
    if is_empty(folder):
        return True
    load_manifest(folder, engine=ENGINE)
    return False


def find_index_folder(settings: Settings) -> Path:
    """The folder of the embedded index; raises ConfigError where another engine is configured."""
    if settings.index.engine != ENGINE:
        raise ConfigError(
            f'"index.engine" is "{settings.index.engine}", which this version cannot write yet: "{ENGINE}" is right.'
        )
    return settings.index_dir


@contextmanager
def build_fresh_index(settings: Settings) -> Iterator[EmbeddedIndex]:
    """An empty index beside the one in use, which takes its place when the block has ended well.

    Until then the old one answers. Raises IndexLockedError where another process writes that.
    """
    folder = find_index_folder(settings)
    finish_switch(folder)
    _require_ours(folder)
    lock = IndexLock(folder) if has_manifest(folder) else None
    fresh = _beside(folder, "new")
    _remove(fresh)
    try:
        with open_embedded_index(fresh, writable=True, concepts=KnownConcepts()) as index:
            yield index
            index.commit()
    except BaseException:
        _remove(fresh)
        raise
    finally:
        if lock is not None:
            lock.close()
    _switch(folder, fresh)


def finish_switch(folder: Path) -> None:
    """Put in place what a process that was killed in the middle of a switch had ready."""
    old = _beside(folder, "old")
    if old.exists():
        if not folder.exists():
            # The old one is moved away only once the new one is complete. Another process may be doing the same.
            with contextlib.suppress(FileNotFoundError, FileExistsError):
                _beside(folder, "new").rename(folder)
        _remove(old)


def _switch(folder: Path, fresh: Path) -> None:
    old = _beside(folder, "old")
    try:
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    except OSError as error:
        if not fresh.exists():
            return  # another process has seen the gap and put it in place
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise IndexWriteError(
            f"the new index is complete in {fresh} but cannot take the place of {folder} ({error.strerror}): "
            "stop what reads it, such as `ruralwire serve`, and run `ruralwire rebuild` again"
        ) from None
    _remove(old)


def _require_ours(folder: Path) -> None:
    try:
        load_manifest(folder, engine=ENGINE)
    except (IndexMissingError, IndexFormatError, IndexDamagedError):
        return  # to be made anew
    except Exception:
        if {entry.name for entry in folder.iterdir()} <= _OWN_NAMES:
            return  # ours, its manifest lost
        raise


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)


def _beside(folder: Path, name: str) -> Path:
    return folder.with_name(f"{folder.name}.{name}")
