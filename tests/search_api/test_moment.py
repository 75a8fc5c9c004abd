"""Dates and times in a URL: as people write them, and never read as something else."""

import contextlib
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.moment import MomentError, parse_days, parse_moments


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        (" 2020-05-31 ", date(2020, 5, 31), date(2020, 5, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_year_a_month_and_a_day_are_all_of_their_days(text: str, first: date, last: date) -> None:
    assert parse_days(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "20", "20200", "2020-13", "2020-00", "2021-02-29", "0000", "20-05-2020", "1600000000", "now"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(MomentError, match="is no date"):
        parse_days(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2020-05-31T08:00:00Z", datetime(2020, 5, 31, 8, tzinfo=UTC)),
        ("2020-05-31T08:00:00+08:00", datetime(2020, 5, 31, 0, tzinfo=UTC)),
        ("2020-05-31T08:00:00 08:00", datetime(2020, 5, 31, 0, tzinfo=UTC)),
        ("2020-05-31T08:00:00-0330", datetime(2020, 5, 31, 11, 30, tzinfo=UTC)),
        ("2020-05-31 08:00", datetime(2020, 5, 31, 8, tzinfo=UTC)),
        ("2020-05-31T00:00:00", datetime(2020, 5, 31, tzinfo=UTC)),
        ("2020-05-31T08:00:00.25Z", datetime(2020, 5, 31, 8, 0, 0, 250_000, tzinfo=UTC)),
    ],
)
def test_a_time_is_one_moment(text: str, moment: datetime) -> None:
    assert parse_moments(text) == (moment, moment)


def test_a_day_is_all_of_its_moments_in_utc() -> None:
    first, last = parse_moments("2020-05-31")
    assert (first, last) == (
        datetime(2020, 5, 31, tzinfo=UTC),
        datetime(2020, 5, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    )


@pytest.mark.parametrize("text", ["2020-05-31T25:00", "2020-02-30T08:00", "0001-01-01T00:00:00+14:00", "2020-05-31T8"])
def test_what_is_no_time_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(MomentError) as caught:
        parse_moments(text)
    assert "a time with offset" in caught.value.hint


@given(
    st.text(max_size=30)
    | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(Z|[+-][0-9]{4})?", fullmatch=True)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(MomentError):
        first, last = parse_moments(text)
        assert first <= last
        assert first.tzinfo is not None
