"""What points, commas and spaces between digits mean, by language and by the text's own habit."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from nlp.lexer import Token
from nlp.pack import load_pack

_GROUP_DIGITS = 3
_FIRST_DIGIT = "[0-9](?<![0-9][0-9])"
"""The first of a run. The digit stands before the look behind it: an expression that begins with a class of characters
passes over all others at once."""
_PLAIN_DECIMAL = re.compile(_FIRST_DIGIT + r"[0-9]*([.,])(?:[0-9]{1,2}|[0-9]{4,})(?![0-9.,])")
_PLAIN_GROUPS = re.compile(_FIRST_DIGIT + r"[0-9]{0,2}(?:([.,])[0-9]{3}){2,}(?![0-9])")
_SPACED_GROUPS = re.compile(_FIRST_DIGIT + r"[0-9]{0,2}(?:[ \u00a0][0-9]{3})+(?![0-9])|\br[0-9]+,[0-9]{2}(?![0-9,])")
_COMMA_GROUPS = re.compile(r"[0-9],[0-9]{3}(?![0-9])")
_ALWAYS_DECIMAL = "٫"
_ALWAYS_GROUP = "'٬"
_VULGAR = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333333333", "⅔": "0.666666666667", "⅛": "0.125", "⅜": "0.375",
    "⅝": "0.625", "⅞": "0.875", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8", "⅙": "0.166666666667",
}  # fmt: skip
VULGAR_FRACTIONS = {sign: Decimal(worth) for sign, worth in _VULGAR.items()}
"""Fractions of one character: 2½ acres."""
_MOST_DIGITS = 24
"""Longer runs are codes, not amounts; the model's JSON numbers end at 12 digits anyway."""


@dataclass(frozen=True)
class DigitStyle:
    """Which sign groups and which one marks decimals where a lone sign before three digits could be either."""

    language: str
    point_decimal: bool
    spaces: bool


def infer_digit_style(folded: str, language: str, country: str | None = None) -> DigitStyle:
    """Return the style of a text: the language's, unless unambiguous numbers in the text say otherwise.

    A Mexican newspaper writes 3.5 % and 1,500 pesos, a Spanish one 3,5 % and 1.500 euros: where no number of the text
    tells, the outlet's country does.
    """
    point = language in ("en", "zh", "und")
    votes = 0
    if language in ("es", "ar", "fr", "ru"):
        for found in _PLAIN_DECIMAL.finditer(folded):
            votes += 1 if found.group(1) == "." else -1
        for found in _PLAIN_GROUPS.finditer(folded):
            votes += 1 if found.group(1) == "," else -1
        by_habit = language == "ar" or country in load_pack(language, "number").get("point_countries", ())
        point = votes > 0 or (by_habit and votes == 0)
    spaces = language in ("fr", "ru", "es")
    if language == "en":  # southern Africa: R85 000, R19,50
        spaces = _SPACED_GROUPS.search(folded) is not None and _COMMA_GROUPS.search(folded) is None
    return DigitStyle(language=language, point_decimal=point, spaces=spaces)


def read_digits(
    tokens: Sequence[Token], first: int, style: DigitStyle, *, is_scale: Callable[[int], bool]
) -> tuple[Decimal, int, int] | None:
    """Read a run of digits: (value, digits after the decimal sign, index after it), None for codes and dates.

    `is_scale(index)` tells whether a scale word stands at that token: "2,575 millones" has decimals.
    """
    text = tokens[first].norm
    last = first + 1
    if text.isdigit() and len(text) <= _GROUP_DIGITS:
        last = _join_spaced_groups(tokens, first, style)
        text = "".join(token.norm for token in tokens[first:last])
    signs = [sign for sign in text if not sign.isdigit()]
    if len(text) > _MOST_DIGITS:
        return None
    if not signs:
        return (Decimal(text), 0, last) if len(text) < 2 or text[0] != "0" else None
    parsed = _split(text, signs, style, scaled=is_scale(last))
    if parsed is None:
        return None
    whole, decimals = parsed
    value = Decimal(f"{whole}.{decimals}") if decimals else Decimal(whole)
    return value, len(decimals), last


def _join_spaced_groups(tokens: Sequence[Token], first: int, style: DigitStyle) -> int:
    """Index after groups set apart by one space: 400 000, 1 234 567,8."""
    last = first + 1
    while last < len(tokens):
        token = tokens[last]
        digits = re.match(r"[0-9]+", token.norm)
        if token.kind != "num" or token.start != tokens[last - 1].end + 1 or digits is None:
            break
        if len(digits.group()) != _GROUP_DIGITS or not style.spaces:
            break
        last += 1
        if not token.norm.isdigit():
            break
    return last


def _split(text: str, signs: list[str], style: DigitStyle, *, scaled: bool) -> tuple[str, str] | None:
    """Digits before and after the decimal sign, or None where the signs make no number."""
    final = signs[-1]
    head, _, tail = text.rpartition(final)
    distinct = set(signs)
    if final == _ALWAYS_DECIMAL or (len(distinct) > 1 and signs.count(final) == 1 and final not in _ALWAYS_GROUP):
        whole = _ungroup(head)
        return None if whole is None else (whole, tail)
    if len(signs) > 1:
        whole = _ungroup(text)
        return None if whole is None or len(distinct) > 1 else (whole, "")
    if final in _ALWAYS_GROUP:
        return (head + tail, "") if len(tail) == _GROUP_DIGITS else None
    if len(tail) != _GROUP_DIGITS:
        no_decimal = style.language == "zh" or (style.language == "en" and not style.spaces)
        return None if final == "," and no_decimal else (head, tail)
    if head == "0" or len(head) > _GROUP_DIGITS:
        return head, tail
    return (head, tail) if _is_decimal(final, style, scaled=scaled) else (head + tail, "")


def _is_decimal(sign: str, style: DigitStyle, *, scaled: bool) -> bool:
    """A lone sign before exactly three digits."""
    if style.language in ("en", "zh", "und"):
        return sign == "."
    if sign == "،":
        return True
    if style.language == "ar":
        return sign == "." and (scaled or style.point_decimal) and scaled
    if style.point_decimal:
        return sign == "."
    if style.language == "ru":
        return sign == ","
    return sign == "," and scaled


_GROUPS = re.compile(r"[0-9]{1,3}(?:[^0-9][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+")


def _ungroup(text: str) -> str | None:
    """Digits of a number written in groups of three, or of two before the last three as in India."""
    return re.sub(r"[^0-9]", "", text) if _GROUPS.fullmatch(text) else None
