"""From captures to the index: killed, busy, full, revised, and run again."""

import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from crawlers.archive import Archive
from nlp.model.identity import make_article_id
from ruralwire.index_folder import open_index
from search_api.index.lock import IndexLock
from search_api.index.manifest import FORMAT, MANIFEST
from search_api.query import ClaimQuery
from tests.ruralwire.conftest import (
    QUICK_READING,
    ROOT,
    index_status,
    make_line,
    make_settings,
    open_state,
    run,
)

PATCHED = """
import os, sys
from dataclasses import replace
import ruralwire.indexing as indexing
from ruralwire.main import run
indexing.READING = replace(indexing.READING, module="tests.ruralwire.quick_reader")
indexing._BATCH_TEXTS = 2
"""
KILLED_BEFORE_MARKING = """
from crawlers.state import State
commits = 0
mark = State.mark_all_indexed
def mark_or_die(self, pairs, *, at=None):
    global commits
    commits += 1
    if commits == 2:
        os.kill(os.getpid(), 9)
    mark(self, pairs, at=at)
State.mark_all_indexed = mark_or_die
"""
KILLED_WHILE_WRITING = """
from search_api.index.embedded import EmbeddedIndex
written = 0
write = EmbeddedIndex.write_articles
def write_or_die(self, articles):
    global written
    written += 1
    if written == 4:
        os.kill(os.getpid(), 9)
    return write(self, articles)
EmbeddedIndex.write_articles = write_or_die
"""


def run_patched(code: str, *arguments: str, stdin: str) -> "subprocess.CompletedProcess[str]":
    """The command in a process of its own, with code that runs before it."""
    command = [sys.executable, "-c", f"{PATCHED}{code}\nrun()", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, cwd=ROOT, check=False)


def find_values(folder: Path) -> list[int]:
    with open_index(make_settings(folder)) as index:
        return sorted(int(hit.claim.value) for hit in index.iterate_claims(ClaimQuery()))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("code", [KILLED_BEFORE_MARKING, KILLED_WHILE_WRITING])
def test_killed_while_indexing_and_run_again_nothing_is_lost_or_doubled(data_dir: Path, code: str) -> None:
    lines = "".join(make_line(str(number), f"They sold {number} tonnes.") for number in range(100, 106))
    killed = run_patched(code, "add", "-", stdin=lines)
    assert killed.returncode == -9
    with open_state(data_dir) as state:
        assert 0 < state.count_unindexed() < 6
    again = run("add", "-", stdin=lines)
    assert "6 known already" in again.stdout
    assert find_values(data_dir) == list(range(100, 106))
    assert index_status(data_dir).articles == 6
    with open_state(data_dir) as state:
        assert state.count_unindexed() == 0
    assert run("add", "-", stdin=lines).stdout == "0 captures taken in, 6 known already; nothing new to index\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no RLIMIT_FSIZE on Windows")
def test_a_full_disk_is_told_and_the_next_run_goes_on(data_dir: Path) -> None:
    filler = random.Random(1).randbytes(30_000).hex().translate(str.maketrans("0123456789", "ghijklmnop"))
    lines = "".join(make_line(str(number), f"They sold {number} tonnes. {filler}") for number in range(3))
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (70_000, 70_000))"
    done = run_patched(limit, "add", "-", stdin=lines)
    assert (done.returncode, "ake room" in done.stderr) == (4, True)
    assert "Traceback" not in done.stderr
    assert run("add", "-", stdin=lines).exit_code == 0
    assert index_status(data_dir).articles == 3


def test_the_index_holds_the_newest_text_of_an_article(data_dir: Path) -> None:
    run("add", "-", stdin=make_line("a", "They sold 1 tonne.") + make_line("a", "They sold 2 tonnes."))
    assert find_values(data_dir) == [2]
    run("add", "-", stdin=make_line("a", "Corrected: they sold 3 tonnes."))
    assert find_values(data_dir) == [3]
    with open_index(make_settings(data_dir)) as index:
        indexed = index.get_article(make_article_id("a"))
    assert indexed is not None
    assert len(indexed.article.text_ids) == 3
    assert len(indexed.capture_ids) == 3
    assert indexed.capture_ids[-1] == indexed.reading.provenance.capture_id


def test_provenance_says_who_added_a_text_and_how_far_it_may_be_shown(data_dir: Path) -> None:
    run("add", "-", "--by", "Ada", stdin=make_line("a", "They sold 1 tonne."))
    with open_index(make_settings(data_dir)) as index:
        indexed = index.get_article(make_article_id("a"))
    assert indexed is not None
    provenance = indexed.reading.provenance
    assert (provenance.captured_by, provenance.captured_by_name) == ("user", "Ada")
    assert provenance.captured_at is not None
    assert provenance.extractor == indexed.text.extractor != ""
    assert indexed.show == "full"


def test_a_text_that_breaks_its_reader_is_indexed_without_claims_and_told(data_dir: Path) -> None:
    result = run("add", "-", stdin=make_line("a", "A crash of 5 prices.") + make_line("b", "They sold 6 tonnes."))
    assert "a: crashed" in result.stderr
    assert "ruralwire rebuild" in result.stderr
    assert index_status(data_dir).articles == 2
    assert find_values(data_dir) == [6]


def test_an_index_that_was_deleted_is_made_again(filled: Path) -> None:
    shutil.rmtree(filled / "index")
    run("add", "-", stdin=make_line("c", "They sold 3 tonnes."))
    assert find_values(filled) == [1, 2, 3, 7]


def test_an_index_of_an_older_format_is_rebuilt_and_what_came_meanwhile_is_in_it(filled: Path) -> None:
    with open_index(make_settings(filled)) as index:
        before = index.get_article(make_article_id("a"))
    manifest = filled / "index" / MANIFEST
    manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', '"format": 0'))
    refused = run("add", "-", stdin=make_line("c", "They sold 3 tonnes."))
    assert refused.exit_code == 4
    assert "What was captured is kept" in refused.stderr
    assert "format 0" in refused.stderr
    assert "ruralwire rebuild" in refused.stderr
    assert run("serve", "--port", "0").exit_code == run("search", "tonnes").exit_code == 4
    rebuilt = run("rebuild")
    assert (rebuilt.exit_code, rebuilt.stdout) == (0, "3 articles with 4 claims indexed\n")
    assert find_values(filled) == [1, 2, 3, 7]
    with open_index(make_settings(filled)) as index:
        assert index.get_article(make_article_id("a")) == before
    with open_state(filled) as state:
        assert state.count_unindexed() == 0


def test_a_second_writer_is_told_who_holds_the_lock(filled: Path) -> None:
    line = make_line("c", "They sold 3 tonnes.")
    with Archive(filled / "archive").open_writer("texts", rotate_bytes=1 << 30):
        for busy in (run("add", "-", stdin=line), run("rebuild")):
            assert (busy.exit_code, f"process {os.getpid()}" in busy.stderr) == (3, True)
    lock = IndexLock(filled / "index")
    for busy in (run("add", "-", stdin=line), run("rebuild")):
        assert (busy.exit_code, f"process {os.getpid()}" in busy.stderr) == (3, True)
    lock.close()
    assert "1 known already; 1 article with 1 claim indexed" in run("add", "-", stdin=line).stdout


def test_a_worker_that_cannot_start_is_told(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ruralwire.indexing.READING", replace(QUICK_READING, module="no_such_module"))
    result = run("add", "-", stdin=make_line("a", "They sold 1 tonne."))
    assert (result.exit_code, "ruralwire doctor" in result.stderr) == (4, True)
