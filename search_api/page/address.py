"""The addresses of the search page, whose parameters are those of the API."""

from collections.abc import Iterable
from urllib.parse import urlencode

Pairs = tuple[tuple[str, str], ...]
"""The parameters of the page as they stand in its address."""
PAGING = ("cursor", "limit", "format", "facet")


def search_address(name: str, value: str) -> str:
    """Return the address of the search by one filter.

    >>> search_address("place", "place:yunnan")
    '/?place=place%3Ayunnan'
    """
    return make_address(((name, value),))


def make_address(pairs: Iterable[tuple[str, str]], *more: tuple[str, str]) -> str:
    """Return the address of the first page of a search; `more` is added as it is."""
    query = urlencode([*(pair for pair in pairs if pair[0] not in PAGING), *more])
    return f"/?{query}" if query else "/"


def toggle_address(pairs: Pairs, name: str, value: str) -> str:
    """Return the address of the search with a filter taken off where it is on, else put on."""
    pair = (name, value)
    return make_address([one for one in pairs if one != pair] if pair in pairs else [*pairs, pair])


def added_address(pairs: Pairs, name: str, value: str) -> str | None:
    """Return the address of the search with a filter put on, None where it is on."""
    return None if (name, value) in pairs else make_address([*pairs, (name, value)])


def replaced_address(pairs: Pairs, name: str, old: str, new: str) -> str:
    """Return the address of the search with another value of a filter."""
    return make_address((one, new if (one, value) == (name, old) else value) for one, value in pairs)
