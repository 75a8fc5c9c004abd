"""How the figures of the sample site interlock, as facts.toml tells it."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from ruralwire.sample_site.content import load_content

FACTS = tomllib.loads((resources.files("ruralwire.sample_site") / "facts.toml").read_text(encoding="utf-8"))
REPORTS = [(one["id"], report) for one in FACTS["statistic"] for report in one["report"]]
RELATIONS = {"origin", "agrees", "conflicts", "other_definition", "other_vintage", "cites", "copy"}
ARTICLES = {f"{one.outlet}/{one.slug}": one for one in load_content().articles}
LANGUAGES = {outlet.id: outlet.language for outlet in load_content().outlets}


@pytest.mark.parametrize(("statistic", "report"), REPORTS, ids=lambda value: str(value)[:60])
def test_the_words_of_a_report_stand_in_its_article(statistic: str, report: dict[str, Any]) -> None:
    article = ARTICLES[report["article"]]
    body = article.body
    if report.get("is_revision"):
        assert article.revision is not None
        body = article.revision.body
        assert report["surface"] not in article.body
    assert report["surface"] in body
    assert report["relation"] in RELATIONS


def test_each_statistic_begins_with_its_origin() -> None:
    for one in FACTS["statistic"]:
        assert [report["relation"] == "origin" for report in one["report"]].index(True) == 0
        assert len(one["report"]) > 1


def test_a_report_that_cites_is_not_older_than_what_it_cites() -> None:
    citing = [(ARTICLES[report["article"]], ARTICLES[report["cites"]]) for _, report in REPORTS if "cites" in report]
    assert len(citing) >= 4
    assert all(cited.published_at < article.published_at for article, cited in citing)


def test_one_statistic_is_told_in_six_languages_with_every_kind_of_difference() -> None:
    (sales,) = [one for one in FACTS["statistic"] if one["id"] == "poor-counties-online-sales-2019"]
    same = [report for report in sales["report"] if report["relation"] in ("origin", "agrees", "cites")]
    assert {LANGUAGES[report["article"].partition("/")[0]] for report in same} == {"ar", "zh", "en", "fr", "es", "ru"}
    assert {report["relation"] for report in sales["report"]} >= {"conflicts", "other_definition", "other_vintage"}
    assert "copy" in {report["relation"] for _, report in REPORTS}


def test_no_value_of_an_agreeing_report_is_far_from_the_origin() -> None:
    for one in FACTS["statistic"]:
        origin = one["report"][0]["value"]
        for report in one["report"]:
            if report["relation"] in ("agrees", "cites", "copy") and "unit" not in report:
                assert abs(report["value"] - origin) <= 0.05 * origin, report["surface"]
