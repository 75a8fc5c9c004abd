"""The command as a whole: help, version, wrong names, and how errors end."""

import errno
from importlib import metadata
from pathlib import Path

import pytest
import typer

from crawlers.archive import ArchiveError
from crawlers.lock import LockedError
from ruralwire.command_group import COMMANDS
from ruralwire.errors import reporting_errors
from search_api.index.error import IndexDamagedError, IndexLockedError, IndexMissingError
from settings.error import ConfigError
from tests.ruralwire.conftest import run, split_example


def test_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"ruralwire {metadata.version('ruralwire')}\n"


def test_help_lists_every_command_and_the_exit_codes() -> None:
    output = " ".join(run("--help").stdout.split())
    for name, entry in COMMANDS.items():
        assert f"{name} {entry.summary}" in output
    assert "130 stopped with Ctrl-C" in output


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself_with_an_example(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert COMMANDS[name].summary in " ".join(result.stdout.split())
    assert "ruralwire" in split_example(result.stdout)


def test_a_wrong_command_is_told_what_is_near() -> None:
    result = run("analize")
    assert result.exit_code == 2
    assert "'analyse'" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["init", "--data-dir", "x"], "--data-dir stands before the command: ruralwire --data-dir FOLDER init …"),
        (["search", "tea", "--config=x"], "--config stands before the command: ruralwire --config FILE search …"),
    ],
)
def test_an_option_of_all_commands_behind_one_is_told_its_place(arguments: list[str], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_words_behind_two_hyphens_are_no_options(data_dir: Path) -> None:
    assert "no index yet" in run("search", "--", "--data-dir").stderr


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (ConfigError("no setting"), 2, "no setting"),
        (IndexMissingError("none yet"), 2, "none yet"),
        (LockedError("process 7 writes"), 3, "process 7 writes"),
        (IndexLockedError("process 8 writes"), 3, "process 8 writes"),
        (ArchiveError("no room"), 4, "no room"),
        (IndexDamagedError("rebuild it"), 4, "rebuild it"),
        (PermissionError(errno.EACCES, "Permission denied", "/data"), 4, "/data: Permission denied"),
        (KeyboardInterrupt(), 130, "stopped; run it again"),
    ],
)
def test_expected_errors_end_in_a_message_and_a_code(
    error: BaseException, code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended, reporting_errors(after_stop="run it again"):
        raise error
    assert ended.value.exit_code == code
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("error", [ZeroDivisionError(), BrokenPipeError()])
def test_bugs_and_closed_pipes_are_not_hidden(error: Exception) -> None:
    with pytest.raises(type(error)), reporting_errors():
        raise error


def test_a_broken_setting_names_file_key_and_what_is_near(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "config.toml").write_text("wrkers = 2\n", encoding="utf-8")
    result = run("sources")
    assert result.exit_code == 2
    assert str(data_dir / "config.toml") in result.stderr
    assert 'did you mean "workers"?' in result.stderr


def test_options_of_the_main_command_win_over_the_environment(data_dir: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "config.toml").write_text('sources = ["xinhua-en"]\n', encoding="utf-8")
    for options in (["--data-dir", str(other)], ["--config", str(other / "config.toml")]):
        assert '"id": "xinhua-en"' in run(*options, "sources").stdout
    missing = run("--config", str(other / "none.toml"), "sources")
    assert (missing.exit_code, "no such configuration file" in missing.stderr) == (2, True)
