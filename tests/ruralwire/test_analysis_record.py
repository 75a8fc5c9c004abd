"""The record that `analyse` writes."""

import json
from typing import Any

from nlp.reader import read_text
from ruralwire.analysis_record import make_record, to_json

_ODD = "\ud800In Kenya \udfff farmers sold 5 kg\ud801 of tea in 2019."


def _spans(value: Any) -> list[tuple[int, int, str]]:
    """Every stretch of the text in a record, with the words that it says stand there."""
    if isinstance(value, list):
        return [span for one in value for span in _spans(one)]
    if not isinstance(value, dict):
        return []
    found = [span for one in value.values() for span in _spans(one)]
    words = value.get("surface", value.get("text"))
    if "start" in value and isinstance(words, str):
        start, end = value.get("span") or (value["start"], value["end"])
        found.append((start, end, words))
    return found


def test_words_stand_where_the_record_says_even_beside_unpaired_surrogates() -> None:
    record = make_record("1", _ODD, read_text(_ODD, article_id="1", language="en"))
    spans = _spans([record["claims"], record["mentions"]])
    assert record["body"] == _ODD
    assert len(spans) >= 5
    assert all(_ODD[start:end] == words for start, end, words in spans)


def test_what_utf8_cannot_hold_is_escaped_and_read_again_as_it_was() -> None:
    record = make_record("1", _ODD, read_text(_ODD, article_id="1", language="en"))
    assert json.loads(to_json(record).encode("utf-8"))["body"] == _ODD


def test_values_are_numbers_and_languages_that_are_not_read_are_und() -> None:
    body = "Umsatz: 4,8 Millionen Euro, 30 Kilometer."
    record = make_record("1", body, read_text(body, article_id="1"))
    assert record["language"] == "und"
    assert all(isinstance(claim["value"], int | float) for claim in record["claims"])
