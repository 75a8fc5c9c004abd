"""Finds what a misspelt word was probably meant to be."""

import difflib
from collections.abc import Iterable

_LONGEST_WORD = 80
_LIKENESS = 0.4
"""Generous: a wrong suggestion costs a glance."""
_MOST_LISTED = 40


def find_nearest(word: str, valid: Iterable[str], *, most: int = 1) -> list[str]:
    """Return the valid words that are most alike, best first; case makes no difference.

    >>> find_nearest("plce", ["product", "place"]), find_nearest("cny", ["USD", "CNY"])
    (['place'], ['CNY'])
    """
    by_key: dict[str, str] = {}
    for one in sorted(valid):
        by_key.setdefault(one.casefold(), one)
    if word.casefold() in by_key:
        return [by_key[word.casefold()]]
    near = difflib.get_close_matches(word[:_LONGEST_WORD].casefold(), by_key, n=most, cutoff=_LIKENESS)
    return [by_key[key] for key in near]


def nearest_hint(word: str, valid: Iterable[str]) -> str:
    """Return what was probably meant, and what is valid as far as that can be listed.

    >>> nearest_hint("plce", ["place", "product"])
    'Did you mean place? Valid: place, product.'
    """
    names = sorted(valid)
    if not names:
        return "It takes no parameters."
    near = find_nearest(word, names)
    meant = f"Did you mean {near[0]}?" if near else ""
    listed = f"Valid: {', '.join(names)}." if len(names) <= _MOST_LISTED else ""
    return " ".join(filter(None, (meant, listed)))
