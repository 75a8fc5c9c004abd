"""A function of a word as a table that fills itself: news repeats its words."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
_MOST_WORDS = 16_384
"""Beyond so many the table begins anew: a stream of texts must not fill the memory."""


class WordTable(dict[str, Value]):
    """What a function says of each word, worked out when the word is first asked for (`table[word]`).

    >>> lengths = WordTable(len)
    >>> lengths["rice"], "tea" in lengths
    (4, False)
    """

    def __init__(self, find: Callable[[str], Value], *, most_words: int = _MOST_WORDS) -> None:
        super().__init__()
        self._find = find
        self._most_words = most_words

    def __missing__(self, word: str) -> Value:
        if len(self) >= self._most_words:
            self.clear()
        value = self[word] = self._find(word)
        return value
