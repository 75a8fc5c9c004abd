"""`search`: formats, filters as the API has them, and wrong ones told in the words of the command line."""

import csv
import inspect
import json
from pathlib import Path

import pytest

from ruralwire.commands.search import search
from search_api.parameters import ClaimParameters
from tests.ruralwire.conftest import Demo, run


def ask(demo: Demo, *arguments: str) -> "tuple[int, str, str]":
    result = run("--data-dir", str(demo.folder), "search", *arguments)
    return result.exit_code, result.stdout, result.stderr


def test_the_options_are_the_filters_of_the_api() -> None:
    options = set(inspect.signature(search).parameters) - {"context", "query", "articles", "format", "followed"}
    assert options == set(ClaimParameters.model_fields) - {"q", "format", "cursor", "facet"}


def test_a_table_shows_quote_and_link(demo: Demo) -> None:
    code, table, told = ask(demo, "--product", "patata", "--format", "table", "--limit", "2")
    assert code == 0
    assert "evidence" in table
    assert "http://127.0.0.1:" in table
    assert "--limit" in told


@pytest.mark.parametrize("options", [(), ("--articles",)])
def test_every_format_holds_the_same_rows(demo: Demo, options: tuple[str, ...]) -> None:
    asked = ("--product", "potato", "--sort", "id", *options)
    lines = [json.loads(line) for line in ask(demo, *asked)[1].splitlines()]
    page = json.loads(ask(demo, *asked, "--format", "json", "--limit", "1000")[1])
    rows = list(csv.DictReader(ask(demo, *asked, "--format", "csv")[1].splitlines(keepends=True)))
    ids = [one.get("id") or one["article"]["id"] for one in lines]
    assert len(ids) > 3
    assert ids == [one.get("id") or one["article"]["id"] for one in page["hits"]] == [row["id"] for row in rows]
    assert page["total"]["value"] == len(ids)


def test_a_limit_holds_for_rows_too(demo: Demo) -> None:
    assert len(ask(demo, "--limit", "3")[1].splitlines()) == 3


def test_nothing_found_is_no_error(demo: Demo) -> None:
    assert ask(demo, "zzzz", "--format", "table") == (0, "", "No claim found.\n")
    assert ask(demo, "zzzz") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--place", "Chaoyang"], ["--place: 'Chaoyang' names", "place:cn-110105  Chaoyang District, Beijing, China"]),
        (["--product", "unobtainium"], ["--product: no product is called 'unobtainium'"]),
        (["--value-min", "5"], ["--value-min: a range of values needs a unit or a measure"]),
        (["--published-from", "yesterday"], ["--published-from:"]),
        (["--lang", "xx"], ["--lang:", "Valid: ar, en, es, fr, ru, und, zh"]),
        (["--sort", "colour"], ["--sort: cannot sort by 'colour'", "relevance"]),
        (["--articles", "--status", "reported"], ["--status is a filter of claims"]),
        (["--format", "json", "--limit", "5000"], ["--limit:", "1000"]),
    ],
)
def test_a_wrong_filter_is_named_with_what_is_right(demo: Demo, arguments: list[str], told: list[str]) -> None:
    code, out, err = ask(demo, *arguments)
    assert (code, out) == (2, "")
    for words in told:
        assert words in err


def test_all_wrong_filters_are_named_at_once(demo: Demo) -> None:
    code, _, told = ask(demo, "--place", "Yunan", "--source", "sample-terrace", "--unit", "yuan", "--lang", "xx")
    assert code == 2
    for words in (
        "--lang: lang cannot be 'xx'",
        "--place: 'Yunan' names 2 places",
        "place:cn-530000  Yunnan, China",
        "--source: no source has the id 'sample-terrace'. Did you mean sample-terrace-post?",
        "--unit: no unit is called 'yuan'. Did you mean CNY?",
    ):
        assert words in told


def test_a_csv_for_excel_begins_with_a_byte_order_mark(demo: Demo) -> None:
    plain = ask(demo, "--limit", "2", "--sort", "id", "--format", "csv")[1]
    assert ask(demo, "--limit", "2", "--sort", "id", "--format", "csv", "--bom")[1] == f"\ufeff{plain}"
    code, _, told = ask(demo, "--format", "jsonl", "--bom")
    assert (code, "--bom: only CSV begins with a byte order mark" in told) == (2, True)


def test_followed_places_narrow_a_search_when_that_is_asked_for(demo: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, told = ask(demo, "--followed")
    assert (code, "no places are followed" in told) == (2, True)
    monkeypatch.setenv("RURALWIRE_PLACES", '["Qiandongnan"]')
    followed = ask(demo, "--followed", "--sort", "id")[1]
    assert followed
    assert followed == ask(demo, "--place", "Qiandongnan", "--sort", "id")[1]
    assert len(ask(demo, "--place", "Kenya", "--followed")[1].splitlines()) > len(followed.splitlines())


def test_without_an_index_nothing_is_broken_and_what_to_run_is_told(tmp_path: Path) -> None:
    result = run("--data-dir", str(tmp_path), "search", "tea")
    assert result.exit_code == 2
    for words in ("no index yet", "ruralwire crawl", "ruralwire add", "ruralwire demo"):
        assert words in result.stderr
    assert list(tmp_path.iterdir()) == []
