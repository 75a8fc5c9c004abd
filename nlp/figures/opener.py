"""Tells by a word alone whether a figure may begin with it, so that all other words of a text are passed over."""

from collections.abc import Callable
from functools import cache, lru_cache

from nlp.figures.grammar import Grammar, load_grammar
from nlp.figures.share import may_begin_share
from nlp.figures.singles import may_begin_multiple, may_begin_noun_number
from nlp.lexer import Token
from nlp.numbers.chinese import begins_chinese_number
from nlp.numbers.pack import load_number_pack

_REMEMBERED_WORDS = 32_768
"""News repeats its words: of so many each language remembers the answer."""


@cache
def load_openers(language: str) -> Callable[[str], bool]:
    """The question `may a figure begin with this word`, for words of one language in their normal form."""
    grammar = load_grammar(language)
    begins_number = begins_chinese_number if language == "zh" else load_number_pack(language).begins_number

    @lru_cache(_REMEMBERED_WORDS)
    def may_begin(norm: str) -> bool:
        return begins_number(norm) or _begins_without_number(grammar, norm)

    return may_begin


def find_openers(tokens: list[Token], language: str, *, digits_only: bool) -> list[int]:
    """Indexes of the tokens with which a figure may begin, in order."""
    if digits_only:
        return [index for index, token in enumerate(tokens) if token.kind == "num"]
    may_begin = load_openers(language)
    return [
        index for index, (kind, _, _, norm) in enumerate(tokens) if kind == "num" or (kind != "sym" and may_begin(norm))
    ]


def _begins_without_number(grammar: Grammar, norm: str) -> bool:
    return may_begin_share(grammar, norm) or may_begin_multiple(grammar, norm) or may_begin_noun_number(grammar, norm)
