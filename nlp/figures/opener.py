"""Tells by a word alone whether a figure may begin with it, so that all other words of a text are passed over."""

from collections.abc import Sequence
from functools import cache

from nlp.figures.grammar import load_grammar
from nlp.figures.noun_number import find_before_one, may_begin_noun_number
from nlp.figures.share import may_begin_share
from nlp.figures.singles import may_begin_multiple
from nlp.lexer import Token
from nlp.numbers.chinese_pack import begins_chinese_number
from nlp.numbers.pack import load_number_pack
from nlp.word_table import WordTable


@cache
def load_openers(language: str) -> WordTable[bool]:
    """The words of a language in their normal form, each with whether a figure may begin with it."""
    grammar = load_grammar(language)
    begins_number = begins_chinese_number if language == "zh" else load_number_pack(language).begins_number
    return WordTable(
        lambda norm: (
            begins_number(norm)
            or may_begin_share(grammar, norm)
            or may_begin_multiple(grammar, norm)
            or may_begin_noun_number(grammar, norm)
        )
    )


def find_openers(tokens: Sequence[Token], language: str, *, digits_only: bool) -> list[int]:
    """Indexes of the tokens with which a figure may begin, in order."""
    if digits_only:
        return [index for index, token in enumerate(tokens) if token.kind == "num"]
    opens = load_openers(language)
    found = [
        index
        for index, token in enumerate(tokens)
        if token.kind == "num" or (opens[token.norm] and token.kind != "sym")
    ]
    before_one = find_before_one(tokens, language)
    return sorted(before_one.union(found)) if before_one else found
