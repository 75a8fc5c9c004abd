"""From the groups of a matched pattern to the fields of a period."""

import re
from datetime import date, timedelta
from typing import Any

from nlp.model.period import Precision
from nlp.period_dates import Interval, half_of, months_of, quarter_of, shift, unit_days, unit_interval, year_of
from nlp.period_pack import PeriodPack

_END_WORDS = re.compile(r"end|close|fin|cierre|конц|итог|نهاية|اواخر|ختام|底|末")
_BEFORE_WORDS = re.compile(r"before|prior|avant|antes|قبل|前")
_LAST_WORDS = re.compile(r"last|dernier|passé|pasado|прошл|الماضي|المنصرم")
_NEXT_WORDS = re.compile(r"next|coming|following|prochain|próxim|ближайш|следующ|المقبل|القادم|未来|через|dentro de")
_ORDINALS = (
    ("first", "1st", "premier", "1er", "primer", "i", "1", "перв", "الاول", "一", "上"),
    ("second", "2nd", "deuxième", "2e", "segundo", "ii", "2", "втор", "الثاني", "二", "下"),
    ("third", "3rd", "troisième", "3e", "tercer", "iii", "3", "трет", "الثالث", "三"),
    ("fourth", "4th", "quatrième", "4e", "cuarto", "iv", "4", "четверт", "الرابع", "四"),
)
_ZH_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_DECADE_WORDS = (("تسعين", 1990), ("ثمانين", 1980), ("سبعين", 1970), ("ستين", 1960))
_PLAN_YEARS = 5
_QUARTER_MONTHS = 3
_QUARTER_WORDS = re.compile(r"quarter|trimestr|квартал|季度")
_FISCAL_WORDS = re.compile(r"\blakh|\bcrore|\brs\b|₹")
"""Money of India in a text makes its 2022-23 a fiscal year, April to March."""
_LONGEST_SEASON_YEARS = 2
_CENTURY_TURN = 30
"""Decades written with two digits: 90 is 1990, 10 is 2010."""
Fields = dict[str, Any]


def resolve(pack: PeriodPack, kind: str, groups: dict[str, str], published: date | None) -> Fields | None:
    """Return start, end, precision, basis, open, duration_days; None where the words name no period after all."""
    try:
        return _RESOLVERS[kind](pack, groups, published)
    except (ValueError, OverflowError):  # 31 February, the year 0
        return None


def _fields(interval: Interval | None, precision: Precision | None, basis: str, **more: Any) -> Fields:
    start, end = interval if interval is not None else (None, None)
    return {"start": start, "end": end, "precision": precision, "basis": basis, **more}


