"""`search`: formats, filters as the API has them, and wrong ones told in the words of the command line."""

import csv
import inspect
import json

import pytest

from ruralwire.commands.search import search
from search_api.parameters import ClaimParameters
from tests.ruralwire.conftest import Demo, run


def ask(demo: Demo, *arguments: str) -> "tuple[int, str, str]":
    result = run("--data-dir", str(demo.folder), "search", *arguments)
    return result.exit_code, result.stdout, result.stderr


def test_the_options_are_the_filters_of_the_api() -> None:
    options = set(inspect.signature(search).parameters) - {"context", "query", "articles", "format"}
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
