"""Pinyin of Chinese place names, as syllables and as the English press joins them."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pypinyin import lazy_pinyin

_INPUT = Path(__file__).parent / "input" / "chinese_names.toml"


@cache
def load_chinese_names() -> dict[str, Any]:
    """Return the hand-written spellings and readings."""
    return tomllib.loads(_INPUT.read_text(encoding="utf-8"))


def read_syllables(name: str) -> tuple[str, ...]:
    """Return the toneless syllables of a Chinese name, ü written v.

    >>> read_syllables("长沙"), read_syllables("六安")
    (('chang', 'sha'), ('lu', 'an'))
    """
    tables = load_chinese_names()
    for written, reading in tables["readings"].items():
        if name.startswith(written):
            return (*reading.split(), *read_syllables(name[len(written) :]))
    if not name:
        return ()
    syllables = lazy_pinyin(name, v_to_u=False)
    return tuple(
        tables["characters"].get(character, syllable) for character, syllable in zip(name, syllables, strict=True)
    )


def join_syllables(syllables: tuple[str, ...]) -> str:
    """Return the syllables as one capitalised word, with an apostrophe before a vowel.

    >>> join_syllables(("xi", "an"))
    "Xi'an"
    """
    word = "".join(
        ("'" if index and re.match("[aeo]", syllable) else "") + syllable for index, syllable in enumerate(syllables)
    )
    return word.replace("v", "ü").capitalize()