def _point(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    year, basis = _year(pack, groups, published)
    month = _month(pack, groups, "month", "month_num")
    quarter = _ordinal(groups.get("quarter") or groups.get("quarterword"))
    half = _ordinal(groups.get("halfword"))
    season = pack.value_of("season", groups["season"]) if "season" in groups else None
    if year is None and not (month or quarter or half):
        if "relative" in groups:
            return _relative(pack, groups, published)
        return _day_of_month(groups, published) if "day" in groups else None
    if year is None:
        if published is None:
            return _fields(None, _precision(groups, month, quarter, half), "relative")
        year, basis = _nearest_year(month, quarter, half, groups, published), "relative"
    if month and "day" in groups:
        day = date(year, month, int(groups["day"]))
        interval, precision = (day, day), "day"
    elif month:
        interval, precision = months_of(year, month, month), "month"
    elif quarter:
        interval, precision = quarter_of(year, quarter), "quarter"
    elif half:
        interval, precision = half_of(year, half), "half"
    elif season:
        interval, precision = _season(year, int(season)), "range"
    else:
        interval, precision = year_of(year), "year"
    return _opened(groups, interval, precision, basis)  # type: ignore[arg-type]  # one of the six precisions


def _day_of_month(groups: dict[str, str], published: date | None) -> Fields | None:
    """18日: the last such day at publication."""
    if published is None:
        return _fields(None, "day", "relative")
    number = int(groups["day"])
    month = published if number <= published.day else shift(published.replace(day=1), "month", -1)
    day = month.replace(day=number)
    return _opened(groups, (day, day), "day", "relative")


def _opened(groups: dict[str, str], interval: Interval, precision: Precision, basis: str) -> Fields:
    """Cut to its end where "end of" says so, and open it where "since" or "by" do."""
    start, end = interval
    ends = _END_WORDS.search(groups.get("endof", "")) is not None
    if ends and precision == "year":
        start, precision = end.replace(day=1), "month"
    by = groups.get("by") or groups.get("by2")
    if by:
        if _BEFORE_WORDS.fullmatch(by.strip()) and not ends and by.strip() != "前":
            end = start - timedelta(days=1)
        return _fields((start, end), "day" if ends else precision, basis, open="start") | {"start": None}
    if groups.get("since") or groups.get("since2"):
        return _fields((start, end), precision, basis, open="end") | {"end": None}
    return _fields((start, end), precision, basis)


def _days(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    """From a day to a day, of one month or of two."""
    month = _month(pack, groups, "month", "month_num")
    if month is None:
        return None
    basis = "stated" if "year" in groups else "relative"
    if "year" not in groups and published is None:
        return _fields(None, "range", "relative")
    year = int(groups["year"]) if "year" in groups else _nearest_year(month, None, None, groups, published or date.min)
    last = _month(pack, groups, "month2", "month2_num") or month
    start, end = date(year, month, int(groups["day"])), date(year, last, int(groups["day2"]))
    return _fields((start, end), "range", basis) if start <= end else None


def _range(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    if "day2" in groups:
        return _days(pack, groups, published)
    if "year" not in groups:
        return _months_without_year(pack, groups, published)
    first = int(groups["year"])
    if "months" in groups:
        return _fields(months_of(first, 1, _count(pack, groups["months"])), "range", "stated")
    second = int(groups.get("year2", first))
    if second < first or second - first > 200:
        return None
    month = _month(pack, groups, "month", "month_num") or 1
    month2 = _month(pack, groups, "month2", "month2_num") or 12
    start, end = months_of(first, month, month)[0], months_of(second, month2, month2)[1]
    return _fields((start, end), "range", "stated")


def _months_without_year(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    """From January to April: of the year of publication, or the one before where they are not over yet."""
    month = _month(pack, groups, "month", "month_num")
    last = _month(pack, groups, "month2", "month2_num")
    if month is None or last is None or last <= month:
        return None
    if published is None:
        return _fields(None, "range", "relative")
    year = published.year if month <= published.month else published.year - 1
    return _fields(months_of(year, month, last), "range", "relative")


def _season_years(_: PeriodPack, groups: dict[str, str], __: date | None) -> Fields | None:
    """2022/23: both years whole; told from other pairs by following each other."""
    first, end = int(groups["year"]), groups["year_end"]
    second = int(end) if len(end) > 2 else first // 100 * 100 + int(end)
    if second < first or second - first > _LONGEST_SEASON_YEARS:
        return None
    return _fields((date(first, 1, 1), date(second, 12, 31)), "range", "stated")


def make_fiscal(fields: Fields) -> Fields:
    """April of the first to March of the second year, as India counts."""
    start, end = fields["start"], fields["end"]
    return fields | {"start": date(start.year, 4, 1), "end": date(end.year, 3, 31)}


def is_fiscal(folded: str) -> bool:
    """True for a text that counts in lakh, crore or rupees."""
    return _FISCAL_WORDS.search(folded) is not None


def _earlier(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    """A year earlier: than the period told before (`resolve_earlier`), else than the publication."""
    if published is None:
        return _fields(None, "year", "relative")
    year = published.year - _years_back(pack, groups)
    return _fields(year_of(year), "year", "relative")


def resolve_earlier(fields: Fields, anchor: tuple[date, date] | None, published: date | None) -> Fields:
    """The same interval as `anchor`, as many years earlier as `fields` lies before the publication."""
    if anchor is None or (published is None and fields["start"] is None):
        return fields
    back = published.year - fields["start"].year if published is not None and fields["start"] is not None else 1
    start, end = (shift(day, "year", -back) for day in anchor)
    is_year = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
    return fields | {"start": start, "end": end, "precision": "year" if is_year else "range"}


def _years_back(pack: PeriodPack, groups: dict[str, str]) -> int:
    words = groups.get("count") or groups.get("count2")
    return max(1, _count(pack, words)) if words else 1


def _offset(_: PeriodPack, __: dict[str, str], ___: date | None) -> Fields | None:
    """Six months after the launch: words of time that bind nothing."""
    return _fields(None, None, "relative")


def _relative(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    if "weekday" in groups:
        weekday = pack.value_of("weekday", groups["weekday"])
        if published is None or weekday is None:
            return _fields(None, "day", "relative")
        day = published - timedelta(days=(published.weekday() - int(weekday)) % 7)
        return _fields((day, day), "day", "relative")
    offset = _relative_offset(pack, groups)
    if offset is None:
        return None
    unit, count = offset
    if published is None:
        return _fields(None, "range" if unit == "week" else unit, "relative")  # type: ignore[arg-type]
    interval, precision = unit_interval(published, unit, count)
    return _opened(groups, interval, precision, "relative")


def _elapsed(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    """Since the start of a year or month up to the day of publication; or its first months where they are told."""
    words = groups.get("months") or groups.get("months2") or groups.get("count")
    if words is not None:
        unit = groups.get("elapsedunit", "") + groups.get("elapsedunit2", "")
        months = _count(pack, words) * (_QUARTER_MONTHS if _QUARTER_WORDS.search(unit) else 1)
        year, basis = _year(pack, groups, published)
        if year is None and published is not None:
            year, basis = published.year - (1 if months > published.month else 0), "relative"
        if year is None or not 1 <= months <= 12:
            return _fields(None, "range", "relative")
        return _fields(months_of(year, 1, months), "range", basis)
    if published is None:
        return _fields(None, "range", "relative")
    is_month = re.search(r"month|月(?!以来)", groups.get("relative", "") + groups.get("relative3", ""))
    start = published.replace(day=1) if is_month else published.replace(month=1, day=1)
    return _fields((start, published), "range", "relative")


def _duration(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    unit, count = _unit_and_count(pack, groups)
    if unit is None:
        return None
    days = unit_days(unit, count) if count else None
    if not count or unit in ("hour", "minute") or published is None:
        return _fields(None, None, "relative", duration_days=days)
    if _NEXT_WORDS.search(groups["all"]):
        end = shift(published, unit, count)
        return _fields((published, end), "range", "relative", duration_days=days)
    start = shift(published, unit, -count) + timedelta(days=1)
    return _fields((start, published), "range", "relative", duration_days=days)


def _ago(pack: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    unit, count = _unit_and_count(pack, groups)
    if unit is None:
        return None
    if published is None or not count or unit in ("hour", "minute"):
        return _fields(None, None, "relative")
    interval, precision = unit_interval(
        published, "year" if unit == "decade" else unit, -count * (10 if unit == "decade" else 1)
    )
    return _fields(interval, precision, "relative")


def _decade(_: PeriodPack, groups: dict[str, str], __: date | None) -> Fields | None:
    if "decadeword" in groups:
        first = next(year for stem, year in _DECADE_WORDS if stem in groups["decadeword"])
    else:
        digits = int(groups.get("decade") or groups["decade2"])
        first = digits if digits >= 100 else digits + (1900 if digits >= _CENTURY_TURN else 2000)
    return _fields((date(first, 1, 1), date(first + 9, 12, 31)), "decade", "stated")


def _plan(pack: PeriodPack, groups: dict[str, str], _: date | None) -> Fields | None:
    first = int(pack.value_of("plan", groups["plan"]))
    return _fields((date(first, 1, 1), date(first + _PLAN_YEARS - 1, 12, 31)), "range", "stated")


def _sale_day(_: PeriodPack, groups: dict[str, str], published: date | None) -> Fields | None:
    """Double Eleven and the like: the sales day of the year of publication, or of the year before."""
    words = groups["saleday"].replace("十一", "11").replace("十二", "12")
    month, day = (6, 18) if words.endswith("18") else (11, 11) if words.endswith("11") else (12, 12)
    if published is None:
        return _fields(None, "day", "relative")
    found = date(published.year, month, day)
    if found > published + timedelta(days=31):
        found = date(published.year - 1, month, day)
    return _fields((found, found), "day", "relative")


_RESOLVERS = {
    "point": _point, "range": _range, "relative": _relative, "elapsed": _elapsed, "duration": _duration,
    "ago": _ago, "decade": _decade, "plan": _plan, "saleday": _sale_day, "earlier": _earlier, "offset": _offset,
    "season_years": _season_years,
}  # fmt: skip


def _year(pack: PeriodPack, groups: dict[str, str], published: date | None) -> tuple[int | None, str]:
    if "year" in groups:
        return int(groups["year"]), "stated"
    if "zhyear" in groups:
        return int("".join(_ZH_DIGITS[sign] for sign in groups["zhyear"])), "stated"
    if "relative" in groups:
        offset = _relative_offset(pack, groups)
        if offset is not None and offset[0] == "year" and published is not None:
            return published.year + offset[1], "relative"
    return None, "relative"


def _relative_offset(pack: PeriodPack, groups: dict[str, str]) -> tuple[str, int] | None:
    words = groups.get("relative") or groups.get("relative2") or groups.get("relative3")
    if words is None:
        return None
    value = pack.value_of("relative", words)
    if value is None:
        return ("year", -1) if _LAST_WORDS.search(words) else ("year", 0)
    unit, count = str(value).split()
    return unit, int(count)


def _month(pack: PeriodPack, groups: dict[str, str], name: str, number: str) -> int | None:
    if number in groups:
        return int(groups[number])
    return int(pack.value_of("month", groups[name].strip())) if name in groups else None


def _ordinal(word: str | None) -> int | None:
    if word is None:
        return None
    if word.isdigit():
        return int(word)
    return next(
        (place for place, words in enumerate(_ORDINALS, start=1) if word.startswith(words) and _exact(word, words)),
        None,
    )


def _exact(word: str, words: tuple[str, ...]) -> bool:
    """Roman numerals must fit whole: ii is not i."""
    return word in words or not set(word) <= {"i", "v"}


def _season(year: int, season: int) -> Interval:
    """Meteorological seasons: spring is March to May; winter is told by its January."""
    if season == 4:
        return date(year, 1, 1), months_of(year, 2, 2)[1]
    return months_of(year, season * 3, season * 3 + 2)


def _nearest_year(
    month: int | None, quarter: int | None, half: int | None, groups: dict[str, str], published: date
) -> int:
    """The last such month before or at publication; a coming one after "by"."""
    first = month or (quarter * 3 - 2 if quarter else half * 6 - 5 if half else 1)
    forward = "by" in groups or _NEXT_WORDS.search(groups.get("lastword", "")) is not None
    last = _LAST_WORDS.search(groups.get("prep", "") + groups.get("lastword", "")) is not None
    if forward:
        return published.year if first >= published.month else published.year + 1
    if last:
        return published.year if first < published.month else published.year - 1
    return published.year if first <= published.month else published.year - 1


def _precision(groups: dict[str, str], month: int | None, quarter: int | None, half: int | None) -> Precision:
    if "day" in groups:
        return "day"
    return "month" if month else "quarter" if quarter else "half" if half else "year"


def _count(pack: PeriodPack, words: str) -> int:
    if words.isdigit():
        return int(words)
    value = pack.value_of("count", words)
    return int(value) if value is not None else 0


def _unit_and_count(pack: PeriodPack, groups: dict[str, str]) -> tuple[str | None, int]:
    """Unit and how many; Arabic duals carry their two ("2 year")."""
    value = str(pack.value_of("unit", groups["unit"]) or "")
    if not value:
        return None, 0
    if " " in value:
        count, unit = value.split()
        return unit, int(count)
    words = groups.get("count") or groups.get("count2")
    return value, _count(pack, words) if words else 1
