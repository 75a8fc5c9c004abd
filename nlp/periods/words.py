"""What the groups of a matched pattern stand for: years, months, ordinals, counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nlp.model.period import Basis, Precision
from nlp.periods.pack import PeriodPack

LAST_WORDS = re.compile(r"last|dernier|passé|pasado|прошл|الماضي|المنصرم")
NEXT_WORDS = re.compile(r"next|coming|following|prochain|próxim|ближайш|следующ|المقبل|القادم|未来|через|dentro de")
_ORDINALS = (
    ("first", "1st", "premier", "1er", "primer", "i", "1", "перв", "الاول", "一", "上"),
    ("second", "2nd", "deuxième", "2e", "segundo", "ii", "2", "втор", "الثاني", "二", "下"),
    ("third", "3rd", "troisième", "3e", "tercer", "iii", "3", "трет", "الثالث", "三"),
    ("fourth", "4th", "quatrième", "4e", "cuarto", "iv", "4", "четверт", "الرابع", "四"),
)
_ZH_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_UNITS: dict[str, Precision] = {
    "day": "day", "week": "range", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """A match of a pattern: its groups that hold something, and the local date of publication."""

    pack: PeriodPack
    groups: Mapping[str, str]
    published: date | None

    def group(self, *names: str) -> str:
        """The words of the first of these groups that holds something, else an empty string."""
        return next((self.groups[name] for name in names if name in self.groups), "")

    def year(self) -> tuple[int | None, Basis]:
        """The year that the words state, or that relative words (last year) mean."""
        if "year" in self.groups:
            return int(self.groups["year"]), "stated"
        if "zhyear" in self.groups:
            return int("".join(_ZH_DIGITS[sign] for sign in self.groups["zhyear"])), "stated"
        offset = self.offset() if "relative" in self.groups else None
        if offset is not None and offset[0] == "year" and self.published is not None:
            return self.published.year + offset[1], "relative"
        return None, "relative"

    def offset(self) -> tuple[str, int] | None:
        """Unit and how many of them relative words lie from the publication: last year is ("year", -1)."""
        words = self.group("relative", "relative2", "relative3")
        if not words:
            return None
        value = self.pack.value_of("relative", words)
        if value is None:
            return ("year", -1) if LAST_WORDS.search(words) else ("year", 0)
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
        return next((place for place, words in enumerate(_ORDINALS, start=1) if _is_ordinal(word, words)), None)

    def count(self, *names: str) -> int:
        """How many, 0 where the words do not say (several)."""
        words = self.group(*names)
        if words.isdigit():
            return int(words)
        value = self.pack.value_of("count", words) if words else None
        return int(value) if value is not None else 0

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


def _is_ordinal(word: str, words: tuple[str, ...]) -> bool:
    """Roman numerals must fit whole: ii is not i."""
    return word.startswith(words) and (word in words or not set(word) <= {"i", "v"})


def find_nearest_year(words: PeriodWords, first: int, published: date) -> int:
    """The year of the last month `first` before or at publication; of a coming one after "by"."""
    forward = "by" in words.groups or NEXT_WORDS.search(words.group("lastword")) is not None
    if forward:
        return published.year if first >= published.month else published.year + 1
    if LAST_WORDS.search(words.group("prep") + words.group("lastword")):
        return published.year if first < published.month else published.year - 1
    return published.year if first <= published.month else published.year - 1
