"""Sentences of which only figures are annotated: how their files are read, and what a reading of them is asked."""

import json
from decimal import Decimal

import pytest

from nlp.model.article import Reading
from nlp.model.claim import Claim
from nlp.model.span import Quote
from tests.quality.floors import digest_corpus
from tests.quality.scoring import score_article
from tests.quality.sentences import SENTENCES, load_sentences, parse_sentence
from tests.quality.tally import add_up

TEXT = "On 3 May they sold 40 tonnes, up 5%, in one shop."
FORTY = {"surface": "40 tonnes", "value": 40, "unit": "tonne", "modifier": "exact", "change": None, "period": None}
FIVE = {"surface": "5%", "value": 5, "unit": "percent", "modifier": "exact", "change": "increase_by"}
SENTENCE = {
    "id": "en-s1", "language": "en", "published_at": "2024-05-06", "text": TEXT, "figures": [FORTY, FIVE],
    "not_figures": ["3 May"], "neutral": ["one shop"],
}  # fmt: skip
PERIOD = {"start": "2024-05-03", "end": "2024-05-03"}
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def claim(surface, value, unit, **more):
    start = TEXT.index(surface)
    quote = Quote(start=0, end=len(TEXT), text=TEXT)
    words = {"start": start, "end": start + len(surface), "surface": surface}
    return Claim(id=surface, **words, value=Decimal(value), unit=unit, quote=quote, **more)


def score(*claims):
    reading = Reading(article_id="a", text_id="t", language="en", claims=claims, mentions=())
    return {
        field: tally
        for (language, field), tally in add_up(score_article(parse_sentence(SENTENCE), reading)).items()
        if language == "en"
    }


def write(folder, *rows, half="dev", name="en.jsonl"):
    (folder / half).mkdir(parents=True, exist_ok=True)
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    (folder / half / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_only_the_fields_that_are_annotated_are_scored():
    scores = score(claim("40 tonnes", 40, "tonne"), claim("5%", 5, "percent", change="increase_by"))
    assert set(scores) == {
        "figure",
        "value",
        "value_unit",
        "modifier",
        "change",
        "change_told",
        "period",
        "period_told",
    }
    assert {tally.f1 for tally in scores.values()} == {1.0}
    assert scores["period"].asked == 1, "the second figure leaves its period open"


def test_a_number_that_is_no_figure_counts_as_wrong_and_a_neutral_one_does_not():
    right = (claim("40 tonnes", 40, "tonne"), claim("5%", 5, "percent", change="increase_by"))
    assert score(*right, claim("one shop", 1, "store"))["figure"].f1 == 1
    wrong = score(*right, claim("3 May", 3, None))
    assert wrong["not_figures"].given == 1
    assert wrong["figure"].precision == pytest.approx(2 / 3)


def changed(row, **more):
    return {**row, **more}


def without(row, key):
    return {name: value for name, value in row.items() if name != key}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "Expecting property name"),
        (without(SENTENCE, "text"), "lacks text"),
        (changed(SENTENCE, note="x"), "has the unknown note"),
        (changed(SENTENCE, language="fr"), "language 'fr': expected 'en'"),
        (changed(SENTENCE, not_figures=["4 May"]), "'4 May' of not_figures or neutral is not in the text"),
        (changed(SENTENCE, figures=[changed(FORTY, surface="41 tonnes")]), "surface '41 tonnes' is not in the text"),
        (changed(SENTENCE, figures=[FIVE, FORTY]), "the figures are out of order"),
        (changed(SENTENCE, figures=[without(FORTY, "unit")]), "the figure '40 tonnes' lacks unit"),
        (changed(SENTENCE, figures=[changed(FORTY, status="target")]), "has the unknown status"),
        (changed(SENTENCE, figures=[changed(FORTY, modifier="circa")]), "modifier 'circa': expected one of about"),
        (changed(SENTENCE, figures=[changed(FORTY, change="rise")]), "change 'rise': expected one of None"),
        (changed(SENTENCE, figures=[changed(FORTY, modifier="range")]), "expected value_max"),
        (changed(SENTENCE, figures=[changed(FORTY, value_max=50)]), "expected value_max"),
        (changed(SENTENCE, figures=[changed(FORTY, value_max=30, modifier="range")]), "expected value_max"),
        (changed(SENTENCE, figures=[changed(FORTY, unit="Tonnes")]), "unit 'Tonnes': expected a currency"),
    ],
)
def test_a_broken_line_is_told_by_file_line_and_what_would_be_right(tmp_path, line, told):
    write(tmp_path, changed(SENTENCE, id="en-s0"), line)
    with pytest.raises(ValueError, match=r"en\.jsonl, line 2: ") as broken:
        load_sentences("dev", folder=tmp_path)
    assert told in str(broken.value)


def test_an_id_stands_once_in_a_file(tmp_path):
    write(tmp_path, SENTENCE, SENTENCE)
    with pytest.raises(ValueError, match="line 2: id 'en-s1' stands on a line before"):
        load_sentences("dev", folder=tmp_path)


def test_periods_are_read_and_a_missing_one_is_not_asked(tmp_path):
    write(tmp_path, changed(SENTENCE, figures=[changed(FORTY, period=PERIOD), FIVE]))
    forty, five = load_sentences("dev", folder=tmp_path)[0].figures
    assert (forty.has_period, forty.period.start, five.has_period) == (True, "2024-05-03", False)


def test_a_half_without_sentences_has_none(tmp_path):
    assert load_sentences("reference", folder=tmp_path) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_sentences_to_read_that_hold(language):
    loaded = [one for one in load_sentences("dev") if one.language == language]
    assert len(loaded) >= 25
    assert any(not one.figures for one in loaded), "some hold traps alone"


def test_the_digest_of_a_half_covers_its_sentences(tmp_path, monkeypatch):
    before = digest_corpus("dev")
    write(tmp_path, SENTENCE)
    monkeypatch.setattr("tests.quality.floors.SENTENCES", tmp_path)
    assert digest_corpus("dev") != before
    assert SENTENCES.is_dir()
