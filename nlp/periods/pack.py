"""The period patterns of a language, compiled from its pack."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from nlp.expression_scan import ExpressionScanner
from nlp.fold import fold
from nlp.morphology import arabic_variants
from nlp.pack import PackError, load_pack
from nlp.phrase import PhraseTable

_YEAR = r"(?:18|19|20)[0-9]{2}"
_DIGIT_FRAGMENTS = {
    "year": rf"(?P<year>(?<![0-9])(?<![0-9][.,]){_YEAR}(?![0-9]|[.,][0-9]))",
    "year2": rf"(?P<year2>{_YEAR}(?![0-9]|[.,][0-9]))",
    "day": r"(?P<day>(?<![0-9])(?<![0-9][.,])(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]|[.,][0-9]))",
    "month_num": r"(?P<month_num>1[0-2]|0?[1-9])",
    "month2_num": r"(?P<month2_num>1[0-2]|0?[1-9])",
}
_LETTER_BEFORE = r"(?<![^\W_])"
_LETTER_AFTER = r"(?![^\W\d_])"
_AR_CLITICS = r"(?:[وف]?[بلك]?)"


@dataclass(frozen=True)
class PeriodPattern:
    """One way to name a period: what kind it is, and its expression with named groups."""

    kind: str
    expression: re.Pattern[str]


@dataclass(frozen=True)
class PeriodPack:
    """Patterns, the values of their fragments (by expression), and the words of frequency."""

    patterns: tuple[PeriodPattern, ...]
    scanner: ExpressionScanner
    """Of the expressions of the patterns, in their order."""
    fragments: Mapping[str, tuple[tuple[re.Pattern[str], Any], ...]]
    frequency: PhraseTable[Any]
    says: Mapping[str, re.Pattern[str]]
    """What words of a match say (last, next, end …), by expression."""
    not_after: str = ""
    """Signs right before which words of frequency tell of one time: 去年销售额."""

    def value_of(self, fragment: str, words: str) -> Any:
        """What the words of a fragment stand for, or None where none of its rows matches."""
        for expression, value in self.fragments.get(fragment, ()):
            if expression.fullmatch(words):
                return value
        return None


@cache
def load_period_pack(language: str) -> PeriodPack:
    """The periods of a language; raises PackError naming file and pattern where a form does not compile."""
    raw = load_pack(language, "period")
    fragments, parts = raw.get("fragments", {}), raw.get("parts", {})
    patterns = tuple(
        PeriodPattern(row["kind"], _compile(_put_in(row["form"], parts), fragments, language, number))
        for number, row in enumerate(raw["pattern"], start=1)
    )
    frequency: PhraseTable[Any] = PhraseTable(arabic_variants if language == "ar" else None)
    for name, phrases in raw["frequency"].items():
        for phrase in phrases:
            frequency.add(fold(phrase), name)
    values = {
        name: tuple((re.compile(words), value) for words, value in rows.items()) for name, rows in fragments.items()
    }
    scanner = ExpressionScanner([pattern.expression for pattern in patterns])
    says = {name: re.compile(words) for name, words in raw["says"].items()}
    return PeriodPack(patterns, scanner, values, frequency, says, raw.get("frequency_guard", {}).get("not_after", ""))


def _put_in(form: str, parts: dict[str, str]) -> str:
    """The form with the shared parts that it names in angle brackets: <since>."""
    for name, part in parts.items():
        form = form.replace(f"<{name}>", part)
    return form


def _compile(form: str, fragments: dict[str, dict[str, Any]], language: str, number: int) -> re.Pattern[str]:
    expression = form
    for name, digits in _DIGIT_FRAGMENTS.items():
        expression = expression.replace("{" + name + "}", digits)
    for name, rows in fragments.items():
        choices = "|".join(sorted((key for key in rows), key=len, reverse=True))
        if name == "count":
            choices = "(?<![0-9])(?<![0-9][.,])[0-9]{1,3}(?![0-9]|[.,][0-9])|" + choices
        expression = expression.replace("{" + name + "}", f"(?P<{name}>{choices})")
        expression = expression.replace(
            "{" + name + "2}",
            f"(?:(?P<{name}2>{choices}) (?:de |of )?)" if name == "month" else f"(?P<{name}2>{choices})",
        )
    before = "" if language == "zh" else _LETTER_BEFORE
    after = "" if language == "zh" else _LETTER_AFTER
    if language == "ar":
        before += _AR_CLITICS
    try:
        return re.compile(f"{before}(?P<all>{expression}){after}")
    except re.error as broken:
        raise PackError(
            f"nlp/languages/{language}/period.toml, [[pattern]] {number}: the form does not compile ({broken}); "
            "fragments are written {name}, groups (?P<name>…)"
        ) from broken
