"""A perfect reading scores 1 in every field, and each kind of error lowers the score that names it."""

from datetime import date
from decimal import Decimal

import pytest

from nlp.model.article import Reading
from nlp.model.claim import Claim, Relation
from nlp.model.mention import Binding, Mention
from nlp.model.period import Period
from nlp.model.span import Quote, Words
from tests.quality.floors import Floors, find_falls, format_floors, load_floors, lower_floors, raise_floors
from tests.quality.gold import GoldName, locate, occurrences, parse_article
from tests.quality.mentions import is_linked
from tests.quality.naming import same_label, same_product, same_surface
from tests.quality.report import format_errors, format_table
from tests.quality.scoring import score_article
from tests.quality.tally import Tally, add_up

TEXT = "In 2019 Yunnan sold 40 tonnes of tea, 8 tonnes of them to Japan, said Li Wen of Taobao. One lorry was enough."
EMPTY = {
    "value_max": None, "change": None, "status": "reported", "aspect": "flow", "level": "area", "frequency": None,
    "subject": None, "population": None, "attribution": None, "places": [], "products": [], "organisations": [],
    "period": None, "relations": [],
}  # fmt: skip
GOLD = {
    "id": "en-t",
    "language": "en",
    "published_at": "2020-01-05",
    "text": TEXT,
    "figures": [
        {**EMPTY, "surface": "40 tonnes", "value": 40, "unit": "tonne", "modifier": "exact", "products": ["tea"],
         "places": [{"surface": "Yunnan", "role": "from"}], "period": {"start": "2019-01-01", "end": "2019-12-31"},
         "attribution": "Li Wen", "organisations": ["Taobao"], "frequency": "year", "population": "of tea"},
        {**EMPTY, "surface": "8 tonnes", "value": 8, "unit": "tonne", "modifier": "exact", "subject": "Li Wen",
         "relations": [{"kind": "part_of", "to": "40 tonnes"}], "places": [{"surface": "Japan", "role": "to"}],
         "change": "increase_by"},
    ],
    "places": [{"surface": "Yunnan", "canonical_en": "Yunnan", "kind": "province", "parent": "China"}],
    "products": [{"surface": "tea", "concept_en": "tea"}],
    "organisations": [{"surface": "Taobao", "name_en": "Taobao"}],
    "not_figures": ["2019"],
    "neutral": ["One lorry"],
}  # fmt: skip
ARTICLE = parse_article(GOLD)


def words(surface):
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface), "surface": surface}


def binding(surface, **more):
    return Binding(**words(surface), **more)


def claim(surface, value, unit, **more):
    told = {"status": "reported", "aspect": "flow", "level": "area", "measure": "sales_volume"}
    quote = Quote(start=0, end=len(TEXT), text=TEXT)
    return Claim(id=surface, **words(surface), value=Decimal(value), unit=unit, quote=quote, **(told | more))


def mention(surface, kind, label, **more):
    return Mention(**words(surface), kind=kind, label=label, **more)


FORTY = claim(
    "40 tonnes",
    40,
    "tonne",
    products=(binding("tea"),),
    places=(binding("Yunnan", role="from"),),
    period=Period(start=date(2019, 1, 1), end=date(2019, 12, 31), precision="year"),
    attribution=binding("Li Wen"),
    organisations=(binding("Taobao"),),
    frequency="year",
    population=Words(**words("of tea")),
)
EIGHT = claim(
    "8 tonnes",
    8,
    "tonne",
    subject=binding("Li Wen"),
    places=(binding("Japan", role="to"),),
    relations=(Relation(kind="part_of", claim="40 tonnes"),),
    change="increase_by",
)
YUNNAN = mention("Yunnan", "place", "Yunnan", place_kind="province", parents=("China",))
TEA = mention("tea", "product", "tea")
TAOBAO = mention("Taobao", "organisation", "Taobao")


def score(claims=(FORTY, EIGHT), mentions=(YUNNAN, TEA, TAOBAO)):
    reading = Reading(article_id="a", text_id="t", language="en", claims=claims, mentions=mentions)
    return {
        field: tally for (language, field), tally in add_up(score_article(ARTICLE, reading)).items() if language == "en"
    }


def test_a_perfect_reading_scores_one_in_every_field():
    scores = score()
    assert {field: tally.f1 for field, tally in scores.items()} == dict.fromkeys(scores, 1.0)
    assert all(scores[field].asked for field in ("figure", "relation", "subject", "period", "place_linked", "product"))


def changed(one, **fields):
    return one.model_copy(update=fields)


