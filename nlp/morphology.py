"""Forms under which a written word is looked up: Arabic clitics, the accusative alif, elisions."""

from collections.abc import Iterator
from functools import lru_cache

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_ARTICLES = ("ال", "لل")
_SHORTEST_CORE = 2
"""Letters that must remain when a clitic is cut off: shorter words are words of their own."""


@lru_cache(maxsize=65536)
def arabic_variants(word: str) -> tuple[tuple[str, int], ...]:
    """Forms of an Arabic word without its clitics, each with the number of letters cut off before it.

    >>> arabic_variants("وبالمليون")[-1]
    ('مليون', 4)
    """
    forms: list[tuple[str, int]] = []
    for cut in _cuts(word):
        core = word[cut:]
        if len(core) < _SHORTEST_CORE and cut:
            continue
        forms.append((core, cut))
        if core.endswith("ا") and len(core) > 3:
            forms.append((core[:-1], cut))
    return tuple(dict.fromkeys(forms))


def _cuts(word: str) -> Iterator[int]:
    yield 0
    for conjunction in (*_CONJUNCTIONS, ""):
        if not word.startswith(conjunction):
            continue
        after_conjunction = len(conjunction)
        if after_conjunction:
            yield after_conjunction
        for preposition in (*_PREPOSITIONS, ""):
            if not word.startswith(preposition, after_conjunction):
                continue
            after_preposition = after_conjunction + len(preposition)
            if preposition:
                yield after_preposition
            for article in _ARTICLES:
                if word.startswith(article, after_preposition):
                    yield after_preposition + len(article)


def plain_variants(word: str) -> tuple[tuple[str, int], ...]:
    """The word itself: languages whose packs list every form."""
    return ((word, 0),)
