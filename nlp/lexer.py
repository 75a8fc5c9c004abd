"""A folded text as tokens: digit runs, words, single Han characters and signs, with offsets."""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<word> [^\W\d_\u3400-\u9fff\uf900-\ufaff〇] [^\W\d_\u3400-\u9fff]*
                (?: [\u064b-\u0652\u0670\u0301]+ [^\W\d_\u3400-\u9fff]* )* )
    | (?P<num>  [0-9]+ (?: [.,'٬٫،] [0-9]+ )* )              # 4.8  1,234.5  1'000  ٤٫٨ (folded before)
    | (?P<han>  [\u3400-\u9fff\uf900-\ufaff〇] )
    | (?P<sym>  [^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069] )
    """,
    re.VERBOSE,
)
"""Words first: they are most of a text. A run of letters, then marks and letters in turns: no letter is tried twice."""
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u0301]")


class Token(NamedTuple):
    """One token of the folded text; `norm` is free of Arabic vowel signs and tatweel."""

    kind: str
    start: int
    end: int
    norm: str


def tokenize(folded: str) -> list[Token]:
    """Return the tokens of a folded text in order; white space and direction marks are left out."""
    # tuple.__new__: the constructor of a NamedTuple takes a third of all the time spent here.
    make = tuple.__new__
    tokens = [
        make(Token, (found.lastgroup or "sym", found.start(), found.end(), found.group()))
        for found in _TOKEN.finditer(folded)
    ]
    if _MARKS.search(folded) is not None:
        for index, token in enumerate(tokens):
            if token.kind == "word" and _MARKS.search(token.norm) is not None:
                tokens[index] = token._replace(norm=_MARKS.sub("", token.norm))
    return tokens
