"""`analyse`: the shape that users script against, and what is wrong with their input."""

import json
from pathlib import Path
from typing import Any

import pytest

from nlp.model.claim import Claim
from ruralwire.index_folder import open_index
from ruralwire.reading_job import READING
from search_api.query import ClaimQuery
from tests.ruralwire.conftest import make_line, make_settings, run, split_example

TEXT = "Honey sells online\nFarmers in Kenya sold 2.5 tonnes of honey in 2019."
MENTION_FIELDS = {"start", "end", "surface", "kind", "concept_id", "label", "place_kind", "parents", "confidence"}


def analyse(*arguments: str, stdin: str | bytes) -> list[dict[str, Any]]:
    result = run("analyse", *arguments, stdin=stdin)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_per_article_with_every_field_of_a_claim() -> None:
    (record,) = analyse("-", stdin=make_line("a", TEXT))
    assert set(record) == {"schema", "id", "text_id", "language", "body", "mentions", "claims"}
    assert (record["schema"], record["id"], record["language"], record["body"]) == ("ruralwire/1", "a", "en", TEXT)
    claims, mentions = record["claims"], record["mentions"]
    assert isinstance(claims, list)
    assert isinstance(mentions, list)
    (claim,) = claims
    assert set(claim) == set(Claim.model_fields)
    assert (claim["value"], claim["unit"]) == (2.5, "tonne")
    assert TEXT[claim["start"] : claim["end"]] == claim["surface"] == "2.5 tonnes"
    for mention in mentions:
        assert set(mention) >= MENTION_FIELDS
        assert TEXT[mention["start"] : mention["end"]] == mention["surface"]


def test_what_is_given_wins_over_what_is_found(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes(b"\xef\xbb\xbfIn October, 300 tonnes were sold.\r\n")
    (record,) = analyse(str(file), "--language", "en", "--published-at", "2020-03-23", stdin="")
    assert (record["id"], record["body"]) == ("note.txt", "In October, 300 tonnes were sold.\r\n")
    (claim,) = record["claims"]
    assert claim["period"]["start"] == "2019-10-01"
    (german,) = analyse("-", stdin=make_line("d", "Die Bauern verkauften im vergangenen Jahr 300 Tonnen Honig."))
    assert german["language"] == "und"


def test_a_bad_line_is_told_with_its_number_and_does_not_stop_the_rest() -> None:
    lines = make_line("a", TEXT) + "not JSON\n" + '{"id": "b"}\n' + '{"id": "c", "text": 7}\n' + make_line("d", TEXT)
    result = run("analyse", "-", stdin=lines.encode() + b"\xff\xfe\n")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "d"]
    told = [line.partition(":")[2].partition(":")[0].strip() for line in result.stderr.splitlines()]
    assert told == [f"standard input, line {number}" for number in (2, 3, 4, 6)]


def test_json_is_one_list_and_a_table_is_for_people() -> None:
    stdin = make_line("a", TEXT)
    assert [one["id"] for one in json.loads(run("analyse", "-", "--format", "json", stdin=stdin).stdout)] == ["a"]
    assert json.loads(run("analyse", "-", "--format", "json", stdin="{\n").stdout) == []
    table = run("analyse", "-", "--format", "table", stdin=stdin).stdout
    assert "2.5 tonne" in " ".join(table.split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--language", "de"], "the six are"),
        (["--published-at", "last week"], "write 2020-03-23"),
        (["none.txt"], "none.txt: cannot be read: No such file"),
    ],
)
def test_wrong_arguments_are_told(arguments: list[str], told: str) -> None:
    result = run("analyse", *arguments, stdin="")
    assert result.exit_code in (1, 2)
    assert told in result.stderr


def test_the_example_of_help_works() -> None:
    words = split_example(run("analyse", "--help").stdout)
    assert words[0] == "echo"
    (record,) = analyse(*words[words.index("analyse") + 1 :], stdin=words[1])
    assert len(record["claims"]) == 1


def test_claims_have_the_ids_that_they_have_in_the_index(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ruralwire.indexing.READING", READING)
    lines = make_line("a", TEXT) + make_line("b", TEXT, url="https://example.org/honey?utm_source=x")
    analysed = {claim["id"] for record in analyse("-", stdin=lines) for claim in record["claims"]}
    assert run("add", "-", stdin=lines).exit_code == 0
    with open_index(make_settings(data_dir)) as index:
        indexed = {hit.claim.id for hit in index.iterate_claims(ClaimQuery())}
    assert indexed == analysed
    assert len(indexed) == 2
