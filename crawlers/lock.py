"""The lock of a folder's writer, that says who holds it."""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout


class LockedError(Exception):
    """Another process writes; the text says which one, since when, and what to do."""


class WriterLock:
    """Held from construction until close; the operating system frees it when the process dies."""

    def __init__(self, path: Path, *, what: str) -> None:
        """Take the lock `path`; raises LockedError where another process holds it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        # The holder's name lies beside the lock: on Windows a locked file cannot be read.
        self._holder = path.with_suffix(".holder.json")
        self._lock = FileLock(path, thread_local=False)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise LockedError(
                f"{what} is being written by {self._describe_holder()}. Wait for it or stop it."
            ) from None
        self._holder.write_text(
            json.dumps(
                {
                    "pid": os.getpid(),
                    "command": " ".join([Path(sys.argv[0]).name, *sys.argv[1:]]),
                    "since": datetime.now(UTC).isoformat(timespec="seconds"),
                }
            ),
            encoding="utf-8",
        )

    def close(self) -> None:
        """Free the lock."""
        self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _describe_holder(self) -> str:
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            return f"process {holder['pid']} ({holder['command']}) since {holder['since']}"
        except (OSError, ValueError, KeyError):  # it is just beginning or ending
            return "another process"
