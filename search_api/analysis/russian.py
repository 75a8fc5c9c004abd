"""The stems that the cases of a Russian noun have: Snowball alone parts Китай (кита) from Китая (кит)."""

from functools import cache, lru_cache
from typing import Any

_KEPT_WORDS = 10_000


@cache
def _analyzer() -> Any:
    # Loaded with the first Russian query: the dictionary takes a fifth of a second.
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=_KEPT_WORDS)
def noun_forms(word: str) -> tuple[str, ...]:
    """Return every form of the nouns that a word may be a form of, empty for a word that the dictionary lacks.

    >>> noun_forms("китае")[:3]
    ('китай', 'китая', 'китаю')
    """
    analyzer = _analyzer()
    if not analyzer.word_is_known(word):
        return ()
    nouns = (parse for parse in analyzer.parse(word) if parse.tag.POS == "NOUN")
    return tuple(dict.fromkeys(form.word for noun in nouns for form in noun.lexeme))
