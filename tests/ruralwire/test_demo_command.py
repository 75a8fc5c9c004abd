"""The demonstration: the whole way on the sample site, once and again."""

import json
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from crawlers.archive import Archive
from ruralwire.demo import SAMPLE_PORT, find_tries, serve_demo_site
from ruralwire.index_folder import open_index
from ruralwire.indexing import IndexingReport
from settings.config import Settings
from tests.ruralwire.conftest import ROOT, Demo, index_status, make_settings, open_state, run, split_example


def list_commands(output: str) -> list[list[str]]:
    """What the demo proposes to try, each as arguments."""
    return [shlex.split(line)[1:] for line in output.splitlines() if line.strip().startswith("ruralwire --data-dir")]


def test_all_pages_become_articles_that_are_found(demo: Demo) -> None:
    status = index_status(demo.folder)
    assert status.articles >= 36
    assert status.claims > 10 * status.articles
    with open_state(demo.folder) as state:
        assert state.count_unindexed() == 0
        assert state.count_articles() == status.articles


def test_three_things_to_try_find_claims(demo: Demo) -> None:
    tries = [arguments for arguments in list_commands(demo.output) if "search" in arguments]
    assert len(tries) == 3
    for arguments in tries:
        rows = run(*arguments, "--format", "jsonl").stdout.splitlines()
        assert rows
        assert all(json.loads(row)["quote"]["text"] for row in rows)


def test_one_statistic_is_found_in_all_six_languages(demo: Demo) -> None:
    first = next(arguments for arguments in list_commands(demo.output) if "search" in arguments)
    rows = [json.loads(row) for row in run(*first, "--format", "jsonl").stdout.splitlines()]
    assert {row["article"]["language"] for row in rows} == {"ar", "zh", "en", "fr", "es", "ru"}


def test_a_second_run_doubles_nothing(demo: Demo) -> None:
    before = index_status(demo.folder)
    with open_state(demo.folder) as state:
        captures = sum(state.count_outcomes().values())
    again = run("--data-dir", str(demo.data_dir), "demo", "--once")
    assert again.exit_code == 0
    assert "0 pages captured; nothing new to index" in again.stdout
    assert list_commands(again.stdout) == list_commands(demo.output)
    assert index_status(demo.folder) == before
    with open_state(demo.folder) as state:
        assert sum(state.count_outcomes().values()) == captures


def test_it_keeps_apart_from_the_operators_own_data(demo: Demo) -> None:
    assert [path.name for path in demo.data_dir.iterdir()] == [demo.folder.name]
    assert not Archive(demo.data_dir / "archive").list_files("captures")


@pytest.mark.parametrize("name", ["search", "sources", "serve", "rebuild"])
def test_the_examples_of_help_are_valid(demo: Demo, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ruralwire.commands.serve.run_server", lambda *_, **__: None)
    # Reading all anew is tested elsewhere, on less.
    monkeypatch.setattr("ruralwire.commands.rebuild.rebuild_index", lambda *_, **__: IndexingReport())
    words = split_example(run(name, "--help").stdout)
    result = run("--data-dir", str(demo.folder), *words[words.index("ruralwire") + 1 :])
    assert result.exit_code == 0
    assert name == "serve" or result.stdout


def test_where_its_port_is_taken_it_goes_to_a_folder_of_its_own(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, state_url="postgresql://real", contact="desk@example.org")
    with serve_demo_site(settings) as one, serve_demo_site(settings) as other:
        assert one.settings.data_dir != other.settings.data_dir
        assert one.port < other.port
        for site in (one, other):
            name = "demo" if site.port == SAMPLE_PORT else f"demo-{site.port}"
            assert site.settings.data_dir == tmp_path / name
            assert (site.settings.state_url, site.settings.contact) == ("", "")


def test_what_is_proposed_has_an_answer(demo: Demo) -> None:
    with open_index(make_settings(demo.folder)) as index:
        assert all(number > 0 for _, number in find_tries(index))


KILLED_AFTER_CAPTURES = """
import os, sys
from dataclasses import replace
import ruralwire.crawling as crawling, ruralwire.demo as demo, ruralwire.indexing as indexing
from ruralwire.main import run
demo.SAMPLE_PORT = int(sys.argv.pop(1))
last = int(sys.argv.pop(1))
indexing.READING = replace(indexing.READING, module="tests.ruralwire.quick_reader")
captured = 0
count = crawling._count
def count_or_die(crawls, event):
    global captured
    captured += event.kind == "captured"
    if captured == last:
        os.kill(os.getpid(), 9)
    count(crawls, event)
crawling._count = count_or_die
run()
"""
NEVER = 10_000


def run_until(folder: Path, port: int, last: int) -> "subprocess.CompletedProcess[str]":
    """The demonstration, killed once so many pages are captured; ends when all its processes have ended."""
    command = [sys.executable, "-c", KILLED_AFTER_CAPTURES, str(port), str(last), "--data-dir", str(folder)]
    return subprocess.run([*command, "demo", "--once"], capture_output=True, text=True, cwd=ROOT, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_killed_thrice_while_crawling_every_capture_has_one_outcome(data_dir: Path, demo: Demo) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    for last in (2, 9, 17):
        assert run_until(data_dir, port, last).returncode == -9
    whole = run_until(data_dir, port, NEVER)
    assert whole.returncode == 0, whole.stderr
    folder = data_dir / "demo"
    with open_state(folder) as state, open_state(demo.folder) as unbroken:
        outcomes = state.count_outcomes()
        # The page that answers 503 once answers in another visit here; everything else is as without a kill.
        assert outcomes == unbroken.count_outcomes()
        assert "pending" not in outcomes
        assert state.count_articles() == unbroken.count_articles()
    assert index_status(folder).articles == index_status(demo.folder).articles
