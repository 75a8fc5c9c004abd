"""Sources: the catalogue that ships, and what a mistake in a source file is told."""

from pathlib import Path

import pytest

from settings.config import Settings
from settings.error import ConfigError
from settings.source import choose_watched, load_all_sources, load_catalogue, load_sources, select_sources

GOOD = """[[source]]
id = "gazette"
name = "The Gazette"
publisher = "The Gazette"
language = "en"
country = "KE"
kind = "newspaper"
home = "https://gazette.example/"
"""


def write(tmp_path: Path, text: str, name: str = "own.toml") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def test_the_catalogue_loads_and_holds_sources_of_all_languages() -> None:
    sources = load_catalogue()
    assert len(sources) == 110
    assert {source.language for source in sources} == {"ar", "zh", "en", "fr", "es", "ru"}
    assert all(source.feeds or source.sitemaps or source.listings for source in sources if source.id != "world-bank-en")
    assert all(source.confidence for source in sources)


def test_a_country_code_stays_a_country_code(tmp_path: Path) -> None:
    (source,) = load_sources(write(tmp_path, GOOD.replace("KE", "NO")))
    assert source.country == "NO"


def test_sources_are_loaded_from_a_folder_and_chosen_by_id(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, GOOD.replace('"gazette"', '"courier"'), "other.toml")
    sources = load_sources(tmp_path)
    assert [source.id for source in sources] == ["courier", "gazette"]
    assert [source.id for source in select_sources(sources, ["gazette"])] == ["gazette"]
    with pytest.raises(ConfigError, match='no source "gazete": did you mean "gazette"'):
        select_sources(sources, ["gazete"])


def test_own_sources_replace_those_of_the_catalogue(tmp_path: Path) -> None:
    file = write(tmp_path, GOOD.replace('"gazette"', '"100ec"'))
    settings = Settings(source_files=(file,), languages=("en", "ru"))
    sources = load_all_sources(settings)
    assert len(sources) == 110
    watched = choose_watched(sources, settings)
    assert {source.language for source in watched} == {"en", "ru"}
    assert "100ec" in {source.id for source in watched}
    chosen = settings.model_copy(update={"sources": ("100ec",)})
    assert [source.name for source in choose_watched(sources, chosen)] == ["The Gazette"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("home =", "hme ="), ['source "gazette"', 'no key "hme"', 'did you mean "home"']),
        (('kind = "newspaper"\n', ""), ['source "gazette"', '"kind"', "Field required"]),
        (('"newspaper"', '"newspapers"'), ['"kind"', "'newspaper'"]),
        (('"KE"', '"Kenya"'), ['"country"']),
        (('"https://gazette.example/"', '"gazette.example"'), ['"home"', "http://"]),
        (("kind =", 'article_pattern = "["\nkind ='), ['"article_pattern"', "not a regular expression"]),
        (("kind =", 'timezone = "Mars/Base"\nkind ='), ['"timezone"', "Asia/Shanghai"]),
        (("kind =", 'listings = ["https://a.example/"]\nkind ='), ['"listings"', '"article_pattern"']),
        (("kind =", 'extract = {remve = ["//x"]}\nkind ='), ['"extract.remve"']),
        (("[[source]]", "[source]"), ["[[source]]", "two brackets"]),
        (("[[source]]", "[[sources]]"), ['no key "sources"']),
        (('id = "gazette"\n', ""), ['source "number 1"', '"id"']),
        (("name =", "name"), ["not valid TOML"]),
    ],
)
def test_a_mistake_names_the_file_the_source_and_the_key(
    tmp_path: Path, change: tuple[str, str], told: list[str]
) -> None:
    file = write(tmp_path, GOOD.replace(*change))
    with pytest.raises(ConfigError) as raised:
        load_sources(file)
    message = str(raised.value)
    assert message.startswith(str(file))
    for part in told:
        assert part in message


def test_an_id_is_taken_once(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "a.toml")
    write(tmp_path, GOOD, "b.toml")
    with pytest.raises(ConfigError, match=r'b\.toml: the id "gazette" is taken by .*a\.toml'):
        load_sources(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such source file"):
        load_sources(tmp_path / "none.toml")
