"""Turns a text into the two streams of tokens that are indexed: stems, and exact forms."""

import re
from typing import NamedTuple

from nlp.chinese import to_simplified
from search_api.analysis.stem import fold_exact, stem_word
from search_api.analysis.words import SourceWord, split_words

_GROUPED = {
    # 10,000 and 10 000 000; a point groups thousands where a comma marks decimals: 1.234.567 in Spanish
    "comma": re.compile(r"\d{1,3}(?:[,٬'’ \u00a0\u2009\u202f]\d{3})+(?:[.٫]\d+)?"),
    "point": re.compile(r"\d{1,3}(?:[.'’ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?"),
}
_POINT_GROUPS = frozenset(("es", "fr", "ru"))
_SEPARATORS = re.compile(r"[,.٬٫'’ \u00a0\u2009\u202f]")


class Token(NamedTuple):
    """What is indexed for a piece of a text, with the span of the piece in code points of the source."""

    text: str
    start: int
    end: int


class Analysis(NamedTuple):
    """`stems`: one per word, bigrams of Chinese; `exact`: folded words, single Chinese characters."""

    stems: tuple[Token, ...]
    exact: tuple[Token, ...]


def analyse(text: str, language: str) -> Analysis:
    """Return the tokens of a text in a language (`und` where it is unknown); never raises for a text.

    >>> [token.text for token in analyse("农村电商 sold 10,000 eggs", "zh").stems]
    ['农村', '村电', '电商', 'sold', '10000', 'eggs']
    """
    stems: list[Token] = []
    exact: list[Token] = []
    for word in split_words(text):
        if word.kind == "han":
            _add_han(word, stems, exact)
        elif word.kind == "number":
            number = normalize_number(word.text, language)
            stems.append(Token(number, word.start, word.end))
            exact.append(stems[-1])
        else:
            stems.append(Token(stem_word(word.text, language), word.start, word.end))
            exact.append(Token(fold_exact(word.text), word.start, word.end))
    return Analysis(tuple(stems), tuple(exact))


def normalize_number(number: str, language: str) -> str:
    """Return a written number without grouping and with a decimal point.

    >>> normalize_number("10,000", "en"), normalize_number("1.234.567", "es"), normalize_number("4,8", "fr")
    ('10000', '1234567', '4.8')
    """
    order = ("point", "comma") if language in _POINT_GROUPS else ("comma", "point")
    for style in order:
        if _GROUPED[style].fullmatch(number):
            decimal = "." if style == "comma" else ","
            whole, _, fraction = number.replace("٫", ".").partition(decimal)
            return _SEPARATORS.sub("", whole) + (f".{fraction}" if fraction else "")
    return number.replace("٫", ".").replace(",", ".")


def han_bigrams(run: str) -> tuple[str, ...]:
    """Return the overlapping pairs of a run of Chinese characters; a run of one is itself.

    >>> han_bigrams("贫困县")
    ('贫困', '困县')
    """
    if len(run) == 1:
        return (run,)
    return tuple(run[index : index + 2] for index in range(len(run) - 1))


def _add_han(word: SourceWord, stems: list[Token], exact: list[Token]) -> None:
    run = to_simplified(word.text)
    # Compatibility forms of one character are one character: offsets hold.
    exact.extend(Token(character, word.start + index, word.start + index + 1) for index, character in enumerate(run))
    if len(run) == 1:
        stems.append(exact[-1])
        return
    stems.extend(Token(pair, word.start + index, word.start + index + 2) for index, pair in enumerate(han_bigrams(run)))
