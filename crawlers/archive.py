"""The archive: WARC files that are only ever appended to, one whole record after the other."""

import errno
import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Literal, Self

from crawlers.lock import WriterLock
from crawlers.warc import (
    GZIP_MAGIC,
    BadWarcError,
    WarcRecord,
    decode_record,
    encode_record,
    is_record_start,
    read_member,
)

Series = Literal["captures", "texts"]
SERIES: tuple[Series, ...] = ("captures", "texts")
"""Captures and what was read from them are kept apart: each has its own files and its own writer."""

_SUFFIX = ".warc.gz"
_FIRST_SEARCH_BYTES = 1 << 20
_FULL_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

_logger = logging.getLogger(__name__)


class ArchiveError(Exception):
    """The archive cannot be read or written; the text says where and what to do."""


@dataclass(frozen=True)
class Location:
    """Where a record stands: file name within the archive folder, first byte, compressed length."""

    file: str
    offset: int
    length: int

    @property
    def end(self) -> int:
        """The byte after the record."""
        return self.offset + self.length


class Archive:
    """A folder of WARC files, read by any number of processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def list_files(self, series: Series) -> list[str]:
        """Names of the files of a series, oldest first."""
        return sorted(path.name for path in self.folder.glob(f"{series}-*{_SUFFIX}"))

    def read(self, file: str, offset: int) -> WarcRecord:
        """Return the record at a byte offset; raises ArchiveError where none stands there."""
        try:
            with (self.folder / file).open("rb") as stream:
                stream.seek(offset)
                member = read_member(stream)
        except OSError as error:
            raise ArchiveError(f"{self.folder / file}: {error.strerror}.") from None
        if member is None:
            raise ArchiveError(f"{self.folder / file}: no whole record at byte {offset}.")
        try:
            return decode_record(member[0])
        except BadWarcError as error:
            raise ArchiveError(f"{self.folder / file}, byte {offset}: {error}.") from None

    def iterate(self, file: str, *, start: int = 0) -> Iterator[tuple[Location, WarcRecord]]:
        """Yield the records from a byte offset on, up to the last whole one.

        Raises ArchiveError where a damaged record stands between whole ones.
        """
        path = self.folder / file
        with path.open("rb") as stream:
            offset = start
            while True:
                stream.seek(offset)
                member = read_member(stream)
                if member is None:
                    if _find_last_record_end(stream) <= offset:
                        return
                    # A writer may have finished this record since: only what stays unreadable is damaged.
                    stream.seek(offset)
                    member = read_member(stream)
                if member is None:
                    raise ArchiveError(
                        f"{path}: damaged at byte {offset}, with whole records behind it. "
                        "Restore the file from a backup; what was read from it before stays."
                    )
                content, length = member
                yield Location(file, offset, length), decode_record(content)
                offset += length

    def open_writer(self, series: Series, *, rotate_bytes: int) -> "ArchiveWriter":
        """Open the series for appending; raises LockedError where another process does."""
        return ArchiveWriter(self.folder, series, rotate_bytes=rotate_bytes)


class ArchiveWriter:
    """The one writer of a series. Close it, or use it in a `with`."""

    def __init__(self, folder: Path, series: Series, *, rotate_bytes: int) -> None:
        """Take the lock, and set aside what a killed writer left half written."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._series = series
        self._rotate_bytes = rotate_bytes
        self._lock = WriterLock(folder / f"{series}.lock", what=f"the archive {folder} ({series})")
        self._stream: IO[bytes] | None = None
        try:
            names = Archive(folder).list_files(series)
            self._number = _parse_number(names[-1]) if names else 1
            if names:
                set_aside_torn_end(folder / names[-1])
            self._stream = self._open_current()
        except BaseException:
            self.close()
            raise

    def append(self, records: Sequence[WarcRecord]) -> list[Location]:
        """Write records together, on disk when this returns; raises ArchiveError and leaves no half record."""
        if self._stream is None:
            raise ArchiveError("the archive's writer is closed.")
        if self._stream.tell() >= self._rotate_bytes:
            self._stream.close()
            self._number += 1
            self._stream = self._open_current()
        start = self._stream.tell()
        members = [encode_record(record) for record in records]
        self._write(self._stream, b"".join(members))
        locations: list[Location] = []
        for member in members:
            locations.append(Location(self._name, start, len(member)))
            start += len(member)
        return locations

    def close(self) -> None:
        """Close the file and free the lock."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None
        self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _name(self) -> str:
        return f"{self._series}-{self._number:06d}{_SUFFIX}"

    def _open_current(self) -> IO[bytes]:
        path = self._folder / self._name
        stream = path.open("ab", buffering=0)
        stream.seek(0, os.SEEK_END)
        if stream.tell() == 0:
            _sync_folder(self._folder)
            self._write(stream, encode_record(_make_warcinfo(self._name)))
        return stream

    def _write(self, stream: IO[bytes], content: bytes) -> None:
        start = stream.tell()
        view = memoryview(content)
        try:
            while view:
                view = view[stream.write(view) :]
            os.fsync(stream.fileno())
        except OSError as error:
            stream.truncate(start)
            stream.seek(start)
            path = self._folder / self._name
            if error.errno in _FULL_DISK:
                raise ArchiveError(
                    f"{path}: no room for {len(content)} bytes ({error.strerror}). Nothing was lost: "
                    "make room or set another data_dir, then run the same command again."
                ) from None
            raise ArchiveError(f"{path}: cannot be written: {error.strerror}.") from None


def set_aside_torn_end(path: Path) -> Path | None:
    """Cut a file after its last whole record; return the side file that keeps the torn bytes, if any."""
    try:
        with path.open("r+b") as stream:
            end = _find_last_record_end(stream)
            stream.seek(0, os.SEEK_END)
            size = stream.tell()
            if end == size:
                return None
            side = path.with_name(f"{path.name}.torn-at-{end}")
            stream.seek(end)
            side.write_bytes(stream.read())
            stream.truncate(end)
            os.fsync(stream.fileno())
    except OSError as error:
        raise ArchiveError(f"{path}: its torn end cannot be set aside: {error.strerror}. Make room first.") from None
    _logger.warning("%s: the last record was torn; its %d bytes are kept in %s", path, size - end, side.name)
    return side


def count_torn_bytes(path: Path) -> int:
    """Return how many bytes stand behind the last whole record of a file; it is not touched. Raises ArchiveError."""
    try:
        with path.open("rb") as stream:
            end = _find_last_record_end(stream)
            return stream.seek(0, os.SEEK_END) - end
    except OSError as error:
        raise ArchiveError(f"{path}: cannot be read: {error.strerror}.") from None


def _find_last_record_end(stream: IO[bytes]) -> int:
    """Return where the last whole record ends, 0 where there is none.

    Searches backwards, so that a large file is not read from its beginning: gzip's own check sum tells a whole
    member from a torn one, and from bytes within compressed data that merely look like a beginning.
    """
    stream.seek(0, os.SEEK_END)
    size = stream.tell()
    searched_from = size
    window = _FIRST_SEARCH_BYTES
    while searched_from > 0:
        begin = max(0, searched_from - window)
        stream.seek(begin)
        # Two bytes more, for a magic number that lies across the border.
        chunk = stream.read(searched_from - begin + len(GZIP_MAGIC) - 1)
        position = chunk.rfind(GZIP_MAGIC)
        while position >= 0:
            stream.seek(begin + position)
            member = read_member(stream)
            if member is not None and is_record_start(member[0]):
                return begin + position + member[1]
            position = chunk.rfind(GZIP_MAGIC, 0, position + len(GZIP_MAGIC) - 1)
        searched_from, window = begin, window * 2
    return 0


def _parse_number(name: str) -> int:
    return int(name.removesuffix(_SUFFIX).rpartition("-")[2])


def _make_warcinfo(name: str) -> WarcRecord:
    content = b"software: ruralwire\r\nformat: WARC File Format 1.1\r\n"
    fields = {"WARC-Filename": name}
    return WarcRecord("warcinfo", "", datetime.now(UTC), content, fields=fields, content_type="application/warc-fields")


def _sync_folder(folder: Path) -> None:
    """Make the name of a new file last through a power failure, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
