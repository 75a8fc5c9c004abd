"""Phrases of a language pack, matched longest first over tokens."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from nlp.lexer import Token, tokenize
from nlp.word_table import WordTable

Payload = TypeVar("Payload")
_REMEMBERED_WORDS = 2048
"""Words beside figures whose forms each table remembers: there are many tables."""


class Match(NamedTuple, Generic[Payload]):
    """What a phrase stands for, the token indexes [first, last) it covers, and where its own words start."""

    payload: Payload
    first: int
    last: int
    start: int
    end: int


class PhraseTable(Generic[Payload]):
    """Phrases of one to a few tokens with what they stand for.

    `variants` gives, for a word, the forms to look up in turn, each with how many characters stand before it
    (an Arabic و or ال): the first that is known wins.
    """

    def __init__(self, variants: Callable[[str], Iterable[tuple[str, int]]] | None = None) -> None:
        self._phrases: dict[tuple[str, ...], Payload] = {}
        self._longest: dict[str, int] = {}
        self._longest_reversed: dict[str, int] = {}
        self._variants = variants
        # News repeats its words: which of a word's forms begin or end a phrase is worked out once for many texts.
        self._openings = WordTable(self._find_openings, most_words=_REMEMBERED_WORDS)
        self._closing_length = WordTable(self._find_closing_length, most_words=_REMEMBERED_WORDS)
        self._begins = WordTable(lambda norm: bool(self._find_openings(norm)))

    def add(self, phrase: str, payload: Payload) -> None:
        """Enter a folded phrase; the first entry of a phrase stays."""
        key = tuple(token.norm for token in tokenize(phrase))
        if not key:
            return
        self._phrases.setdefault(key, payload)
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))
        self._longest_reversed[key[-1]] = max(self._longest_reversed.get(key[-1], 0), len(key))
        for remembered in (self._openings, self._closing_length, self._begins):
            remembered.clear()

    def __contains__(self, phrase: str) -> bool:
        return tuple(token.norm for token in tokenize(phrase)) in self._phrases

    def begins(self, norm: str) -> bool:
        """True where a phrase begins with this word, clitics aside."""
        return norm in self._longest if self._variants is None else self._begins[norm]

    def match(self, tokens: Sequence[Token], first: int) -> Match[Payload] | None:
        """The longest phrase that begins at this token, or None."""
        if first >= len(tokens):
            return None
        token = tokens[first]
        if self._variants is None or token.kind != "word":
            longest = self._longest.get(token.norm)
            return None if longest is None else self._match_form(tokens, first, token.norm, 0, longest)
        for form, skipped in self._openings[token.norm]:
            found = self._match_form(tokens, first, form, skipped, self._longest[form])
            if found is not None:
                return found
        return None

    def _match_form(
        self, tokens: Sequence[Token], first: int, form: str, skipped: int, longest: int
    ) -> Match[Payload] | None:
        """The longest phrase whose first word is this form of the token."""
        if longest == 1:
            payload = self._phrases[(form,)]
            return Match(payload, first, first + 1, tokens[first].start + skipped, tokens[first].end)
        for length in range(min(longest, len(tokens) - first), 0, -1):
            key = (form, *(following.norm for following in tokens[first + 1 : first + length]))
            if key in self._phrases:
                last = first + length
                return Match(self._phrases[key], first, last, tokens[first].start + skipped, tokens[last - 1].end)
        return None

    def find_openings(self, tokens: Sequence[Token]) -> list[int]:
        """Indexes of the tokens with which a phrase may begin, in order."""
        if self._variants is None:
            known = self._longest
            return [index for index, token in enumerate(tokens) if token.norm in known]
        begins = self._begins
        return [index for index, token in enumerate(tokens) if begins[token.norm]]

    def find_all(self, tokens: Sequence[Token]) -> Iterator[Match[Payload]]:
        """Yield the phrases of a text in order, without overlaps; none begins with a sign."""
        go_on_at = 0
        for index in self.find_openings(tokens):
            found = self.match(tokens, index) if index >= go_on_at and tokens[index].kind != "sym" else None
            if found is not None:
                go_on_at = found.last
                yield found

    def match_before(self, tokens: Sequence[Token], last: int) -> Match[Payload] | None:
        """The longest phrase whose last token stands right before the token `last`, or None."""
        if last <= 0:
            return None
        token = tokens[last - 1]
        if self._variants is None or token.kind != "word":
            longest = self._longest_reversed.get(token.norm, 0)
        else:
            longest = self._closing_length[token.norm]
        if not longest:
            return None
        for length in range(min(longest, last), 0, -1):
            found = self._exactly(tokens, last - length, last)
            if found is not None:
                return found
        return None

    def _exactly(self, tokens: Sequence[Token], first: int, last: int) -> Match[Payload] | None:
        """The phrase that is just these tokens, or None: a longer one that begins here does not hide it."""
        token = tokens[first]
        rest = tuple(following.norm for following in tokens[first + 1 : last])
        for form, skipped in self._forms(token):
            key = (form, *rest)
            if key in self._phrases:
                return Match(self._phrases[key], first, last, token.start + skipped, tokens[last - 1].end)
        return None

    def _forms(self, token: Token) -> Iterable[tuple[str, int]]:
        if self._variants is None or token.kind != "word":
            return ((token.norm, 0),)
        return self._variants(token.norm)

    def _find_openings(self, norm: str) -> tuple[tuple[str, int], ...]:
        assert self._variants is not None
        return tuple((form, skipped) for form, skipped in self._variants(norm) if form in self._longest)

    def _find_closing_length(self, norm: str) -> int:
        assert self._variants is not None
        return max((self._longest_reversed.get(form, 0) for form, _ in self._variants(norm)), default=0)
