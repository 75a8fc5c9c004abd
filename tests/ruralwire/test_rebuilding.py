"""A fresh index: ids stay, the old one answers meanwhile, and a kill in the middle is made good."""

from pathlib import Path

import pytest

from ruralwire.index_folder import build_fresh_index, finish_switch, open_index
from search_api.index.embedded import EmbeddedIndex
from search_api.index.error import ForeignIndexError
from search_api.index.record import IndexedArticle
from search_api.query import ArticleQuery, ClaimQuery
from tests.ruralwire.conftest import index_status, make_settings, run


def load_all(index: EmbeddedIndex) -> list[IndexedArticle | None]:
    hits = index.search_articles(ArticleQuery(sort="id", limit=100)).hits
    return [index.get_article(hit.article.id) for hit in hits]


@pytest.mark.parametrize("options", [(), ("--extract",)])
def test_rebuild_gives_the_same_index_again(filled: Path, options: tuple[str, ...]) -> None:
    with open_index(make_settings(filled)) as index:
        before = load_all(index)
    assert run("rebuild", *options).stdout == "2 articles with 3 claims indexed\n"
    with open_index(make_settings(filled)) as index:
        assert load_all(index) == before
    assert sorted(path.name for path in filled.iterdir() if path.name.startswith("index")) == ["index"]


def test_who_reads_the_old_index_reads_on_in_the_new_one(filled: Path) -> None:
    with open_index(make_settings(filled)) as reader:
        with build_fresh_index(make_settings(filled)) as fresh:
            assert reader.count_claims(ClaimQuery()) == 3
            fresh.commit()
        assert reader.count_claims(ClaimQuery()) == 0


def test_a_build_that_fails_leaves_the_old_index(filled: Path) -> None:
    with pytest.raises(KeyboardInterrupt), build_fresh_index(make_settings(filled)):
        raise KeyboardInterrupt
    assert index_status(filled).articles == 2
    assert not (filled / "index.new").exists()


@pytest.mark.parametrize("stopped", ["before the old one was moved", "between the moves", "before the old one went"])
def test_a_switch_that_was_killed_is_finished(filled: Path, stopped: str) -> None:
    index, old, new = filled / "index", filled / "index.old", filled / "index.new"
    if stopped == "before the old one was moved":
        new.mkdir()
    elif stopped == "between the moves":
        index.rename(new)
        old.mkdir()
    else:
        old.mkdir()
    finish_switch(index)
    assert index_status(filled).articles == 2
    assert not old.exists()
    assert run("rebuild").exit_code == 0
    assert not new.exists()


@pytest.mark.parametrize("damage", ["manifest lost", "manifest broken", "segments lost"])
def test_a_damaged_index_is_told_and_rebuilt(filled: Path, damage: str) -> None:
    manifest = filled / "index" / "ruralwire-index.json"
    if damage == "manifest lost":
        manifest.unlink()
    elif damage == "manifest broken":
        manifest.write_text("{")
    else:
        (filled / "index" / "claims" / "meta.json").write_text("{")
    broken = run("search", "tonnes")
    assert broken.exit_code == 4
    assert run("rebuild").stdout == "2 articles with 3 claims indexed\n"
    assert run("search", "tonnes").exit_code == 0


def test_a_folder_with_something_else_is_left_alone(data_dir: Path) -> None:
    (data_dir / "index").mkdir(parents=True)
    (data_dir / "index" / "thesis.txt").write_text("mine")
    result = run("rebuild")
    assert (result.exit_code, "thesis.txt" in result.stderr) == (4, True)
    assert (data_dir / "index" / "thesis.txt").read_text() == "mine"
    with pytest.raises(ForeignIndexError), open_index(make_settings(data_dir)):
        pass
