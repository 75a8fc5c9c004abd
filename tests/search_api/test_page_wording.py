"""Numbers, units and marks as readers see them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.page.address import added_address, make_address, replaced_address, toggle_address
from search_api.page.marking import Mark, choose_marks, cut, paragraphs
from search_api.page.wording import format_number, format_unit


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0"),
        ("0.16", "0.16"),
        ("999999", "999,999"),
        ("1000000", "1 million"),
        ("4800000000", "4.8 billion"),
        ("-37260000000", "-37.26 billion"),
        ("2170000000000", "2.17 trillion"),
        ("12345678", "12,345,678"),
        ("0.0000123", "0.0000123"),
        ("1E+3", "1,000"),
        ("1234567.25", "1,234,567.25"),
        ("0.333333333333", "0.333333"),
        ("33.3333333333", "33.3333"),
        ("1.10", "1.1"),
    ],
)
def test_numbers_are_written_as_people_read_them(value: str, expected: str) -> None:
    assert format_number(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("unit", "dimension", "value", "expected"),
    [
        ("person", "count", 1, "person"),
        ("person", "count", 2, "people"),
        ("county", "count", 832, "counties"),
        ("day", "time", 3, "days"),
        ("CNY", "money", 5, "CNY"),
        ("CNY/kg", "rate", 5, "CNY per kg"),
        ("percent", "ratio", 5, "%"),
        ("mu", "area", 5, "mu"),
        ("village_store", "count", 2, "village stores"),
        (None, None, 2, ""),
    ],
)
def test_units_agree_with_their_number(unit: str | None, dimension: str | None, value: int, expected: str) -> None:
    assert format_unit(unit, dimension, Decimal(value)) == expected


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45)), max_size=8),
    st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_pieces_joined_are_the_text(text: str, spans: list[tuple[int, int]], window: tuple[int, int]) -> None:
    marks = choose_marks((Mark(start, end, "figure") for start, end in spans), length=len(text))
    start, end = min(window), min(max(window), len(text))
    pieces = cut(text, start, end, marks)
    assert "".join(piece.text for piece in pieces) == text[start:end]
    assert all(piece.text for piece in pieces)


def test_figures_win_over_names_and_longer_marks_over_shorter_ones() -> None:
    figure, name, longer, shorter = (
        Mark(2, 5, "figure"),
        Mark(4, 9, "place"),
        Mark(10, 16, "place"),
        Mark(12, 14, "place"),
    )
    assert choose_marks((figure,), (name, shorter, longer), length=20) == (figure, longer)


def test_paragraphs_are_the_lines_that_hold_something() -> None:
    body = "Title\n\n  \nFirst. \nSecond."
    assert [body[start:end] for start, end in paragraphs(body)] == ["Title", "First.", "Second."]


def test_addresses_keep_what_is_asked_and_drop_the_page() -> None:
    pairs = (("q", "茶"), ("lang", "zh"), ("cursor", "x"), ("limit", "5"))
    assert make_address(pairs) == "/?q=%E8%8C%B6&lang=zh"
    assert make_address(()) == "/"
    assert toggle_address(pairs, "lang", "zh") == "/?q=%E8%8C%B6"
    assert toggle_address(pairs, "lang", "fr") == "/?q=%E8%8C%B6&lang=zh&lang=fr"
    assert added_address(pairs, "lang", "zh") is None
    assert replaced_address(pairs, "lang", "zh", "ru") == "/?q=%E8%8C%B6&lang=ru"