@pytest.mark.parametrize(
    ("claims", "lowered"),
    [
        ((EIGHT,), {"figure", "value", "value_unit", "relation"}),
        ((FORTY, changed(EIGHT, value=Decimal(9))), {"value", "value_unit"}),
        ((FORTY, changed(EIGHT, value_max=Decimal(9))), {"value", "value_unit"}),
        ((FORTY, changed(EIGHT, unit="kg")), {"value_unit"}),
        ((FORTY, changed(EIGHT, modifier="about")), {"modifier"}),
        ((FORTY, changed(EIGHT, change=None)), {"change", "change_told"}),
        ((FORTY, changed(EIGHT, status="target")), {"status"}),
        ((FORTY, changed(EIGHT, aspect="stock")), {"aspect", "aspect_told"}),
        ((FORTY, changed(EIGHT, level="firm")), {"level"}),
        ((changed(FORTY, frequency="month"), EIGHT), {"frequency", "frequency_told"}),
        ((changed(FORTY, period=None), EIGHT), {"period", "period_told"}),
        ((FORTY, changed(EIGHT, measure=None)), {"measure"}),
        ((FORTY, changed(EIGHT, subject=binding("Taobao"))), {"subject"}),
        ((changed(FORTY, population=None), EIGHT), {"population"}),
        ((changed(FORTY, attribution=None), EIGHT), {"attribution"}),
        ((changed(FORTY, places=()), EIGHT), {"place_surface", "place_role"}),
        ((changed(FORTY, places=(binding("Yunnan", role="of"),)), EIGHT), {"place_role"}),
        ((changed(FORTY, products=()), EIGHT), {"product"}),
        ((changed(FORTY, organisations=()), EIGHT), {"organisation"}),
        ((FORTY, changed(EIGHT, relations=(Relation(kind="converts", claim="40 tonnes"),))), {"relation"}),
        ((FORTY, changed(EIGHT, relations=(Relation(kind="part_of", claim="8 tonnes"),))), {"relation"}),
    ],
)
def test_an_error_in_a_claim_lowers_what_it_concerns_and_nothing_else(claims, lowered):
    perfect, scores = score(), score(claims)
    fallen = {field for field in perfect if scores[field].f1 < perfect[field].f1}
    missing_claim = len(claims) == 1
    assert fallen == lowered or (missing_claim and lowered <= fallen)


@pytest.mark.parametrize(
    ("mentions", "lowered"),
    [
        ((TEA, TAOBAO), {"place_found", "place_linked"}),
        ((changed(YUNNAN, label="Hunan"), TEA, TAOBAO), {"place_linked"}),
        ((changed(YUNNAN, parents=()), TEA, TAOBAO), {"place_linked"}),
        ((changed(YUNNAN, place_kind="village"), TEA, TAOBAO), {"place_linked"}),
        ((YUNNAN, changed(TEA, label="coffee"), TAOBAO), {"product_linked"}),
        ((YUNNAN, TEA), {"organisation_found"}),
        ((YUNNAN, TEA, TAOBAO, mention("Japan", "place", "Japan")), {"place_found", "place_linked"}),
    ],
)
def test_an_error_in_a_name_lowers_what_it_concerns(mentions, lowered):
    perfect, scores = score(), score(mentions=mentions)
    assert {field for field in perfect if scores[field].f1 < perfect[field].f1} == lowered


def test_a_number_that_is_no_figure_counts_as_wrong():
    scores = score((claim("2019", 2019, None), FORTY, EIGHT))
    assert scores["not_figures"].given == 1
    assert scores["figure"].precision == pytest.approx(2 / 3)
    assert scores["figure"].recall == 1


def test_a_neutral_number_is_neither_asked_for_nor_wrong():
    assert score((FORTY, EIGHT, claim("One", 1, "vehicle")))["figure"].f1 == 1


def test_a_claim_answers_by_overlap_of_surfaces():
    assert score((FORTY, changed(EIGHT, **words("8"))))["value_unit"].f1 == 1


def test_a_third_is_the_same_however_many_digits_are_written():
    third = parse_article({**GOLD, "figures": [{**GOLD["figures"][0], "value": 33.33}]})
    reading = Reading(
        article_id="a", text_id="t", language="en", claims=(changed(FORTY, value=Decimal(100) / 3),), mentions=()
    )
    assert add_up(score_article(third, reading))["en", "value"].f1 == 1


def test_surfaces_that_repeat_are_found_in_the_order_of_the_text():
    assert locate(["5 kg", "5 kg"], "5 kg here, 5 kg there", "x") == [(0, 4), (11, 15)]


@pytest.mark.parametrize(
    ("text", "surface", "starts"),
    [
        ("15 % and 5 %", "5 %", [9]),
        ("2.5 kg and 5 kg", "5 kg", [11]),
        ("sixty of six", "six", [9]),
        ("وبثلث السكان", "ثلث", [2]),
        ("近三百万户", "三百万户", [1]),
    ],
)
def test_a_surface_stands_as_a_number_or_word_of_its_own_where_it_can(text, surface, starts):
    assert [start for start, _ in occurrences(text, surface)] == starts


def test_a_surface_that_is_not_in_the_text_is_named():
    with pytest.raises(ValueError, match="x: the surface '7 kg' is not in the text"):
        locate(["7 kg"], "5 kg", "x")


