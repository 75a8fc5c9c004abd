"""Tells a year that stands alone from a quantity of four digits."""

import re
from collections.abc import Mapping

from nlp.lexer import tokenize
from nlp.text_view import TextView
from nlp.unit import load_unit_table

_STRONG_GROUPS = frozenset(
    (
        "strong",
        "strong2",
        "since",
        "by",
        "endof",
        "month",
        "month_num",
        "quarter",
        "quarterword",
        "halfword",
        "months",
        "day",
        "season",
    )
)
"""Groups beside which a year is one for certain."""
_FIRST_BARE_YEAR, _LAST_BARE_YEAR = 1950, 2099
_SIGNS_BEFORE_A_QUANTITY = ("$", "€", "£", "¥", "₹", "+", "#", "№", "/")
_GLUED_BEFORE = re.compile(r"[^\W\d_]-$")
"""The year of an event's name: Зарницы-2025, Expo-2020."""
_WORDS_AFTER_A_QUANTITY = ("%", "٪", "percent", "million", "mil", "mille", "млн", "تحت")
_PLURALS = frozenset(("people", "men", "women", "children", "sheep", "cattle", "head", "pax", "mice", "geese", "fish"))
_LOOK_AHEAD = 40
"""Characters in which a unit after the year would stand."""


def is_bare_year(groups: Mapping[str, str]) -> bool:
    """True where nothing that was matched beside the year says that it is one."""
    return "year" in groups and "year2" not in groups and not _STRONG_GROUPS & groups.keys()


def may_be_year(view: TextView, found: re.Match[str]) -> bool:
    """A bare year is one where no unit or counted noun follows and no money sign stands before."""
    if view.language == "zh":
        return True  # 年 stands after it
    if not _FIRST_BARE_YEAR <= int(found.group("year")) <= _LAST_BARE_YEAR:
        return False
    before = view.folded[max(0, found.start("year") - 3) : found.start("year")].rstrip()
    if before.endswith(_SIGNS_BEFORE_A_QUANTITY) or _GLUED_BEFORE.search(before):
        return False
    tail = tokenize(view.folded[found.end("year") : found.end("year") + _LOOK_AHEAD])
    if not tail:
        return True
    if tail[0].norm in _WORDS_AFTER_A_QUANTITY:
        return False
    follows = load_unit_table(view.language).after.match(tail, 0)
    if follows is not None and view.language == "en" and follows.payload.kind in ("count", "person"):
        # the 2023 crop, a 2019 survey: a noun in the singular counts nothing
        return not tail[follows.last - 1].norm.endswith("s") and tail[follows.last - 1].norm not in _PLURALS
    return follows is None
