"""Where captures come in: into the archive first, then into the state."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from crawlers.archive import Archive
from crawlers.capture import Exchange, append_capture
from crawlers.reconcile import reconcile
from crawlers.state import State
from nlp.model.article import Capture
from settings.source import Source


class Intake:
    """The one writer of captures. Close it, or use it in a `with`."""

    def __init__(self, archive: Archive, state: State, *, rotate_bytes: int) -> None:
        """Take the archive's lock and catch up with it; raises LockedError, ArchiveError, StateError."""
        self.state = state
        self._writer = archive.open_writer("captures", rotate_bytes=rotate_bytes)
        try:
            # Before anything is appended: what is known of a file must reach its end without a gap.
            reconcile(archive, state)
        except BaseException:
            self._writer.close()
            raise

    def take_in(self, exchange: Exchange) -> Capture:
        """Keep an exchange; it is on disk when this returns."""
        capture, location = append_capture(self._writer, exchange)
        self.state.take_in_capture(capture, exchange.hint, location=location, redirected_from=exchange.redirected_from)
        return capture

    def close(self) -> None:
        """Free the lock; the state stays open."""
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def find_source(url: str, sources: Sequence[Source]) -> Source | None:
    """Return the source that a page given by hand belongs to: whose home is the longest folder above it.

    None where no source's home is, or several are equally.
    """
    parts = urlsplit(url)
    best: list[Source] = []
    longest = 0
    for source in sources:
        home = urlsplit(source.home)
        folder = home.path.rstrip("/") + "/"
        if _bare_host(home.hostname) != _bare_host(parts.hostname) or not f"{parts.path}/".startswith(folder):
            continue
        if len(folder) > longest:
            best, longest = [source], len(folder)
        elif len(folder) == longest:
            best.append(source)
    return best[0] if len(best) == 1 else None


def _bare_host(host: str | None) -> str:
    return (host or "").removeprefix("www.")
