"""The interval that a claim states, and the wider one that its words leave possible."""

from decimal import Decimal
from typing import Any

import pytest

from search_api.base_unit import base_unit
from search_api.index.interval import UNBOUNDED, Interval, asked_interval, possible_interval, stated_interval
from search_api.query import ClaimQuery
from tests.search_api.building import make_article, said


def claim_of(surface: str, value: Any, **fields: Any) -> Any:
    return make_article("a", f"It was {surface} then.", said(surface, value, "CNY", **fields)).reading.claims[0]


@pytest.mark.parametrize(
    ("surface", "value", "fields", "low", "high"),
    [
        ("4.8 billion", "4.8e9", {"low": "4.75e9", "high": "4.85e9"}, 4.75e9, 4.85e9),
        ("300", 300, {}, 300, 300),
        ("50 to 60", 50, {"value_max": 60}, 50, 60),
        # Without bounds of its own, a number written rounded has half a step to each side.
        ("4.8 billion", "4.8e9", {"modifier": "about"}, 4.75e9, 4.85e9),
        ("3 million", "3e6", {"modifier": "more_than"}, 2.5e6, 3.5e6),
        ("37.26亿", "3.726e9", {"modifier": "about"}, 3.7255e9, 3.7265e9),
        ("٤٫٨ مليار", "4.8e9", {"modifier": "about"}, 4.75e9, 4.85e9),
        ("4.797 billion", "4.797e9", {"modifier": "about"}, 4.7965e9, 4.7975e9),
        ("0.16", "0.16", {"modifier": "about"}, 0.155, 0.165),
        # A number written out to its last digit has none.
        ("70 000", 70_000, {"modifier": "up_to"}, 70_000, 70_000),
        ("70\u202f000", 70_000, {"modifier": "up_to"}, 70_000, 70_000),
        ("70,000", 70_000, {"modifier": "about"}, 70_000, 70_000),
        ("1.234.567", 1_234_567, {"modifier": "about"}, 1_234_567, 1_234_567),
        ("412 ألفا و350", 412_350, {"modifier": "more_than"}, 412_350, 412_350),
        ("3 dozen", 36, {"modifier": "about"}, 36, 36),
        ("three million", 3_000_000, {"modifier": "about"}, 3e6, 3e6),
        ("50 cents", "0.5", {"modifier": "about"}, 0.5, 0.5),
        ("0", 0, {"modifier": "about"}, 0, 0),
        ("-2.5", "-2.5", {"modifier": "about"}, -2.55, -2.45),
    ],
)
def test_a_claim_states_its_value_with_half_a_step(
    surface: str, value: Any, fields: dict[str, Any], low: float, high: float
) -> None:
    numbers = {name: Decimal(one) if name in ("low", "high") else one for name, one in fields.items()}
    stated = stated_interval(claim_of(surface, value, **numbers))
    assert (stated.low, stated.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("fields", "low", "high"),
    [
        ({"modifier": "more_than", "low": Decimal(300)}, 300, UNBOUNDED),
        ({"modifier": "at_least", "low": Decimal(300)}, 300, UNBOUNDED),
        ({"modifier": "more_than", "low": Decimal(300), "high": Decimal(400)}, 300, 400),
        ({"modifier": "less_than", "high": Decimal(300)}, -UNBOUNDED, 300),
        ({"modifier": "up_to", "high": Decimal(300)}, -UNBOUNDED, 300),
        ({"modifier": "about", "low": Decimal(270), "high": Decimal(330)}, 270, 330),
        ({}, 300, 300),
    ],
)
def test_words_leave_a_side_open(fields: dict[str, Any], low: float, high: float) -> None:
    assert possible_interval(claim_of("300", 300, **fields)) == Interval(low, high)


def test_an_open_side_stays_open_in_another_unit() -> None:
    assert Interval(3, UNBOUNDED).times(Decimal(1000)) == Interval(3000, UNBOUNDED)


@pytest.mark.parametrize(
    ("unit", "base", "factor"),
    [
        ("jin", "kg", "0.5"),
        ("tonne", "kg", "1000"),
        ("CNY/jin", "CNY/kg", "2"),
        ("CNY", "CNY", "1"),
        ("egg", "egg", "1"),
        ("person", "person", "1"),
    ],
)
def test_units_are_converted_to_their_base(unit: str, base: str, factor: str) -> None:
    assert (base_unit(unit).id, base_unit(unit).factor) == (base, Decimal(factor))


def test_a_range_without_a_side_is_open_there() -> None:
    assert asked_interval(ClaimQuery(value_min=Decimal(5), units=("mu",))) == Interval(5, UNBOUNDED)
    assert asked_interval(ClaimQuery(value_max=Decimal(5), units=("mu",))) == Interval(-UNBOUNDED, 5)
