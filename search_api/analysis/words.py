"""Splits a text into words, numbers and runs of Chinese characters, each with its span in the source."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

WordKind = Literal["word", "number", "han"]

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"  # accents, tashkeel, tatweel
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # soft hyphens, joiners, direction marks
)
_APOSTROPHES = "'’ʼ＇"
_PIECE = re.compile(
    rf"""
    (?P<number> \d{{1,3}} (?: [ \u00a0\u2009\u202f] \d{{3}} )+ (?!\d) (?: [.,٫，] \d+ )?   # 10 000,5
      | \d+ (?: [.,٫٬，．'’] \d+ )* )                                                     # 10,000 and 4.8
    | (?P<han> [{_HAN}]+ )                                  # 农村电商
    | (?P<word> [^\W\d_{_HAN}] (?: [^\W\d_{_HAN}] | [{_MARKS}] | [{_APOSTROPHES}] (?= [^\W\d_{_HAN}] ) )* )   # Xi'an
    """,
    re.VERBOSE,
)
_LETTERS = re.compile(r"[^\W_]+")
_KEPT_PIECES = 200_000
"""Remembered: news texts repeat their words."""
_IGNORED = re.compile(rf"[{_MARKS}]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_ELIDED = frozenset(("l", "d", "j", "m", "t", "s", "n", "c", "qu"))
"""Before an apostrophe: l'huile, d'Ivoire, qu'il. What else ends in qu is a word of its own: jusqu'à, lorsqu'il."""
_CONTRACTED = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))
"""Behind one: China's, don't, we've."""
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

    >>> [piece.text for piece in split_words("L’huile: １０,000 农村 ＫＧ, Xi'an's")]
    ['huile', '10,000', '农村', 'kg', 'xian']
    """
    for found in _PIECE.finditer(text):
        kind = found.lastgroup
        start, end = found.span()
        if kind == "han":
            yield SourceWord(unicodedata.normalize("NFKC", found.group()), start, end, "han")
        elif kind == "number":
            yield SourceWord(_to_ascii_digits(found.group()), start, end, "number")
        else:
            for first, last, folded in _read_piece(found.group()):
                yield SourceWord(folded, start + first, start + last, "word")


@lru_cache(maxsize=_KEPT_PIECES)
def _read_piece(piece: str) -> tuple[tuple[int, int, str], ...]:
    """The words of a piece: where each begins and ends in it, and its folded form."""
    return tuple(
        (first, last, folded)
        for first, last in _split_at_apostrophes(piece)
        for folded in _fold_word(piece[first:last])
    )


def _split_at_apostrophes(word: str) -> Iterator[tuple[int, int]]:
    """Spans of the words in a piece with apostrophes: an inner one joins (Xi'an, Pu'er), as in Xian and Puer."""
    begin = start = 0
    for mark in (*_APOSTROPHE.finditer(word), None):
        end = mark.start() if mark else len(word)
        part = word[start:end].casefold()
        if mark and start == begin and part in _ELIDED:
            begin = mark.end()
        elif mark and part.endswith("qu"):
            yield begin, end
            begin = mark.end()
        elif mark is None and start > begin and part in _CONTRACTED:
            yield begin, start - 1
        elif mark is None:
            yield begin, end
        start = mark.end() if mark else end


def _fold_word(word: str) -> list[str]:
    """Case-fold one word; what its compatibility form splits into (℡, ﷺ) shares the span."""
    folded = _IGNORED.sub("", unicodedata.normalize("NFKC", _APOSTROPHE.sub("", word)).casefold())
    return [part[:LONGEST_WORD] for part in _LETTERS.findall(folded)]


def _to_ascii_digits(number: str) -> str:
    return "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else unicodedata.normalize("NFKC", character)
        for character in number
    )
