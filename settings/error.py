"""The error of a wrong configuration: what is wrong, where, and what would be right."""

import difflib
from collections.abc import Iterable


class ConfigError(Exception):
    """A configuration or source file that cannot be used; its text is meant for the operator."""


def suggest_name(word: str, valid: Iterable[str]) -> str:
    """Return the end of a message: the nearest valid name where one is near, and all of them.

    >>> suggest_name("wrkers", ["workers", "contact"])
    'did you mean "workers"? Valid: contact, workers'
    """
    names = sorted(valid)
    nearest = difflib.get_close_matches(word, names, n=1)
    listing = f"Valid: {', '.join(names)}"
    return f'did you mean "{nearest[0]}"? {listing}' if nearest else listing
