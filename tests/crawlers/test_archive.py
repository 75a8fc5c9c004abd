"""The archive: whole records or none, whatever happens."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.archive import Archive, ArchiveError
from crawlers.lock import LockedError
from crawlers.warc import WarcRecord, decode_record, encode_record, read_member

NOW = datetime(2026, 3, 1, 9, 30, 0, 123456, tzinfo=UTC)
MEBIBYTE = 1 << 20


def make_response(payload: bytes, url: str = "http://a.example/ب") -> WarcRecord:
    headers = (("Content-Type", "text/html"), ("X-Two", "a"), ("X-Two", "b"))
    return WarcRecord("response", url, NOW, payload, http_start="HTTP/1.1 200 OK", http_headers=headers)


def write(archive: Archive, *payloads: bytes, rotate_bytes: int = 100 * MEBIBYTE) -> None:
    with archive.open_writer("captures", rotate_bytes=rotate_bytes) as writer:
        for payload in payloads:
            writer.append([make_response(payload)])


def read_payloads(archive: Archive) -> list[bytes]:
    return [
        record.payload
        for file in archive.list_files("captures")
        for _, record in archive.iterate(file)
        if record.type == "response"
    ]


@given(st.binary(max_size=2000))
def test_a_payload_comes_back_byte_for_byte(payload: bytes) -> None:
    from io import BytesIO

    member = read_member(BytesIO(encode_record(make_response(payload))))
    assert member is not None
    record = decode_record(member[0])
    assert record.payload == payload
    assert (record.url, record.date, record.http_status) == ("http://a.example/ب", NOW, 200)
    assert record.http_headers[1:] == (("X-Two", "a"), ("X-Two", "b"))


def test_a_record_is_read_by_its_offset(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with archive.open_writer("captures", rotate_bytes=MEBIBYTE) as writer:
        writer.append([make_response(b"one")])
        location = writer.append([make_response(b"two"), make_response(b"three")])[1]
    assert archive.read(location.file, location.offset).payload == b"three"
    with pytest.raises(ArchiveError, match="no whole record at byte 7"):
        archive.read(location.file, 7)


@pytest.mark.parametrize("kept", [0, 1, 2, 11, 40, 0.5, -1, -9])
def test_a_torn_last_record_is_set_aside(tmp_path: Path, kept: float) -> None:
    archive = Archive(tmp_path)
    write(archive, b"one", b"two")
    path = tmp_path / archive.list_files("captures")[0]
    whole = path.read_bytes()
    write(archive, os.urandom(5000))
    last = path.read_bytes()[len(whole) :]
    torn = last[: int(kept * len(last)) if isinstance(kept, float) else kept]
    path.write_bytes(whole + torn)
    write(archive, b"three")
    assert read_payloads(archive) == [b"one", b"two", b"three"]
    sides = list(tmp_path.glob("*.torn-at-*"))
    assert [side.read_bytes() for side in sides] == ([torn] if torn else [])


def test_a_file_that_is_torn_in_its_first_record_begins_anew(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    write(archive)
    path = tmp_path / archive.list_files("captures")[0]
    path.write_bytes(path.read_bytes()[:20])
    write(archive, b"one")
    assert read_payloads(archive) == [b"one"]


def test_a_torn_record_is_found_behind_a_large_one(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    large = os.urandom(3 * MEBIBYTE)
    write(archive, large, os.urandom(2 * MEBIBYTE))
    path = tmp_path / archive.list_files("captures")[0]
    path.write_bytes(path.read_bytes()[:-1])
    write(archive)
    assert read_payloads(archive) == [large]


def test_damage_between_whole_records_is_told_with_its_place(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    write(archive, b"one", b"two", b"three")
    path = tmp_path / archive.list_files("captures")[0]
    content = bytearray(path.read_bytes())
    second = list(archive.iterate(path.name))[2][0]
    content[second.offset + 30] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match=f"damaged at byte {second.offset}"):
        read_payloads(archive)


def test_a_full_file_is_followed_by_a_new_one(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    payloads = [os.urandom(600_000) for _ in range(4)]
    write(archive, *payloads, rotate_bytes=MEBIBYTE)
    assert archive.list_files("captures") == ["captures-000001.warc.gz", "captures-000002.warc.gz"]
    assert read_payloads(archive) == payloads


def test_a_second_writer_is_told_who_holds_the_archive(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with (
        archive.open_writer("captures", rotate_bytes=MEBIBYTE),
        pytest.raises(LockedError, match=f"written by process {os.getpid()} .* since 20"),
    ):
        archive.open_writer("captures", rotate_bytes=MEBIBYTE)
    archive.open_writer("captures", rotate_bytes=MEBIBYTE).close()


def test_the_lock_of_a_killed_writer_is_free(tmp_path: Path) -> None:
    code = (
        "import os, sys, pathlib; from crawlers.archive import Archive;"
        "Archive(pathlib.Path(sys.argv[1])).open_writer('captures', rotate_bytes=1 << 20); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert (tmp_path / "captures.holder.json").exists()
    write(Archive(tmp_path), b"one")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no RLIMIT_FSIZE on Windows")
def test_a_full_disk_gives_a_clear_message_and_leaves_whole_records(tmp_path: Path) -> None:
    code = """
import os, pathlib, resource, sys
from datetime import UTC, datetime
from crawlers.archive import Archive, ArchiveError
from crawlers.warc import WarcRecord
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
with Archive(pathlib.Path(sys.argv[1])).open_writer("captures", rotate_bytes=1 << 20) as writer:
    try:
        while True:
            writer.append([WarcRecord("response", "http://a.example/", datetime.now(UTC), os.urandom(15_000),
                                      http_start="HTTP/1.1 200 OK")])
    except ArchiveError as error:
        print(error)
"""
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "no room for" in done.stdout
    assert "Nothing was lost" in done.stdout
    assert done.stderr == ""
    archive = Archive(tmp_path)
    before = read_payloads(archive)
    assert len(before) == 3
    write(archive, b"more")
    assert read_payloads(archive) == [*before, b"more"]
    assert not list(tmp_path.glob("*.torn-at-*"))