@pytest.mark.parametrize(
    ("compare", "one", "other", "same"),
    [
        (same_label, "Shaanxi", "Shaanxi Province", True),
        (same_label, "Xi'an", "Xi’an", True),
        (same_label, "Boyacá", "Boyaca", True),
        (same_label, "Shaanxi", "Shanxi", False),
        (same_product, "apple", "apples", True),
        (same_product, "olive oil", "oil", False),
        (same_surface, "Danzhai", "Danzhai County", True),
        (same_surface, "Danzhai", "Sandu", False),
    ],
)
def test_names_are_the_same_up_to_form(compare, one, other, same):
    assert compare(one, other) is same


def test_the_table_has_a_column_for_each_language_and_the_errors_show_the_sentence():
    reading = Reading(article_id="a", text_id="t", language="en", claims=(FORTY,), mentions=())
    outcomes = score_article(ARTICLE, reading)
    table = format_table(add_up(outcomes)).splitlines()
    assert table[0].split() == ["field", "ar", "en", "es", "fr", "ru", "zh", "all"]
    assert next(line for line in table if line.startswith("value_unit")).split()[2] == "0.667"
    shown = format_errors(outcomes, "value_unit")
    assert "'8 tonnes' = 8 tonne" in shown
    assert "Japan" in shown
    assert shown.endswith("1 misses of value_unit")


TALLIES = {("en", "value"): Tally(10, 10, 9), ("ru", "value"): Tally(10, 10, 7), ("all", "value"): Tally(20, 20, 16)}
PINNED = Floors("d", (), {("en", "value"): 0.85, ("ru", "value"): 0.8})


def test_a_score_below_its_floor_is_told_for_the_language_that_fell():
    assert find_falls(PINNED, TALLIES) == ("ru value: 0.700 is below its floor 0.80",)


def test_raising_floors_never_lowers_one():
    raised = raise_floors(PINNED, TALLIES, digest="e")
    assert raised.floors == {("en", "value"): 0.9, ("ru", "value"): 0.8}
    assert raised.digest == "e"


def test_lowering_floors_needs_a_line_of_the_changelog_that_was_not_used_before():
    line = "value in Russian: corpus corrected"
    lowered = lower_floors(PINNED, TALLIES, digest="d", line=line, changelog=f"# Changes\n- {line}\n")
    assert lowered.floors["ru", "value"] == 0.7
    with pytest.raises(ValueError, match=r"no line of CHANGELOG\.md holds"):
        lower_floors(PINNED, TALLIES, digest="d", line=line, changelog="# Changes\n")
    with pytest.raises(ValueError, match="has lowered floors before"):
        lower_floors(lowered, TALLIES, digest="d", line=line, changelog=line)


def test_floors_are_read_back_as_written(tmp_path):
    path = tmp_path / "floors.toml"
    floors = Floors("d", ('a "quoted" line',), {("en", "value"): 0.85})
    path.write_text(format_floors(floors), encoding="utf-8")
    assert load_floors(path) == floors


@pytest.mark.parametrize(
    ("gold", "found", "linked"),
    [
        (GoldName("Якутии", "Sakha", "province", ("Russia",)),
         {"label": "Yakutia", "concept_id": "place:ru-sa", "place_kind": "province", "parents": ("Russia",)}, True),
        (GoldName("Якутии", "Tuva", "province", ("Russia",)),
         {"label": "Yakutia", "concept_id": "place:ru-sa", "place_kind": "province", "parents": ("Russia",)}, False),
        (GoldName("Якутии", "Sakha", "city", ("Russia",)),
         {"label": "Yakutia", "concept_id": "place:ru-sa", "place_kind": "province", "parents": ("Russia",)}, False),
        (GoldName("Mayenne", "Mayenne", "county", ("France",)),
         {"label": "Mayenne", "place_kind": "province", "parents": ("Pays de la Loire", "France")}, True),
        (GoldName("Louga", "Louga", "county", ("Senegal",)),
         {"label": "Louga", "place_kind": "province", "parents": ("Senegal",)}, False),
        (GoldName("Turco", "Turco", "city", ("Bolivia",)),
         {"label": None, "place_kind": "township", "parents": ("Bolivia",)}, True),
        (GoldName("Quito", "Quito", "city", ("Ecuador",)),
         {"label": None, "place_kind": "township", "parents": ("Ecuador",)}, False),
        (GoldName("Louga", "Louga Department", "county", ("Senegal",)),
         {"label": None, "place_kind": "county", "parents": ("Senegal",)}, False),
    ],
)  # fmt: skip
def test_a_place_is_linked_by_any_name_of_the_unit_and_unlinked_only_where_none_holds_it(gold, found, linked):
    place = Mention(start=0, end=len(gold.surface), surface=gold.surface, kind="place", **found)
    assert is_linked(gold, place) is linked


@pytest.mark.parametrize(("name", "linked"), [("cashew nut", True), ("raw cashew", True), ("walnut", False)])
def test_a_good_is_linked_by_any_of_its_english_names(name, linked):
    good = mention("tea", "product", "cashew", concept_id="product:cashew")
    assert is_linked(GoldName("tea", name), good) is linked
