"""Loading of the language packs: words with a job in a language, as TOML under `nlp/languages/<language>/`."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from nlp.fold import fold

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_BRACES = re.compile(r"\{([^{}]*)\}")


class PackError(ValueError):
    """A language pack or another data file is broken; the message names file, place and what would be right."""


@cache
def load_pack(language: str, name: str) -> dict[str, Any]:
    """Return the table `nlp/languages/<language>/<name>.toml`.

    Raises PackError where the file is missing or is not TOML.
    """
    return load_toml(f"languages/{language}/{name}.toml")


@cache
def load_toml(path: str) -> dict[str, Any]:
    """Return the TOML file at this path below the package `nlp`; raises PackError with file and place."""
    file = resources.files("nlp").joinpath(path)
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise PackError(f"no data file nlp/{path}: a language pack needs it (see the README's recipe)") from missing
    except tomllib.TOMLDecodeError as broken:
        raise PackError(f'nlp/{path} is not valid TOML: {broken}; a row looks like `key = "value"`') from broken


def expand_forms(pattern: str) -> Iterator[str]:
    """Yield the forms that a pattern with alternatives in braces stands for, folded.

    >>> list(expand_forms("юан{ь,я,ей}"))
    ['юань', 'юаня', 'юаней']
    """
    found = _BRACES.search(pattern)
    if found is None:
        yield fold(pattern)
        return
    for alternative in found.group(1).split(","):
        yield from expand_forms(pattern[: found.start()] + alternative.strip() + pattern[found.end() :])
