"""Writing the embedded index: once whatever is repeated, whole whatever is killed, by one process at a time."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from search_api.index.embedded import EmbeddedIndex, open_embedded_index
from search_api.index.error import IndexLockedError, IndexWriteError
from search_api.index.record import IndexedArticle
from search_api.query import ArticleQuery, ClaimQuery
from tests.search_api.annotated import load_annotated
from tests.search_api.building import INDEXED_AT, make_article, said

MakeIndex = Callable[..., EmbeddedIndex]
ROOT = Path(__file__).parents[2]


def run_python(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def eggs(name: str, *numbers: int, words: str = "eggs") -> IndexedArticle:
    body = "\n".join(f"They sold {number} {words}." for number in numbers)
    return make_article(name, body, *(said(f"{number} {words}", number, "egg") for number in numbers))


def surfaces(index: EmbeddedIndex) -> list[str]:
    return sorted(hit.claim.surface for hit in index.search_claims(ClaimQuery(limit=1000)).hits)


def test_writing_twice_is_writing_once(make_index: MakeIndex) -> None:
    index = make_index(eggs("a", 1, 2), eggs("b", 3))
    index.write_articles([eggs("a", 1, 2), eggs("b", 3), eggs("a", 1, 2)])
    index.commit()
    assert surfaces(index) == ["1 eggs", "2 eggs", "3 eggs"]
    assert index.search_articles(ArticleQuery()).total.value == 2
    assert (index.status().articles, index.status().claims) == (2, 3)


def test_a_new_reading_replaces_the_old_one_whole(make_index: MakeIndex) -> None:
    index = make_index(eggs("a", 1, 2), eggs("b", 3))
    index.write_articles([eggs("a", 7, words="large eggs")])
    index.commit()
    assert surfaces(index) == ["3 eggs", "7 large eggs"]


def test_what_is_deleted_is_gone_with_its_claims(make_index: MakeIndex) -> None:
    gone, kept = eggs("a", 1, 2), eggs("b", 3)
    index = make_index(gone, kept)
    index.delete_articles([gone.article.id, "0" * 32])
    index.commit()
    assert surfaces(index) == ["3 eggs"]
    assert index.get_article(gone.article.id) is None
    assert index.get_claim(gone.reading.claims[0].id) is None
    assert index.get_article(kept.article.id) == kept


def test_nothing_is_found_before_it_is_committed(make_index: MakeIndex) -> None:
    index = make_index(eggs("a", 1))
    index.write_articles([eggs("b", 2)])
    assert surfaces(index) == ["1 eggs"]
    index.commit()
    assert surfaces(index) == ["1 eggs", "2 eggs"]


def test_what_was_not_committed_is_dropped(tmp_path: Path) -> None:
    with open_embedded_index(tmp_path / "index", writable=True) as index:
        index.write_articles([eggs("a", 1)])
        index.commit()
        index.write_articles([eggs("b", 2)])
    with open_embedded_index(tmp_path / "index", writable=True) as index:
        assert surfaces(index) == ["1 eggs"]
        index.write_articles([eggs("c", 3)])
        index.commit()
        assert surfaces(index) == ["1 eggs", "3 eggs"]


def test_readers_see_what_another_process_committed(make_index: MakeIndex, tmp_path: Path) -> None:
    writer = make_index(eggs("a", 1))
    with open_embedded_index(tmp_path / "index") as reader:
        assert surfaces(reader) == ["1 eggs"]
        writer.write_articles([eggs("b", 2)])
        writer.commit()
        assert surfaces(reader) == ["1 eggs", "2 eggs"]


def test_an_export_is_of_one_state_whatever_is_written_meanwhile(make_index: MakeIndex) -> None:
    index = make_index(*(eggs(f"n{number}", number) for number in range(30)))
    for query in (ClaimQuery(sort="value"), ClaimQuery(text="eggs")):
        rows = index.iterate_claims(query)
        first = next(rows)
        index.write_articles([eggs("late", 99), eggs("n3", 1003)])
        index.delete_articles([eggs("n4", 4).article.id])
        index.commit()
        found = [first.claim.surface, *(hit.claim.surface for hit in rows)]
        assert sorted(found) == sorted(f"{number} eggs" for number in range(30))
        index.write_articles([eggs("n3", 3), eggs("n4", 4)])
        index.delete_articles([eggs("late", 99).article.id])
        index.commit()


def test_articles_come_back_as_they_were_written(make_index: MakeIndex) -> None:
    # Numbers have at most twelve digits once they were stored.
    articles = [IndexedArticle.model_validate_json(article.model_dump_json()) for article in load_annotated()]
    index = make_index(*articles)
    for article in articles:
        assert index.get_article(article.article.id) == article
    claims = {claim.id: claim for article in articles for claim in article.reading.claims}
    found = {hit.claim.id: hit.claim for hit in index.iterate_claims(ClaimQuery(levels=("individual",)))}
    found |= {hit.claim.id: hit.claim for hit in index.iterate_claims(ClaimQuery())}
    assert found == claims


def test_every_quote_stands_in_its_body(make_index: MakeIndex) -> None:
    index = make_index(*load_annotated("ar-01", "zh-01", "ru-01"))
    for hit in index.iterate_claims(ClaimQuery()):
        article = index.get_article(hit.article.id)
        assert article is not None
        body, claim = article.text.body, hit.claim
        assert body[claim.quote.start : claim.quote.end] == claim.quote.text
        assert body[claim.start : claim.end] == claim.surface


def test_facets_are_counted_exactly_over_many_values_and_segments(make_index: MakeIndex) -> None:
    index = make_index()
    for batch in range(3):
        index.write_articles(
            make_article(f"{batch}-{number}", "It had 5 things.", said("5 things", 5, f"thing{number}"))
            for number in range(batch, 300)
        )
        index.commit()
    (facet,) = index.search_claims(ClaimQuery(facets=("unit",))).facets
    assert [(one.value, one.count) for one in facet.values[:2]] == [("thing10", 3), ("thing100", 3)]
    (facet,) = index.search_claims(ClaimQuery(units=("thing0", "thing1"), facets=("unit",))).facets
    assert [(one.value, one.count) for one in facet.values] == [("thing1", 2), ("thing0", 1)]


def test_new_rows_are_told_from_old_ones_by_when_they_were_indexed(make_index: MakeIndex) -> None:
    later = INDEXED_AT + timedelta(microseconds=1)
    index = make_index(eggs("a", 1), make_article("b", "They sold 2 eggs.", said("2 eggs", 2, "egg"), indexed_at=later))
    found = index.search_claims(ClaimQuery(indexed_since=later)).hits
    assert [hit.claim.surface for hit in found] == ["2 eggs"]


WRITE_ON_AND_ON = """
import sys
from pathlib import Path
from search_api.index.embedded import open_embedded_index
from tests.search_api.test_embedded_writing import eggs

