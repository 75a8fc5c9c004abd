"""Values, units, periods and the words of the model as readers of the pages see them."""

from datetime import date, datetime
from decimal import Decimal

from nlp.model.claim import Claim
from nlp.model.mention import Binding
from nlp.model.period import Period
from nlp.model.quantity import SIGNIFICANT_DIGITS

LANGUAGE_NAMES = {
    "ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "es": "Spanish", "ru": "Russian",
    "und": "Unknown language",
}  # fmt: skip
MODIFIER_WORDS = {
    "exact": "", "about": "about", "more_than": "more than", "at_least": "at least", "less_than": "less than",
    "up_to": "up to", "range": "",
}  # fmt: skip
CHANGE_WORDS = {
    "increase_by": "rose by", "increase_to": "rose to", "decrease_by": "fell by", "decrease_to": "fell to",
    "from": "from",
}  # fmt: skip
ROLE_WORDS = {"of": "", "from": "from ", "to": "to ", "at": "at "}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_SIGNIFICANT = 6
_SIGNS = {"percent": "%", "per_mille": "‰", "times": "×"}
_PLURALS = {
    "person": "people",
    "person_time": "person-times",
    "head": "head",
    "piece": "pieces",
    "mu": "mu",
    "jin": "jin",
}
_COUNTED = frozenset(("count", "length", "mass", "area", "time", "volume"))
_LEAVES_PLURAL = frozenset(("kg", "km", "year_of_age"))


def format_number(value: Decimal) -> str:
    """Return a value as people read it, as exact as it was written.

    >>> format_number(Decimal("37260000000")), format_number(Decimal("12345678")), format_number(Decimal("0.16"))
    ('37.26 billion', '12,345,678', '0.16')
    """
    is_short = len(value.normalize().as_tuple().digits) <= _SIGNIFICANT
    for scale, word in _SCALES:
        if abs(value) >= scale and is_short:
            return f"{_plain(value / scale)} {word}"
    return _plain(value)


def format_value(claim: Claim) -> str:
    """Return the value of a claim, both ends of a range."""
    first = format_number(claim.value)
    return first if claim.value_max is None else f"{first} – {format_number(claim.value_max)}"


def format_unit(unit: str | None, dimension: str | None, value: Decimal) -> str:
    """Return a unit as it stands behind a value.

    >>> format_unit("person", "count", Decimal(5)), format_unit("county", "count", Decimal(9))
    ('people', 'counties')
    """
    if unit is None:
        return ""
    if unit in _SIGNS:
        return _SIGNS[unit]
    words = unit.replace("_", " ").replace("/", " per ")
    if value == 1 or dimension not in _COUNTED or unit in _LEAVES_PLURAL or not unit.isascii():
        return words
    if unit in _PLURALS:
        return _PLURALS[unit]
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return f"{words[:-1]}ies"
    return words if words.endswith("s") else f"{words}s"


def format_period(period: Period | None) -> str:
    """Return when a claim holds; the author's words where they could not be resolved.

    >>> format_period(Period(start=date(2019, 1, 1), end=date(2019, 12, 31), precision="year"))
    '2019'
    """
    if period is None:
        return ""
    start, end = period.start, period.end
    if start is None and end is None:
        return f"{period.duration_days} days" if period.duration_days and not period.surface else period.surface
    if start is None or period.open == "start":
        return f"until {format_date(end)}" if end else period.surface
    if end is None or period.open == "end":
        return f"since {format_date(start)}"
    match period.precision:
        case "year" if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return str(start.year) if start.year == end.year else f"{start.year} – {end.year}"
        case "month" if (start.year, start.month) == (end.year, end.month):
            return f"{start:%B} {start.year}"
        case "quarter":
            return f"quarter {(start.month + 2) // 3} of {start.year}"
        case "half":
            return f"{'first' if start.month == 1 else 'second'} half of {start.year}"
        case "decade":
            return f"{start.year}s"
    return format_date(start) if start == end else f"{format_date(start)} – {format_date(end)}"


def format_date(moment: date | datetime | None) -> str:
    """Return a date, `18 Aug 2020`; empty for None."""
    return f"{moment.day} {moment:%b} {moment.year}" if moment is not None else ""


def format_place(binding: Binding) -> str:
    """Return a place with the role it has and what it lies in, `from Shilin, Yunnan`."""
    parents = ", ".join(binding.parents[:2])
    name = binding.label or binding.surface
    return f"{ROLE_WORDS.get(binding.role or 'of', '')}{name}{', ' if parents else ''}{parents}"


def in_words(identifier: str) -> str:
    """Return an id of the vocabulary as words: `more_than` as `more than`."""
    return identifier.replace("_", " ")


def direction(language: str) -> str:
    """Return the direction of a language's script, `auto` where the language is unknown."""
    return {"ar": "rtl", "und": "auto"}.get(language, "ltr")


def _plain(value: Decimal) -> str:
    # As many digits are a third or the like: nobody wrote them.
    is_endless = len(value.normalize().as_tuple().digits) >= SIGNIFICANT_DIGITS and value % 1 != 0
    text = f"{Decimal(f'{value:.{_SIGNIFICANT}g}') if is_endless else value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
