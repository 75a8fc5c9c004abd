"""Words of a text in a script with capitals, or of Arabic, as names of organisations are made of them."""

import re
from typing import NamedTuple

from nlp.text_view import TextView

_WORD = re.compile(
    r"""
    (?: (?<![^\W_]) (?:[dlnsjmtc]|qu)['’] (?=[^\W\d_]) )        # d', l': elided before a name
    | [^\W_]+ (?: (?:['’ʼ&] | -) [^\W_]+ )* (?: (?<=[^\W\d_])\.(?=[^\W\d_]) [^\W_]+ )*   # Tz'ikin, Ak-Orgochor, S.A
    | &
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"[^\W_]+(?:['’ʼ&-][^\W_]+)*|&")
_GLUE = (" ", "\u00a0", "\u202f", "")


class Word(NamedTuple):
    """A word where it stands: folded, with a capital or not, and whether only a space parts it from the one before."""

    start: int
    end: int
    norm: str
    has_capital: bool
    follows: bool


def read_words(view: TextView, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of a text in order; elided articles are words of their own in French.

    >>> from nlp.text_view import make_text_view
    >>> [word.norm for word in read_words(make_text_view("La Banque d’Haïti", language="fr"))]
    ['la', 'banque', "d'", 'haïti']
    """
    pattern = _WORD if view.language == "fr" else _PLAIN_WORD
    body, folded = view.body, view.folded
    words: list[Word] = []
    last = 0  # also of a stretch within a text: what is left of it does not join its first word
    for found in pattern.finditer(body, start, len(body) if end is None else end):
        begin, stop = found.span()
        words.append(Word(begin, stop, folded[begin:stop], body[begin].isupper(), body[last:begin] in _GLUE))
        last = stop
    return words
