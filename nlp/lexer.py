"""A folded text as tokens: digit runs, words, single Han characters and signs, with offsets."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<num>  [0-9]+ (?: [.,'٬٫،] [0-9]+ )* )              # 4.8  1,234.5  1'000  ٤٫٨ (folded before)
    | (?P<han>  [\u3400-\u9fff\uf900-\ufaff〇] )
    | (?P<word> [^\W\d_] (?: [^\W\d_\u3400-\u9fff] | [\u064b-\u0652\u0670\u0301] )* )
    | (?P<sym>  [^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069] )
    """,
    re.VERBOSE,
)
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u0301]")


class Token(NamedTuple):
    """One token of the folded text; `norm` is free of Arabic vowel signs and tatweel."""

    kind: str
    start: int
    end: int
    norm: str


def tokenize(folded: str) -> list[Token]:
    """Return the tokens of a folded text in order; white space and direction marks are left out."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(folded):
        kind = found.lastgroup or "sym"
        piece = found.group()
        if kind == "word" and _MARKS.search(piece):
            piece = _MARKS.sub("", piece)
        tokens.append(Token(kind, found.start(), found.end(), piece))
    return tokens
