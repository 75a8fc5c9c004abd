"""Names of divisions without the word that says what kind of division they are."""

import re
import tomllib
from functools import cache
from pathlib import Path

from nlp.chinese import to_simplified

_INPUT = Path(__file__).parent / "input" / "division_words.toml"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = tomllib.loads(_INPUT.read_text(encoding="utf-8"))[language]
    before = "|".join(sorted(map(re.escape, words.get("before", ["\0"])), key=len, reverse=True))
    after = "|".join(sorted(map(re.escape, words.get("after", ["\0"])), key=len, reverse=True))
    gap = "" if language == "zh" else " "
    return re.compile(f"(?:{before})(?<!x)({gap}|(?<='))", re.IGNORECASE), re.compile(
        f"{gap}(?:{after})$", re.IGNORECASE
    )


def trim_names(name: str, language: str) -> tuple[str, ...]:
    """Return the bare name first, then the full one where it differs.

    >>> trim_names("ولاية واهاكا", "ar")
    ('واهاكا', 'ولاية واهاكا')
    """
    before, after = _patterns(language)
    bare = after.sub("", to_simplified(name) if language == "zh" else name)
    found = before.match(bare)
    if found:
        bare = bare[found.end() :]
    bare = bare.strip()
    # Бийский is no name without its район.
    if len(bare) < 2 or (language == "ru" and bare != name and re.search("(ский|ская|ское|ный|ная|ное)$", bare)):
        return (name,)
    bare = bare[0].upper() + bare[1:]
    return (bare,) if bare == name else (bare, name)
