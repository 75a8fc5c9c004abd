"""The command in this process, with a data folder of its own, and one demonstration for all tests that look at it."""

import json
import os
import shlex
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crawlers.state import State
from ruralwire.index_folder import open_index
from ruralwire.main import app
from ruralwire.reading_job import READING
from search_api.index.record import IndexStatus
from settings.config import Settings

QUICK_READING = replace(READING, module="tests.ruralwire.quick_reader")
ROOT = Path(__file__).parent.parent.parent


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """Run `ruralwire` with arguments; whatever is no expected end of a command is raised."""
    result = CliRunner().invoke(app, list(arguments), input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def make_line(text_id: str, text: str, **values: str) -> str:
    """One's own text as a line of JSON."""
    return json.dumps({"id": text_id, "text": text, **values}) + "\n"


LINES = make_line("a", "They sold 1 tonne.") + make_line("b", "They sold 2 tonnes of 7.")


def make_settings(folder: Path) -> Settings:
    return Settings(data_dir=folder, workers=1)


def index_status(folder: Path) -> IndexStatus:
    with open_index(make_settings(folder)) as index:
        return index.status()


def open_state(folder: Path) -> State:
    return State(make_settings(folder).database_url)


def use_folder(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let the command take a folder for the user's data folder; readings are quick there."""
    for name in [name for name in os.environ if name.startswith("RURALWIRE_") and name != "RURALWIRE_REFERENCE"]:
        patch.delenv(name)
    patch.setenv("RURALWIRE_DATA_DIR", str(folder))
    patch.setenv("RURALWIRE_WORKERS", "1")
    patch.setenv("PYTHONPATH", str(ROOT))  # for the workers that the tests bring
    patch.setattr("ruralwire.indexing.READING", QUICK_READING)


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is not there yet."""
    folder = tmp_path / "data"
    use_folder(folder, monkeypatch)
    return folder


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "data"
    with pytest.MonkeyPatch.context() as patch:
        use_folder(folder, patch)
        assert run("add", "-", stdin=LINES).exit_code == 0
    return folder


@pytest.fixture
def filled(data_dir: Path, filled_once: Path) -> Path:
    """A data folder with two articles, which have three claims."""
    shutil.copytree(filled_once, data_dir)
    return data_dir


@dataclass(frozen=True)
class Demo:
    """A demonstration that was run once."""

    data_dir: Path
    folder: Path
    output: str


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The sample site crawled, read and indexed by `ruralwire demo --once`."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RURALWIRE_WORKERS", "2")
        result = run("--data-dir", str(folder), "demo", "--once")
    assert result.exit_code == 0, result.output
    (place,) = folder.glob("demo*")
    return Demo(folder, place, result.stdout)


def split_example(help_text: str) -> list[str]:
    """The words of the example in a command's help, as a shell would take them."""
    example = " ".join(help_text.partition("Example: ")[2].partition("\n\n")[0].split())
    return shlex.split(example)
