"""A text as the finders see it: folded, with its headline, paragraphs and sentences as spans."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from nlp.chinese import to_simplified
from nlp.fold import fold
from nlp.lexer import Token, tokenize
from nlp.model.span import Span
from nlp.pack import load_toml

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE_END = re.compile(
    r"""
    [。！？!?؟….۔]                                   # one class first: everything else is passed over at once
    (?: (?<=[.۔]) [.۔]* ["'”’»)\]]* (?= \s | $ )       # a full stop only before white space: 4.8, example.com
      | (?<![.۔]) [。！？!?؟…]* ["'”’»)\]）】」』〉》]*   # closing quotes and brackets belong to the sentence
    )
    """,
    re.VERBOSE,
)
_LOOK_BACK = 12
"""Longest abbreviation looked at before a full stop, in code points."""
_HEADLINE_END = ".。．!！?？؟…"


@dataclass(frozen=True)
class TextView:
    """A body with what every finder needs of it. `folded` has the same length and offsets as `body`."""

    body: str
    language: str
    headline: Span | None = None

    @cached_property
    def folded(self) -> str:
        """The body folded (see `nlp.fold`), for matching; quotes are always cut from `body`."""
        return fold(self.body)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Lines that hold something, in order."""
        return tuple(
            Span(start=found.start(), end=found.end())
            for found in _PARAGRAPH.finditer(self.body)
            if not found.group().isspace()
        )

    @cached_property
    def simplified(self) -> str:
        """The folded body, of Chinese texts with simplified characters; same length and offsets."""
        return to_simplified(self.folded) if self.language == "zh" else self.folded

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of the folded body."""
        return self.simplified_tokens if self.simplified == self.folded else tokenize(self.folded)

    @cached_property
    def simplified_tokens(self) -> list[Token]:
        """The tokens of `simplified`: of most texts the same ones."""
        return tokenize(self.simplified)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in order, without white space around them; none crosses a paragraph."""
        return tuple(Span(start=start, end=end) for start, end in self._sentence_bounds)

    @cached_property
    def _sentence_bounds(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for paragraph in self.paragraphs:
            found.extend(_split_paragraph(self.body, paragraph, self.language))
        return found

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins."""
        return [start for start, _ in self._sentence_bounds]

    @cached_property
    def sentence_of_tokens(self) -> list[int]:
        """For each of `simplified_tokens` how many sentences begin before or at it."""
        starts = [token.start for token in self.simplified_tokens]
        firsts = [bisect_left(starts, sentence) for sentence in self.sentence_starts]
        numbered: list[int] = []
        for number, (first, following) in enumerate(pairwise([0, *firsts, len(starts)])):
            numbered.extend([number] * (following - first))
        return numbered

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def sentence_index(self, offset: int) -> int:
        """Index into `sentences` of the one at this offset, or before it where it stands between two."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def paragraph_index(self, offset: int) -> int:
        """Index into `paragraphs` of the one at this offset, or before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """The sentence at this offset (the whole body where there is none)."""
        if not self._sentence_bounds:
            return Span(start=0, end=len(self.body))
        start, end = self._sentence_bounds[self.sentence_index(offset)]
        return Span(start=start, end=end)


def make_text_view(body: str, *, language: str, title: str | None = None) -> TextView:
    """Return the view of a body.

    The first line is the headline when it equals `title`, or ends without a full stop and a line break follows.
    """
    return TextView(body=body, language=language, headline=find_headline(body, title=title))


def find_headline(body: str, *, title: str | None = None) -> Span | None:
    """Span of the first line where it is a headline, else None.

    >>> find_headline("Eggs sold out\\nChen sold 10,000 eggs.")
    Span(start=0, end=13)
    """
    first = _PARAGRAPH.search(body)
    if first is None:
        return None
    line = first.group().strip()
    if not line:
        return None
    start = first.start() + first.group().index(line)
    is_title = title is not None and line == title.strip()
    breaks_off = line[-1] not in _HEADLINE_END and first.end() < len(body)
    return Span(start=start, end=start + len(line)) if is_title or breaks_off else None


def _split_paragraph(body: str, paragraph: Span, language: str) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    begin = paragraph.start
    for end in _SENTENCE_END.finditer(body, paragraph.start, paragraph.end):
        if end.group()[0] == "." and _continues(body, end, paragraph.end, language):
            continue
        _append_trimmed(pieces, body, begin, end.end())
        begin = end.end()
    _append_trimmed(pieces, body, begin, paragraph.end)
    return pieces


def _continues(body: str, stop: re.Match[str], paragraph_end: int, language: str) -> bool:
    """True where a full stop belongs to an abbreviation rather than to the end of a sentence."""
    following = body[stop.end() : min(stop.end() + 2, paragraph_end)].lstrip()
    if following and (following[0].islower() or following[0] in ",;:)–—"):
        return True
    if language in ("ar", "zh"):
        return False
    return bool(following) and _is_abbreviated(body, stop.start()) and not _starts_sentence(body, stop)


@cache
def _load_abbreviations(kind: str) -> frozenset[str]:
    return frozenset(load_toml("data/abbreviations.toml")[kind])


def _is_abbreviated(body: str, stop: int) -> bool:
    """True where the word right before a full stop is an initial or an abbreviation."""
    begin = stop
    while begin > 0 and stop - begin < _LOOK_BACK and body[begin - 1].isalnum() and not body[begin - 1].isdecimal():
        begin -= 1
    return stop - begin == 1 or body[begin:stop].lower() in _load_abbreviations("words")


def _starts_sentence(body: str, stop: re.Match[str]) -> bool:
    """An abbreviation such as "млн." or "U.S." ends a sentence too where a new one plainly begins."""
    before = body[max(0, stop.start() - _LOOK_BACK) : stop.start()].split()
    word = before[-1] if before else ""
    following = body[stop.end() : stop.end() + 4].lstrip()
    capitalised = len(following) > 1 and following[0].isupper() and not following[1].isupper()
    return capitalised and word.lower() in _load_abbreviations("closing")


def _append_trimmed(pieces: list[tuple[int, int]], body: str, start: int, end: int) -> None:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    if start < end:
        pieces.append((start, end))
