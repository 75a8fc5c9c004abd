"""Opening an index that is missing, old, damaged, foreign or just being made: each error says what to do."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from search_api.index.embedded import EmbeddedIndex, open_embedded_index
from search_api.index.error import (
    ForeignIndexError,
    IndexDamagedError,
    IndexFormatError,
    IndexMissingError,
    IndexUnavailableError,
)
from search_api.index.manifest import FORMAT, MANIFEST
from search_api.query import ClaimQuery
from tests.search_api.building import make_article, said

MakeIndex = Callable[..., EmbeddedIndex]


@pytest.fixture
def folder(make_index: MakeIndex, tmp_path: Path) -> Path:
    """The folder of an index with one claim that no process has open."""
    make_index(make_article("a", "It was 5 eggs.", said("5 eggs", 5, "egg"))).close()
    return tmp_path / "index"


def change_manifest(folder: Path, **changes: object) -> None:
    file = folder / MANIFEST
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))


@pytest.mark.parametrize("is_there", [False, True])
def test_a_reader_is_told_how_an_index_is_made(tmp_path: Path, is_there: bool) -> None:
    if is_there:
        (tmp_path / "none").mkdir()
    with pytest.raises(
        IndexMissingError, match=r"no index yet in .*none: `ruralwire crawl` or `ruralwire add` makes one"
    ):
        open_embedded_index(tmp_path / "none")


@pytest.mark.parametrize("writable", [False, True])
@pytest.mark.parametrize(
    ("found", "remedy"),
    [(FORMAT - 1, "run `ruralwire rebuild`"), (FORMAT + 1, "written by a newer ruralwire: install that")],
)
def test_an_index_of_another_format_is_refused(folder: Path, writable: bool, found: int, remedy: str) -> None:
    change_manifest(folder, format=found, anything_new="in it")
    with pytest.raises(IndexFormatError, match=f"has format {found}, this program reads format {FORMAT}: .*{remedy}"):
        open_embedded_index(folder, writable=writable)


@pytest.mark.parametrize("writable", [False, True])
@pytest.mark.parametrize("content", ["", "{", "[]", '{"engine": "embedded"}', "\x00\xff"])
def test_a_damaged_manifest_is_told_with_its_remedy(folder: Path, writable: bool, content: str) -> None:
    (folder / MANIFEST).write_text(content)
    with pytest.raises(IndexDamagedError, match=r"cannot be read: delete the folder .* and run `ruralwire rebuild`"):
        open_embedded_index(folder, writable=writable)


@pytest.mark.parametrize("writable", [False, True])
def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path, writable: bool) -> None:
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(ForeignIndexError, match=r"is not an index of ruralwire \(it holds thesis.doc\)"):
        open_embedded_index(tmp_path, writable=writable)
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize("writable", [False, True])
def test_a_file_is_no_index(tmp_path: Path, writable: bool) -> None:
    (tmp_path / "index").write_text("mine")
    with pytest.raises(ForeignIndexError, match="it is a file"):
        open_embedded_index(tmp_path / "index", writable=writable)


def test_an_index_of_another_engine_is_refused(folder: Path) -> None:
    change_manifest(folder, engine="other")
    with pytest.raises(ForeignIndexError, match="holds an index of the engine 'other'"):
        open_embedded_index(folder, writable=True)


@pytest.mark.parametrize("left", [f"{MANIFEST}.tmp", "writer.lock", "writer.json"])
def test_making_an_index_that_was_cut_short_is_done_anew(tmp_path: Path, left: str) -> None:
    folder = tmp_path / "index"
    folder.mkdir()
    (folder / left).write_text("")
    with pytest.raises(IndexMissingError):
        open_embedded_index(folder)
    with open_embedded_index(folder, writable=True) as index:
        assert index.status().claims == 0


def test_an_index_of_which_only_the_manifest_was_made_is_made_whole(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "begun").mkdir()
    (folder / MANIFEST).rename(tmp_path / "begun" / MANIFEST)
    with open_embedded_index(tmp_path / "begun", writable=True) as index:
        assert index.status().claims == 0


@pytest.mark.parametrize("damage", ["garbage", "empty", "no segment"])
def test_damaged_files_are_told_with_their_remedy(folder: Path, damage: str) -> None:
    claims = folder / "claims"
    if damage == "no segment":
        for file in claims.glob("*.store"):
            file.unlink()
    else:
        (claims / "meta.json").write_text("" if damage == "empty" else '{"segments": 7}')
    with pytest.raises((IndexDamagedError, IndexUnavailableError), match=r"claims.* cannot be .*ruralwire rebuild"):
        open_embedded_index(folder).search_claims(ClaimQuery())


def test_an_index_that_vanishes_while_it_is_open_is_told(folder: Path) -> None:
    index = open_embedded_index(folder)
    (folder / "claims" / "meta.json").unlink()
    with pytest.raises(IndexUnavailableError, match=r"has no meta\.json"):
        index.search_claims(ClaimQuery())


def test_a_reader_that_comes_while_an_index_is_made_is_told_to_try_again(folder: Path) -> None:
    (folder / "articles" / "meta.json").unlink()
    with pytest.raises(IndexMissingError, match=r"no articles yet: .*try again in a moment"):
        open_embedded_index(folder)


def test_many_readers_and_a_writer_work_at_once(make_index: MakeIndex, tmp_path: Path) -> None:
    writer = make_index(make_article("a", "It was 5 eggs.", said("5 eggs", 5, "egg")))
    troubles: list[BaseException] = []
    is_over = threading.Event()

    def read_on() -> None:
        try:
            while not is_over.is_set():
                with open_embedded_index(tmp_path / "index") as reader:
                    assert reader.search_claims(ClaimQuery(text="eggs")).total.value >= 1
                    list(reader.iterate_claims(ClaimQuery(sort="value")))
        except BaseException as trouble:
            troubles.append(trouble)

    readers = [threading.Thread(target=read_on) for _ in range(2)]
    for thread in readers:
        thread.start()
    for number in range(12):
        writer.write_articles([make_article(f"n{number % 5}", "It was 6 eggs.", said("6 eggs", 6, "egg"))])
        writer.commit()
    is_over.set()
    for thread in readers:
        thread.join()
    assert troubles == []
    assert writer.status().articles == 6
