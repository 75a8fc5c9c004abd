"""The lock of an index's one writer, which tells a second writer who holds it."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from nlp.model.span import Record
from search_api.index.error import IndexLockedError, IndexWriteError

_LOCK = "writer.lock"
_HOLDER = "writer.json"
"""Beside the lock, since a locked file cannot be read on Windows."""
LOCK_FILES = (_LOCK, _HOLDER)


class Holder(Record):
    """The process that writes."""

    pid: int
    command: str
    since: datetime


class IndexLock:
    """Held from construction until close; the operating system frees it when the process dies."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of the index in `folder`.

        Raises IndexLockedError where another writer holds it, IndexWriteError where the folder cannot be written.
        """
        self._holder_file = folder / _HOLDER
        # A lock of its own per object: two writers in one process exclude each other as well.
        self._lock = FileLock(folder / _LOCK, thread_local=False, is_singleton=False)
        command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])
        holder = Holder(pid=os.getpid(), command=command, since=datetime.now(UTC).replace(microsecond=0))
        try:
            self._lock.acquire(timeout=0)
            self._holder_file.write_text(holder.model_dump_json(), encoding="utf-8")
        except Timeout:
            raise IndexLockedError(
                f"the index in {folder} is being written by {self._describe_holder()}; "
                "one process writes an index at a time: wait for it, or stop it"
            ) from None
        except OSError as error:
            self._lock.release()
            raise IndexWriteError(
                f"the index in {folder} cannot be written: {error}; see to the disk (space, permissions)"
            ) from error

    def close(self) -> None:
        """Free the lock."""
        self._holder_file.unlink(missing_ok=True)
        self._lock.release()

    def _describe_holder(self) -> str:
        try:
            holder = Holder.model_validate_json(self._holder_file.read_bytes())
        except (OSError, ValidationError):
            return "another process"  # which is just beginning or ending
        return f"process {holder.pid} ({holder.command}) since {holder.since:%Y-%m-%d %H:%M:%S} UTC"
