"""`init`: what is asked or given is checked, and what is written can be read."""

from pathlib import Path

import pytest

from settings.config import Settings, load_settings
from tests.ruralwire.conftest import run


def test_options_become_a_configuration_that_all_commands_read(data_dir: Path) -> None:
    result = run(
        "init", "--contact", "desk@example.org", "--language", "en", "--language", "zh", "--place", "Yunnan",
        "--place", "肯尼亚", "--source", "xinhua-en",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    settings = load_settings()
    assert (settings.contact, settings.languages) == ("desk@example.org", ("en", "zh"))
    assert settings.sources == ("xinhua-en",)
    assert len(settings.places) == 2
    assert "# Yunnan, Kenya" in (data_dir / "config.toml").read_text(encoding="utf-8")
    assert settings.data_dir == data_dir
    assert "ruralwire crawl" in result.stderr


def test_the_comments_are_settings_at_their_defaults(data_dir: Path) -> None:
    run("init", "--yes")
    text = (data_dir / "config.toml").read_text(encoding="utf-8")
    shown = [line.removeprefix("# ") for line in text.splitlines() if " = " in line or line.startswith("[")]
    examples = ("source_files", "workers", "state_url")
    (data_dir / "config.toml").write_text("\n".join(line for line in shown if not line.startswith(examples)))
    assert load_settings() == Settings(data_dir=data_dir)


def test_a_configuration_is_not_replaced_unless_forced(data_dir: Path) -> None:
    run("init", "--contact", "one@example.org")
    refused = run("init", "--contact", "two@example.org")
    assert (refused.exit_code, "--force" in refused.stderr) == (2, True)
    assert load_settings().contact == "one@example.org"
    run("init", "--contact", "two@example.org", "--force")
    assert load_settings().contact == "two@example.org"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "--contact is missing"),
        (["--contact", "my desk"], "neither an email address nor a web page"),
        (["--contact", "@example.org"], "neither an email address nor a web page"),
        (["--contact", "a@b.org", "--language", "de"], "Valid: ar, en, es, fr, ru, zh"),
        (["--contact", "a@b.org", "--source", "xinhua-eng"], "did you mean xinhua-en"),
        (["--contact", "a@b.org", "--place", "Atlantis-on-Sea"], "no place is called"),
        (["--contact", "a@b.org", "--place", "Chaoyang"], "place:cn-110105  Chaoyang District, Beijing, China"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(data_dir: Path, arguments: list[str], told: str) -> None:
    result = run("init", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not (data_dir / "config.toml").exists()


def test_on_a_terminal_it_asks_again_until_the_answer_is_right(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["nonsense", "desk@example.org", "zh, en", "", "xinhua-eng", "xinhua-en"])
    monkeypatch.setattr("ruralwire.commands.init._is_terminal", lambda: True)
    monkeypatch.setattr("ruralwire.commands.init.err.input", lambda *_, **__: next(answers))
    result = run("init")
    assert result.exit_code == 0
    assert "neither an email address" in result.stderr
    assert "did you mean xinhua-en" in result.stderr
    settings = load_settings()
    assert (settings.languages, settings.sources, settings.places) == (("zh", "en"), ("xinhua-en",), ())
