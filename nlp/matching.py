"""Names of a lexicon found in folded text, with the word boundaries of each script."""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from nlp.chinese import to_simplified
from nlp.fold import fold

_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]+")
"""Tatweel, vowel signs and dagger alif: written or not, the word is the same."""
_ARABIC_ARTICLE_CLITICS = frozenset(
    conjunction + article for conjunction in ("", "و", "ف") for article in ("ال", "بال", "كال", "لل")
)
_ARABIC_BARE_CLITICS = {"و": 3, "ف": 4, "ب": 4, "ل": 4, "وب": 4, "ول": 4, "فب": 4, "فل": 4}
"""Clitics without an article, with the letters that must follow: بخس is cheap, not "with lettuce".

Never ك: كبيرة is large, not "like beer"."""
_LONGEST_CLITIC = 4
_ARTICLE = "ال"


@dataclass(frozen=True)
class Name:
    """A form under which a concept may stand in a text, and what must or must not stand around it.

    `concept_id` is None for a blocker: longer words that hold a name but mean something else (葡萄牙).
    """

    text: str
    concept_id: str | None
    trim: int = 0
    """Letters at its end that are a possessive, outside the surface."""
    ambiguous: bool = False
    """A common word of another sense too: taken only where the text around it speaks of goods."""
    adjective: bool = False
    """An adjective too: no good right after a noun (huipiles bordados)."""
    short: bool = False
    """Only part of a name: taken where the text names the good in full elsewhere (aceite for aceite de oliva)."""
    needs: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    written_as: str = ""
    """The form with its capitals, where they matter; empty where they do not."""


@dataclass(frozen=True)
class Hit:
    """A name where it stands; `start` leaves Arabic prepositions out and the article in."""

    start: int
    end: int
    names: tuple[Name, ...]


class Cover:
    """Which code points of a text are spoken for: of names that overlap, the first to come takes the place."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def overlaps(self, start: int, end: int) -> bool:
        """True where a code point of [start, end) is taken."""
        return self._taken.find(1, max(0, start), end) >= 0

    def add(self, start: int, end: int) -> None:
        """Take [start, end), as far as it lies in the text."""
        start, end = max(0, start), min(end, len(self._taken))
        self._taken[start:end] = b"\x01" * (end - start)


class Matcher:
    """Finds all the names of a lexicon in one pass."""

    def __init__(self, names: Iterable[Name]) -> None:
        by_text: dict[str, list[Name]] = {}
        for name in names:
            text = _normalize(name.text)
            if text:
                by_text.setdefault(text, []).append(name)
        self._texts = tuple(by_text)
        self._names = tuple(tuple(group) for group in by_text.values())
        self._is_han = tuple((_is_han(text[0]), _is_han(text[-1])) for text in self._texts)
        self._is_arabic = tuple("\u0600" <= text[0] <= "\u06ff" for text in self._texts)
        self._automaton = AhoCorasick(self._texts)

    def find(self, folded: str) -> list[Hit]:
        """Return all hits that stand as words of their own, the longest first; they may overlap."""
        text, offsets = normalize_text(folded)
        hits = []
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            names = self._names[index]
            if self._is_arabic[index]:
                cut = _arabic_start(text, start, end)
                if cut is None:
                    continue
                start = cut
            else:
                opens_han, closes_han = self._is_han[index]
                if not opens_han and start and _is_word(text[start - 1]):
                    continue
                if not closes_han and end < len(text) and _is_word(text[end]):
                    continue
            end -= names[0].trim
            if offsets is not None:
                start, end = offsets[start], offsets[end - 1] + 1
            hits.append(Hit(start, end, names))
        hits.sort(key=lambda hit: (hit.start - hit.end, hit.start))
        return hits


def normalize_name(name: str) -> str:
    """Return a name as it is looked up: folded, without vowel signs, hyphens as spaces, simplified characters.

    >>> normalize_name("Elgeyo-Marakwet"), normalize_name("明亞")
    ('elgeyo marakwet', '明亚')
    """
    return _ARABIC_MARKS.sub("", _normalize(fold(name)))


def normalize_text(folded: str) -> tuple[str, Sequence[int] | None]:
    """Return folded text in the form of `normalize_name`, and where each of its characters stood.

    None instead of places means that each stands where it stood.
    """
    return _without_arabic_marks(_normalize(folded))


def _normalize(folded: str) -> str:
    """A hyphen joins words as a space does (tea-seed oil); traditional characters are read as simplified."""
    return to_simplified(folded.replace("-", " "))


def _without_arabic_marks(text: str) -> tuple[str, Sequence[int] | None]:
    """The text without vowel signs, and where each of its characters stood (None: where it stands)."""
    bare = _ARABIC_MARKS.sub("", text)
    if len(bare) == len(text):
        return text, None
    offsets = array("L")
    kept_from = 0
    for mark in _ARABIC_MARKS.finditer(text):
        offsets.extend(range(kept_from, mark.start()))
        kept_from = mark.end()
    offsets.extend(range(kept_from, len(text)))
    return bare, offsets


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _is_word(character: str) -> bool:
    return character.isalnum() and not _is_han(character)


def _arabic_start(text: str, start: int, end: int) -> int | None:
    """Where the surface of an Arabic name begins, None where it stands inside another word."""
    if end < len(text) and _is_word(text[end]):
        return None
    begin = start
    while begin and start - begin <= _LONGEST_CLITIC and _is_word(text[begin - 1]):
        begin -= 1
    clitic = text[begin:start]
    if not clitic:
        return start
    if clitic in _ARABIC_ARTICLE_CLITICS:
        return start - len(_ARTICLE) if clitic.endswith(_ARTICLE) else start
    shortest = _ARABIC_BARE_CLITICS.get(clitic)
    return start if shortest is not None and end - start >= shortest else None
