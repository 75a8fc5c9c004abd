"""States of the embedded index that answers are read from: the newest, and those that cursors still hold on to."""

import hashlib
import threading
from collections import OrderedDict
from pathlib import Path

import tantivy

from search_api.index.error import CursorExpiredError, IndexUnavailableError

_META = "meta.json"
"""tantivy puts a new one in place with each commit."""
_KEPT_SNAPSHOTS = 8
_KEPT_RANKINGS = 64
_DIGEST_HEX_DIGITS = 16
_READ_AHEAD = 4
_LEAST_RANKED = 400
_ATTEMPTS = 5


class Snapshot:
    """One state of an index; what is ranked in it keeps its order."""

    def __init__(self, name: str, searcher: tantivy.Searcher) -> None:
        self.name = name
        self.searcher = searcher
        self._rankings: OrderedDict[str, list[tantivy.DocAddress]] = OrderedDict()

    def rank(self, key: str, found: tantivy.Query, need: int) -> list[tantivy.DocAddress]:
        """Return at least `need` addresses of a query by relevance (fewer where there are no more).

        A longer ranking begins with the shorter one that was given out before: no row is skipped or repeated, even
        if the engine breaks ties otherwise when more is asked of it.
        """
        known = self._rankings.get(key, [])
        if len(known) < need and (not known or len(known) >= _LEAST_RANKED):
            hits = self.searcher.search(found, limit=max(need * _READ_AHEAD, _LEAST_RANKED), count=False).hits
            places = {(address.segment_ord, address.doc) for address in known}
            known = known + [address for _, address in hits if (address.segment_ord, address.doc) not in places]
        self._rankings[key] = known
        self._rankings.move_to_end(key)
        while len(self._rankings) > _KEPT_RANKINGS:
            self._rankings.popitem(last=False)
        return known


class Snapshots:
    """Opens the newest state of a tantivy index whenever a writer, of any process, has committed."""

    def __init__(self, index: tantivy.Index, folder: Path) -> None:
        self._index = index
        self._meta = folder / _META
        self._seen: tuple[int, int, int] | None = None
        self._kept: OrderedDict[str, Snapshot] = OrderedDict()
        self._guard = threading.Lock()
        self._newest: Snapshot | None = None

    def newest(self) -> Snapshot:
        """Return the state of the last commit. Raises IndexUnavailableError where it cannot be read."""
        with self._guard:
            stamp = self._stamp()
            if self._newest is None or stamp != self._seen:
                self._newest = self._open()
                self._seen = stamp
            return self._newest

    def named(self, name: str) -> Snapshot:
        """Return the state of this name; raises CursorExpiredError where it is no longer kept."""
        newest = self.newest()
        with self._guard:
            if name == newest.name:
                return newest
            kept = self._kept.get(name)
        if kept is None:
            raise CursorExpiredError("this cursor has expired: the index has changed since, and its rows with it")
        return kept

    def _open(self) -> Snapshot:
        for attempt in range(_ATTEMPTS):
            try:
                before = self._digest()
                self._index.reload()
                searcher = self._index.searcher()
                if before == self._digest():
                    break
            except (OSError, ValueError) as error:
                # A writer may have committed in between, and deleted the files of the state before.
                if attempt == _ATTEMPTS - 1:
                    raise IndexUnavailableError(
                        f"the index at {self._meta.parent} cannot be read: {error}. If it stays so, delete the folder "
                        f"{self._meta.parent.parent} and run `ruralwire rebuild`, nothing is lost by it"
                    ) from error
        snapshot = self._kept.get(before) or Snapshot(before, searcher)
        self._kept[before] = snapshot
        self._kept.move_to_end(before)
        while len(self._kept) > _KEPT_SNAPSHOTS:
            self._kept.popitem(last=False)
        return snapshot

    def _stamp(self) -> tuple[int, int, int]:
        try:
            status = self._meta.stat()
        except OSError as error:
            raise IndexUnavailableError(f"the index at {self._meta.parent} has no {_META}: {error}") from error
        return (status.st_mtime_ns, status.st_size, status.st_ino)

    def _digest(self) -> str:
        return hashlib.sha256(self._meta.read_bytes()).hexdigest()[:_DIGEST_HEX_DIGITS]
