"""The configuration: where it is looked for, what wins, and what a mistake is told."""

from pathlib import Path

import pytest

from settings.config import Settings, find_config_file, load_settings
from settings.error import ConfigError
from settings.scrapy_settings import make_scrapy_settings


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("RURALWIRE_CONFIG", "RURALWIRE_CONTACT", "RURALWIRE_WORKERS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RURALWIRE_DATA_DIR", str(tmp_path / "data"))


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_code_wins_over_the_environment_and_that_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, 'contact = "file"\nworkers = 3\n[crawl]\ndelay_seconds = 7\ntimeout_seconds = 9\n')
    monkeypatch.setenv("RURALWIRE_CONTACT", "environment")
    monkeypatch.setenv("RURALWIRE_CRAWL__DELAY_SECONDS", "5")
    settings = load_settings(file, workers=1)
    assert (settings.contact, settings.workers) == ("environment", 1)
    assert (settings.crawl.delay_seconds, settings.crawl.timeout_seconds) == (5, 9)


def test_the_data_lies_beside_a_named_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RURALWIRE_DATA_DIR")
    file = write(tmp_path, 'contact = "x"\n')
    monkeypatch.setenv("RURALWIRE_CONFIG", str(file))
    settings = load_settings()
    assert settings.data_dir == tmp_path.resolve()
    assert settings.archive_dir == tmp_path.resolve() / "archive"
    assert settings.database_url == f"sqlite:///{(tmp_path.resolve() / 'state.sqlite').as_posix()}"


def test_the_file_is_looked_for_in_the_data_folder_that_code_names(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    write(tmp_path / "other", 'contact = "other"\n')
    settings = load_settings(data_dir=tmp_path / "other")
    assert (settings.contact, settings.data_dir) == ("other", tmp_path / "other")
    assert load_settings(data_dir=tmp_path / "empty").contact == ""


def test_the_default_file_may_be_missing_a_named_one_may_not(tmp_path: Path) -> None:
    assert find_config_file() == tmp_path / "data" / "config.toml"
    assert load_settings().data_dir == tmp_path / "data"
    with pytest.raises(ConfigError, match="no such configuration file"):
        load_settings(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("wrkers = 2", ['no setting "wrkers"', 'did you mean "workers"', "contact"]),
        ("[crawl]\ndelay_secs = 2", ["[crawl]", '"delay_secs"', 'did you mean "delay_seconds"']),
        ("workers = 0", ['"workers" is 0', "greater than or equal to 1"]),
        ('languages = ["de"]', ["\"languages.0\" is 'de'", "'ar', 'zh'"]),
        ('[index]\nengine = "solr"', ['"index.engine"', "'embedded' or 'elasticsearch'"]),
        ("crawl = 3", ['"crawl" is a group', "[crawl]"]),
        ("workers =\nx = 1", ["not valid TOML", "line 1"]),
    ],
)
def test_a_mistake_names_the_file_the_key_and_what_is_valid(tmp_path: Path, text: str, told: list[str]) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as raised:
        load_settings(file)
    message = str(raised.value)
    assert message.startswith(str(file))
    for part in told:
        assert part in message


def test_a_mistake_in_the_environment_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RURALWIRE_WORKERS", "many")
    with pytest.raises(ConfigError, match=r"^RURALWIRE_WORKERS: "):
        load_settings()


def test_the_crawl_is_polite() -> None:
    settings = make_scrapy_settings(Settings(contact="mailto:desk@example.org"))
    assert settings["ROBOTSTXT_OBEY"] is True
    assert settings["CONCURRENT_REQUESTS_PER_DOMAIN"] == 1
    assert settings["DOWNLOAD_MAXSIZE"] == 20 * 1024 * 1024
    assert "+mailto:desk@example.org" in settings["USER_AGENT"]