with open_embedded_index(Path(sys.argv[1]), writable=True) as index:
    for number in range(10_000):
        index.write_articles([eggs(f"n{number}", number, number + 1)])
        index.commit()
        print(number, flush=True)
"""


@pytest.mark.parametrize("commits", [1, 4, 9])
def test_a_writer_that_is_killed_leaves_a_whole_index(tmp_path: Path, commits: int) -> None:
    folder = tmp_path / "index"
    writer = run_python(WRITE_ON_AND_ON, str(folder))
    assert writer.stdout is not None
    for _ in range(commits):
        last = int(writer.stdout.readline())
    writer.send_signal(signal.SIGKILL)
    told = [int(line) for line in writer.communicate()[0].split()]
    committed = max([last, *told]) + 1
    with open_embedded_index(folder) as reader:
        # The articles may lack the very last commit of the claims, which comes first.
        articles = reader.count_articles(ArticleQuery())
        assert articles >= committed
        assert reader.count_claims(ClaimQuery()) in (2 * articles, 2 * articles + 2)
    with open_embedded_index(folder, writable=True) as index:
        index.write_articles(eggs(f"n{number}", number, number + 1) for number in range(articles + 1))
        index.commit()
        assert index.count_claims(ClaimQuery()) == 2 * (articles + 1)


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    hold = "import sys; from pathlib import Path; from search_api.index.embedded import open_embedded_index; " + (
        "index = open_embedded_index(Path(sys.argv[1]), writable=True); print('held', flush=True); sys.stdin.read()"
    )
    other = run_python(hold, str(folder), "crawl", "--all")
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    with pytest.raises(IndexLockedError, match=rf"being written by process {other.pid} \(-c .*crawl --all\) since"):
        open_embedded_index(folder, writable=True)
    other.kill()
    other.wait()
    with open_embedded_index(folder, writable=True) as index:
        assert index.status().articles == 0


def test_two_writers_in_one_process_exclude_each_other_as_well(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index()
    with pytest.raises(IndexLockedError, match=f"process {os.getpid()} "):
        open_embedded_index(tmp_path / "index", writable=True)


def test_a_reader_does_not_write(make_index: MakeIndex, tmp_path: Path) -> None:
    make_index(eggs("a", 1))
    with (
        open_embedded_index(tmp_path / "index") as reader,
        pytest.raises(IndexLockedError, match="opened for reading: open it with writable=True"),
    ):
        reader.write_articles([eggs("b", 2)])


FILL_THE_DISK = """
import resource, sys
from pathlib import Path
from search_api.index.embedded import open_embedded_index
from search_api.index.error import IndexWriteError
from search_api.query import ClaimQuery
from tests.search_api.test_embedded_writing import eggs

_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
with open_embedded_index(Path(sys.argv[1]), writable=True) as index:
    index.write_articles([eggs("a", 1)])
    index.commit()
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))
    try:
        index.write_articles(eggs(f"n{number}", number) for number in range(500))
        index.commit()
        print("no error")
    except IndexWriteError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    print(index.count_claims(ClaimQuery()))
    index.write_articles([eggs("b", 2)])
    index.commit()
    print(index.count_claims(ClaimQuery()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
def test_a_full_disk_is_told_and_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    process = run_python(FILL_THE_DISK, str(tmp_path / "index"))
    told, trouble = process.communicate()
    message, before, after = told.splitlines()
    assert process.returncode == 0, trouble
    assert "could not be written" in message
    assert "What was committed before still stands" in message
    assert (before, after) == ("1", "2")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(IndexWriteError, match="cannot be made"):
        open_embedded_index(tmp_path / "file" / "index", writable=True)
