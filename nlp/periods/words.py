"""What the groups of a matched pattern stand for: years, months, ordinals, counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nlp.model.period import Basis, Precision
from nlp.periods.pack import PeriodPack
from nlp.periods.setting import Setting

_ZH_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_BEHIND_MONTHS = 4
"""By May, told in September, was this May; told in October, is the next."""
_CENTURY = 2000
_UNITS: dict[str, Precision] = {
    "day": "day", "week": "range", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """A match of a pattern: its groups that hold something, and the calendar of its text."""

    pack: PeriodPack
    groups: Mapping[str, str]
    setting: Setting

    @property
    def published(self) -> date | None:
        """The local date of publication."""
        return self.setting.published

    @property
    def tells_last(self) -> bool:
        """True for last October and next October, whose year is certain."""
        words = self.group("prep") + self.group("lastword")
        return self.says("last", words) or self.says("next", words)

    def says(self, what: str, words: str) -> bool:
        """True where these words of the match say so (last, next, end … of the pack's table `says`)."""
        expression = self.pack.says.get(what)
        return expression is not None and expression.search(words) is not None

    def group(self, *names: str) -> str:
        """The words of the first of these groups that holds something, else an empty string."""
        return next((self.groups[name] for name in names if name in self.groups), "")

    def year(self) -> tuple[int | None, Basis]:
        """The year that the words state, or that relative words (last year) mean."""
        if "year" in self.groups:
            return int(self.groups["year"]), "stated"
        if "zhyear" in self.groups:
            return int("".join(_ZH_DIGITS.get(sign, sign) for sign in self.groups["zhyear"])), "stated"
        if "shortyear" in self.groups:
            return _CENTURY + int(self.groups["shortyear"]), "stated"
        offset = self.offset() if "relative" in self.groups else None
        if offset is not None and offset[0] == "year" and self.published is not None:
            return self.published.year + offset[1], "relative"
        return None, "relative"

    def offset(self) -> tuple[str, int] | None:
        """Unit and how many of them relative words lie from the publication: last year is ("year", -1)."""
        words = self.group("relative", "relative2", "relative3")
        if not words:
            return ("year", 0) if self.group("endof", "endof2") else None  # by year-end
        value = self.pack.value_of("relative", words)
        if value is None:
            return ("year", -1) if self.says("last", words) else ("year", 0)
        unit, count = str(value).split()
        return unit, int(count)

    def month(self, name: str = "month") -> int | None:
        """The month named by a group or written in digits in its twin (month_num)."""
        if f"{name}_num" in self.groups:
            return int(self.groups[f"{name}_num"])
        return int(self.pack.value_of("month", self.groups[name].strip())) if name in self.groups else None

    def ordinal(self, *names: str) -> int | None:
        """The place that an ordinal of these groups tells, 1 to 4."""
        word = self.group(*names)
        if not word:
            return None
        if word.isdigit():
            return int(word)
        value = self.pack.value_of("ordinal", word.strip())
        return None if value is None else int(value)

    def count(self, *names: str) -> int:
        """How many, 0 where the words do not say (several)."""
        words = self.group(*names)
        if words.isdigit():
            return int(words)
        value = self.pack.value_of("count", words) if words else None
        return int(value) if value is not None else 0

    def same_unit(self) -> str | None:
        """The unit of "that year", None where only a period is spoken of."""
        named = self.group("sameunit", "sameunit2", "unit", "unit2", "unit3", "unit4")
        value = self.pack.value_of("sameunit", named) or self.pack.value_of("unit", named) if named else None
        return str(value) if value is not None else None

    def unit_and_count(self) -> tuple[str | None, int]:
        """Unit and how many; Arabic duals carry their two ("2 year"), a unit alone is one."""
        value = str(self.pack.value_of("unit", self.groups["unit"]) or "")
        if not value:
            return None, 0
        if " " in value:
            count, unit = value.split()
            return unit, int(count)
        return value, self.count("count", "count2") if self.group("count", "count2") else 1


def precision_of(unit: str) -> Precision:
    """How precise a calendar unit is; a week is a range."""
    return _UNITS.get(unit, "range")


def find_nearest_year(words: PeriodWords, first: int, published: date) -> int:
    """The year of the last month `first` before or at publication; after "by" the nearer one, before or after."""
    if words.says("next", words.group("lastword")):
        return published.year if first >= published.month else published.year + 1
    if "by" in words.groups and not words.says("so_far", words.groups["by"]):
        behind = (published.month - first) % 12
        return (
            published.year - (first > published.month)
            if behind <= _BEHIND_MONTHS
            else (published.year + (first < published.month))
        )
    if words.says("last", words.group("prep") + words.group("lastword")):
        return published.year if first < published.month else published.year - 1
    return published.year if first <= published.month else published.year - 1
