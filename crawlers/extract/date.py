"""Dates of publication as pages and feeds state them, with the offset that they state."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

# 2020-05-01T10:00:00.000+08:00, 2020-05-01 10:00, 2020/5/1, 2020年05月01日 10:00, 20200501T1000Z is left to ISO
_DATE = re.compile(
    r"""
    (?P<year>\d{4}) [-/.年] (?P<month>\d{1,2}) [-/.月] (?P<day>\d{1,2}) 日?
    (?: [T\s]* (?P<hour>\d{1,2}) : (?P<minute>\d{2}) (?: : (?P<second>\d{2}) (?: [.,]\d+ )? )?
        \s* (?P<offset> Z | UTC | GMT | [+-]\d{2}:?\d{2} )? )?
    """,
    re.VERBOSE,
)
_EARLIEST_YEAR = 1990
"""Earlier dates on a news page are errors: the web is not older."""


class StatedDate:
    """A moment, and whether an hour was stated with it."""

    def __init__(self, moment: datetime, *, has_time: bool) -> None:
        self.moment = moment
        self.has_time = has_time


def parse_stated_date(text: str, zone: ZoneInfo) -> StatedDate | None:
    """Return the date that a page or feed states; None where the text holds none.

    A date without an offset is in the outlet's time zone. UTC is what many systems write whatever their
    place: such a moment is told in the outlet's own offset, so that its local day is right.

    >>> parse_stated_date("2020-05-01T10:00+03:00", ZoneInfo("Asia/Shanghai")).moment.isoformat()
    '2020-05-01T10:00:00+03:00'
    >>> parse_stated_date("Thu, 30 Apr 2020 22:00:00 GMT", ZoneInfo("Asia/Shanghai")).moment.isoformat()
    '2020-05-01T06:00:00+08:00'
    """
    text = text.strip()
    moment, has_time = _parse_pattern(text), True
    if moment is None:
        moment = _parse_mail_date(text)
    elif not (match := _DATE.search(text)) or match["hour"] is None:
        has_time = False
    if moment is None or moment.year < _EARLIEST_YEAR:
        return None
    if moment.tzinfo is None:
        return StatedDate(_fix_offset(moment.replace(tzinfo=zone)), has_time=has_time)
    if not moment.utcoffset() and zone.key != "UTC":
        return StatedDate(_fix_offset(moment.astimezone(zone)), has_time=has_time)
    return StatedDate(moment, has_time=has_time)


def _parse_pattern(text: str) -> datetime | None:
    match = _DATE.search(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (
        int(match[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=_parse_offset(match["offset"]))
    except ValueError:
        return None


def _parse_offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if not text.startswith(("+", "-")):
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _parse_mail_date(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def _fix_offset(moment: datetime) -> datetime:
    """The same with the offset of that day instead of a zone: what is stored and shown."""
    offset = moment.utcoffset()
    assert offset is not None
    return moment.replace(tzinfo=timezone(offset))
