"""Splits a text into words, numbers and runs of Chinese characters, each with its span in the source."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

WordKind = Literal["word", "number", "han"]

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"  # accents, tashkeel, tatweel
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # soft hyphens, joiners, direction marks
)
_PIECE = re.compile(
    rf"""
    (?P<number> \d{{1,3}} (?: [ \u00a0\u2009\u202f] \d{{3}} )+ (?!\d) (?: [.,٫，] \d+ )?   # 10 000,5
      | \d+ (?: [.,٫٬，．'’] \d+ )* )                                                     # 10,000 and 4.8
    | (?P<han> [{_HAN}]+ )                                  # 农村电商
    | (?P<word> [^\W\d_{_HAN}] (?: [^\W\d_{_HAN}] | [{_MARKS}] )* )   # l'huile gives l and huile
    """,
    re.VERBOSE,
)
_IGNORED = re.compile(rf"[{_MARKS}]")
_APOSTROPHES = "'’ʼ＇"
_LONGEST_ELISION = 2
"""l'huile, qu'il; jusqu' and lorsqu' are words that may be searched."""
LONGEST_WORD = 200
"""Code points kept of a word: an engine may silently lose longer terms (tantivy beyond 65,530 bytes)."""


class SourceWord(NamedTuple):
    """A piece of a text: `text` in compatibility form and case-folded, [start, end) in code points of the source."""

    text: str
    start: int
    end: int
    kind: WordKind


def split_words(text: str) -> Iterator[SourceWord]:
    """Yield the pieces of a text in order; elided articles (l', d') and the English 's are left out.

    >>> [piece.text for piece in split_words("L’huile: １０,000 农村 ＫＧ")]
    ['huile', '10,000', '农村', 'kg']
    """
    for found in _PIECE.finditer(text):
        kind = found.lastgroup
        start, end = found.span()
        if kind == "han":
            yield SourceWord(unicodedata.normalize("NFKC", found.group()), start, end, "han")
        elif kind == "number":
            yield SourceWord(_to_ascii_digits(found.group()), start, end, "number")
        elif not _is_elided(text, start, end):
            yield from _fold_word(found.group(), start, end)


def _fold_word(word: str, start: int, end: int) -> Iterator[SourceWord]:
    """Case-fold one word; what its compatibility form splits into (℡, ﷺ) shares the span."""
    folded = _IGNORED.sub("", unicodedata.normalize("NFKC", word).casefold())
    for part in re.findall(r"[^\W_]+", folded):
        yield SourceWord(part[:LONGEST_WORD], start, end, "word")


def _to_ascii_digits(number: str) -> str:
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else unicodedata.normalize("NFKC", character)
        for character in number
    )


def _is_elided(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 2]
    if before and before in _APOSTROPHES and end - start == 1:
        return True
    return len(after) > 1 and after[0] in _APOSTROPHES and after[1].isalpha() and end - start <= _LONGEST_ELISION
