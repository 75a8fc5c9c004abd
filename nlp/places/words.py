"""The words right before and right after a stretch of normalized text."""

import re

PIECE = re.compile(r"[^\W_]+(?:'(?!s\b)|\.(?=\s|$))?")
"""A word with the apostrophe of an elision (d') or the full stop of an abbreviation (г.)."""
_REACH = 48
_PAUSES = ",;:!?،؛。，；：、\n"
_GAP_BEFORE = re.compile(r"[\s\"“”«»„‘’'(（《「『]*\Z")
_GAP_AFTER = re.compile(r"[\s\"“”«»’]*")


def words_before(text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the words before an offset, the nearest last, and where the nearest ends; none beyond punctuation.

    >>> words_before("im süden, in der provinz «anhui»", 26)[0]
    ('in', 'der', 'provinz')
    """
    window = text[max(0, start - _REACH) : start]
    window = window[max(map(window.rfind, _PAUSES)) + 1 :]
    gap = _GAP_BEFORE.search(window)
    end = gap.start() if gap else len(window)
    found = list(PIECE.finditer(window[:end] + " "))
    if not found or found[-1].end() != end:
        return (), start
    return tuple(piece.group() for piece in found), start - len(window) + end


def first_word_after(text: str, end: int) -> str:
    """Return the word right after an offset, empty where punctuation stands there."""
    at = _GAP_AFTER.match(text, end)
    piece = PIECE.match(text, at.end() if at else end)
    return "" if piece is None else piece.group().rstrip(".")


def words_after(text: str, end: int) -> list[tuple[str, int]]:
    """Return the words after an offset, each with where it ends; none beyond punctuation."""
    at = _GAP_AFTER.match(text, end)
    begin = at.end() if at else end
    words: list[tuple[str, int]] = []
    stop = end + _REACH
    while len(words) < 4:
        piece = PIECE.match(text, begin)
        if piece is None or piece.start() >= stop:
            break
        word = piece.group().rstrip(".")
        words.append((word, piece.start() + len(word)))
        begin = piece.end()
        if text[begin : begin + 1] != " ":
            break
        begin += 1
    return words
