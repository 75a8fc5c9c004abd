"""The words that tell which time belongs to which figure, per language: `languages/<language>/when.toml`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.pack import PackError, load_pack

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class TimePack:
    """One expression for each job, over folded text; `en/when.toml` says what each job is."""

    compare: re.Pattern[str]
    compare_weak: re.Pattern[str]
    subordinate: re.Pattern[str]
    coordinate: re.Pattern[str]
    founding: re.Pattern[str]
    founding_after: re.Pattern[str]
    part: re.Pattern[str]
    telling: re.Pattern[str]
    future: re.Pattern[str]


@cache
def load_time_pack(language: str) -> TimePack:
    """The pack of a language; raises PackError where a key is missing or an expression does not compile."""
    raw = load_pack(language, "when")
    try:
        return TimePack(**{name: _join(raw[name], language) for name in TimePack.__dataclass_fields__})
    except KeyError as missing:
        raise PackError(f"nlp/languages/{language}/when.toml has no key {missing}: see en/when.toml") from missing
    except re.error as broken:
        raise PackError(
            f"nlp/languages/{language}/when.toml: an expression does not compile ({broken}); see en/when.toml"
        ) from broken


def _join(words: Sequence[str], language: str) -> re.Pattern[str]:
    if not words:
        return _NEVER
    choices = "|".join(words)
    if language == "zh":
        return re.compile(f"(?:{choices})")
    clitics = "(?:[وفل]?)" if language == "ar" else ""
    # an elided word (qu', d') ends in its apostrophe and stands right before the next
    return re.compile(rf"(?<![^\W_]){clitics}(?:{choices})(?:(?<=')|(?![^\W_]))")
