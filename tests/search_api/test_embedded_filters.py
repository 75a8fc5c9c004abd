"""What the embedded index finds: filters, ranges, periods, and what is left out unless asked for."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from search_api.index.embedded import EmbeddedIndex
from search_api.query import ArticleQuery, ClaimQuery, QueryError

SALES, ORDERS, ZH_SALES, TEA_LAND = "4.8 billion yuan", "300 orders", "37.26亿元", "1200亩"
APPLE_LAND, AGE, TEA, APPLES, GROWTH = "80 هكتارا", "43 عاما", "50 et 60 tonnes", "70 000 кг", "16 %"
PRICE, STORES = "2,5 pesos por kilo", "12 tiendas"
ALL = {SALES, ORDERS, ZH_SALES, TEA_LAND, APPLE_LAND, TEA, APPLES, GROWTH, PRICE, STORES}


def surfaces(index: EmbeddedIndex, **asked: Any) -> set[str]:
    page = index.search_claims(ClaimQuery(**asked))
    found = [hit.claim.surface for hit in page.hits]
    assert page.total.value == len(found) == len(set(found)) == index.count_claims(ClaimQuery(**asked))
    assert found == [hit.claim.surface for hit in index.iterate_claims(ClaimQuery(**asked))]
    return set(found)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ALL),
        ({"languages": ("zh",)}, {ZH_SALES, TEA_LAND}),
        ({"languages": ("zh", "fr")}, {ZH_SALES, TEA_LAND, TEA}),
        ({"languages": ("zh", "fr"), "products": ("product:tea",)}, {TEA_LAND, TEA}),
        ({"languages": ("de",)}, set()),
        ({"sources": ("daily",)}, {SALES, ORDERS}),
        ({"sources": ("daily", "selo-ru")}, {SALES, ORDERS, APPLES, GROWTH}),
        ({"measures": ("sales_value", "orders")}, {SALES, ZH_SALES, ORDERS}),
        ({"measures": ("sales_value",), "languages": ("en",)}, {SALES}),
        ({"units": ("CNY",)}, {SALES, ZH_SALES}),
        ({"units": ("mu", "hectare")}, {TEA_LAND, APPLE_LAND}),
        ({"units": ("MXN/kg",)}, {PRICE}),
        ({"organisations": ("org:pinduoduo",)}, {SALES}),
        ({"statuses": ("target", "denied")}, {TEA, PRICE}),
        ({"statuses": ("reported",)}, {SALES, ORDERS}),
        ({"aspects": ("stock",)}, {TEA_LAND, APPLE_LAND}),
        ({"modifiers": ("more_than", "about")}, {ORDERS, STORES}),
        ({"min_confidence": 0.95}, ALL - {ORDERS}),
        ({"min_confidence": 0.96}, ALL - {ORDERS, SALES}),
    ],
)
def test_values_of_a_filter_are_alternatives_and_filters_all_hold(
    index: EmbeddedIndex, asked: dict[str, Any], expected: set[str]
) -> None:
    assert surfaces(index, **asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"places": ("place:shilin",)}, {ORDERS, TEA_LAND}),
        ({"places": ("place:yunnan",)}, {SALES, ORDERS, ZH_SALES, TEA_LAND}),
        ({"places": ("place:guizhou",)}, {APPLE_LAND}),
        ({"places": ("place:guizhou", "place:shilin")}, {APPLE_LAND, ORDERS, TEA_LAND}),
        ({"places": ("place:china",)}, {SALES, ORDERS, ZH_SALES, TEA_LAND, APPLE_LAND}),
        ({"places": ("place:hunan",)}, set()),
        ({"products": ("product:apple",)}, {SALES, APPLE_LAND, APPLES}),
        ({"products": ("product:fruit",)}, {SALES, APPLE_LAND, APPLES}),
        ({"places": ("place:china",), "products": ("product:fruit",)}, {SALES, APPLE_LAND}),
    ],
)
def test_a_place_or_class_finds_what_lies_in_it(
    index: EmbeddedIndex, asked: dict[str, Any], expected: set[str]
) -> None:
    assert surfaces(index, **asked) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ALL),
        ({"levels": ("individual",)}, {AGE}),
        ({"levels": ("individual", "area")}, {AGE, ZH_SALES, TEA_LAND, APPLE_LAND}),
        ({"levels": ("firm",)}, {TEA}),
        ({"text": "أحمد"}, set()),
        ({"text": "أحمد", "levels": ("individual",)}, {AGE}),
    ],
)
def test_details_about_individuals_are_found_only_when_asked_for(
    index: EmbeddedIndex, asked: dict[str, Any], expected: set[str]
) -> None:
    assert surfaces(index, **asked) == expected


@pytest.mark.parametrize(
    ("low", "high", "more", "expected"),
    [
        # Half a step of the last digit written is the tolerance: 4.8 billion is 4.75 to 4.85.
        ("4800000000", None, {"units": ("CNY",)}, {SALES}),
        ("4850000000", None, {"units": ("CNY",)}, {SALES}),
        ("4850000001", None, {"units": ("CNY",)}, set()),
        (None, "4750000000", {"units": ("CNY",)}, {SALES, ZH_SALES}),
        (None, "4749999999", {"units": ("CNY",)}, {ZH_SALES}),
        ("3726000000", "3726000000", {"units": ("CNY",)}, {ZH_SALES}),
        # A range is met by any part of it, at its very ends too.
        ("60", None, {"units": ("tonne",)}, {TEA}),
        ("60.1", None, {"units": ("tonne",)}, set()),
        (None, "50", {"units": ("tonne",)}, {TEA}),
        ("55", "56", {"units": ("tonne",)}, {TEA}),
        # A measure says as well what is counted; numbers are then compared as they are written.
        ("1000", None, {"measures": ("planted_area",)}, {TEA_LAND}),
        ("100", None, {"measures": ("sales_value", "orders")}, {SALES, ZH_SALES, ORDERS}),
        # A unit of the range finds what converts into it: 80 hectares are 1,200 mu.
        ("1200", "1200", {"value_unit": "mu"}, {TEA_LAND, APPLE_LAND}),
        ("80", "80", {"value_unit": "hectare"}, {TEA_LAND, APPLE_LAND}),
        ("81", None, {"value_unit": "hectare"}, set()),
        ("60", "60", {"value_unit": "tonne"}, {TEA}),
        ("60", "70", {"value_unit": "tonne"}, {TEA, APPLES}),
        ("0.0025", "0.0025", {"value_unit": "MXN/gram"}, {PRICE}),
        ("1", None, {"value_unit": "order"}, {ORDERS}),
        # What the words merely leave possible is found only with match=possible.
        ("1000", None, {"units": ("order",)}, set()),
        ("1000", None, {"units": ("order",), "match": "possible"}, {ORDERS}),
        (None, "299", {"units": ("order",), "match": "possible"}, set()),
        (None, "500", {"units": ("kg",)}, set()),
        (None, "500", {"units": ("kg",), "match": "possible"}, {APPLES}),
        ("70001", None, {"units": ("kg",), "match": "possible"}, set()),
        ("13", None, {"units": ("store",)}, set()),
        ("13", None, {"units": ("store",), "match": "possible"}, {STORES}),
        ("13.3", None, {"units": ("store",), "match": "possible"}, set()),
        ("1000000000", None, {"value_unit": "order", "match": "possible"}, {ORDERS}),
    ],
)
def test_a_range_meets_the_stated_value_and_what_is_possible_only_on_request(
    index: EmbeddedIndex, low: str | None, high: str | None, more: dict[str, Any], expected: set[str]
) -> None:
    asked = {"value_min": low and Decimal(low), "value_max": high and Decimal(high), **more}
    assert surfaces(index, **asked) == expected


@pytest.mark.parametrize("bound", ["value_min", "value_max"])
def test_a_range_without_unit_or_measure_is_refused(bound: str) -> None:
    with pytest.raises((QueryError, ValueError), match="needs a unit or a measure"):
        ClaimQuery(**{bound: Decimal(5000)})


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ({"value_min": Decimal(2), "value_max": Decimal(1), "units": ("mu",)}, "value_min"),
        ({"period_from": date(2020, 1, 1), "period_to": date(2019, 1, 1)}, "period_from"),
        (
            {"published_from": datetime(2020, 1, 1, tzinfo=UTC), "published_to": datetime(2019, 1, 1, tzinfo=UTC)},
            "published_from",
        ),
    ],
)
def test_a_range_upside_down_is_refused(asked: dict[str, Any], where: str) -> None:
    with pytest.raises(ValueError, match=f"{where} .* lies above"):
        ClaimQuery(**asked)


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (date(2019, 12, 31), date(2019, 12, 31), {SALES, APPLES, APPLE_LAND}),
        (date(2020, 1, 1), date(2020, 1, 1), {ZH_SALES, APPLE_LAND}),
        (date(2009, 1, 1), date(2010, 1, 1), {APPLES}),
        (None, date(2009, 12, 31), set()),
        (date(2020, 6, 1), None, {ZH_SALES, APPLE_LAND, TEA}),
        (date(2031, 1, 1), None, {APPLE_LAND}),
        (None, date(2018, 1, 1), {APPLES, APPLE_LAND}),
        (date(1, 1, 1), date(9999, 12, 31), {SALES, ZH_SALES, APPLES, APPLE_LAND, TEA}),
    ],
)
def test_periods_match_by_overlap_and_an_open_end_goes_on(
    index: EmbeddedIndex, begin: date | None, end: date | None, expected: set[str]
) -> None:
    assert surfaces(index, period_from=begin, period_to=end) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"published_from": datetime(2021, 1, 10, 1, tzinfo=UTC)}, {ZH_SALES, TEA_LAND, APPLE_LAND, TEA}),
        ({"published_from": datetime(2021, 1, 10, 1, 0, 1, tzinfo=UTC)}, {APPLE_LAND, TEA}),
        ({"published_to": datetime(2020, 5, 1, tzinfo=UTC)}, {SALES, ORDERS, PRICE, STORES}),
        ({"published_to": datetime(1970, 1, 1, tzinfo=UTC)}, {PRICE, STORES}),
        ({"indexed_since": datetime(2026, 11, 2, tzinfo=UTC)}, {TEA}),
    ],
)
def test_times_of_publication_and_indexing_bound_the_rows(
    index: EmbeddedIndex, asked: dict[str, Any], expected: set[str]
) -> None:
    assert surfaces(index, **asked) == expected


def test_the_claims_of_an_article_are_found_by_its_id(index: EmbeddedIndex, collection: list[Any]) -> None:
    assert surfaces(index, article_ids=(collection[1].article.id,)) == {ZH_SALES, TEA_LAND}
    assert surfaces(index, article_ids=("0" * 32,)) == set()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"apples", "yunnan", "tuffah", "the", "yabloki", "precio"}),
        ({"languages": ("ar", "ru")}, {"tuffah", "yabloki"}),
        ({"products": ("product:apple",)}, {"apples", "tuffah", "yabloki"}),
        ({"places": ("place:yunnan",), "measures": ("planted_area",)}, {"yunnan"}),
        ({"units": ("MXN/kg", "CNY")}, {"precio", "apples", "yunnan"}),
        ({"units": ("year_of_age",)}, set()),
        ({"organisations": ("org:pinduoduo",)}, {"apples"}),
    ],
)
def test_articles_are_filtered_by_what_stands_in_them(
    index: EmbeddedIndex, asked: dict[str, Any], expected: set[str]
) -> None:
    page = index.search_articles(ArticleQuery(**asked))
    assert {str(hit.article.url).rsplit("/", 1)[1] for hit in page.hits} == expected
    assert page.total.value == index.count_articles(ArticleQuery(**asked)) == len(expected)


def test_facets_count_the_rows_found(index: EmbeddedIndex) -> None:
    page = index.search_claims(
        ClaimQuery(places=("place:china",), facets=("lang", "place", "measure", "level"), limit=1)
    )
    counted = {facet.field: {one.value: one.count for one in facet.values} for facet in page.facets}
    assert counted["lang"] == {"en": 2, "zh": 2, "ar": 1}
    assert counted["place"] == {"place:china": 5, "place:yunnan": 4, "place:shilin": 2, "place:guizhou": 1}
    assert counted["measure"] == {"sales_value": 2, "planted_area": 2, "orders": 1}
    assert "individual" not in counted["level"]
    assert [facet.field for facet in page.facets] == ["lang", "place", "measure", "level"]


def test_facets_of_nothing_are_empty(index: EmbeddedIndex) -> None:
    page = index.search_claims(ClaimQuery(text="unfindable", facets=("lang",)))
    assert page.total.value == 0
    assert page.facets[0].values == ()
