"""Turns the text of a query into words to be found, in whatever language the texts are."""

import math
from dataclasses import dataclass

from nlp.chinese import to_simplified
from search_api.analysis.analyser import han_bigrams, normalize_number
from search_api.analysis.stem import LATIN_LANGUAGES, query_stems
from search_api.analysis.words import split_words

_SHARE_OF_BIGRAMS = 0.6
"""Of a run of four or more characters: 农村电商 is found where 农村 and 电商 stand apart (two of three pairs)."""
_LONGEST_WHOLE_RUN = 3


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One piece of a query. A text holds it where at least `least` of `terms` stand in it.

    `terms` are stems or bigrams; `exact` asks for single Chinese characters among the exact tokens.
    """

    surface: str
    terms: tuple[str, ...]
    least: int = 1
    exact: bool = False


def analyse_query(text: str) -> tuple[QueryWord, ...]:
    """Return the words of a query, each once.

    Whatever the language of the texts looked for: beside every text stand the names, in all languages, of what it is
    about.

    >>> analyse_query("贫困县")
    (QueryWord(surface='贫困县', terms=('贫困', '困县'), least=2, exact=False),)
    """
    words: dict[tuple[str, ...], QueryWord] = {}
    for word in split_words(text):
        if word.kind == "han":
            found = _han_word(to_simplified(word.text))
        elif word.kind == "number":
            forms = (normalize_number(word.text, language) for language in ("en", "es"))
            found = QueryWord(word.text, tuple(dict.fromkeys(forms)))
        else:
            found = QueryWord(word.text, query_stems(word.text, LATIN_LANGUAGES))
        words.setdefault(found.terms, found)
    return tuple(words.values())


def _han_word(run: str) -> QueryWord:
    if len(run) == 1:
        return QueryWord(run, (run,), exact=True)
    pairs = tuple(dict.fromkeys(han_bigrams(run)))
    whole = len(run) <= _LONGEST_WHOLE_RUN
    return QueryWord(run, pairs, least=len(pairs) if whole else math.ceil(len(pairs) * _SHARE_OF_BIGRAMS))
