"""What all binding steps share: the text in clauses, and what was found in it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nlp.context import Context
from nlp.lexer import Token
from nlp.model.mention import FoundIn, Mention
from nlp.model.period import FrequencyMention, PeriodMention
from nlp.model.quantity import Figure
from nlp.model.span import Span
from nlp.organisations.named import Named
from nlp.text_view import TextView

_CLAUSE_BREAK = re.compile(r"[,;:،؛，；：、—–()（）](?![0-9])|\s-\s")
_GLUED_COMMA = re.compile(r"(?<=[^0-9\s])[,;](?=[0-9])")
_ENUMERATION = "、"


@dataclass(frozen=True)
class Stage:
    """A text ready for binding; figures, mentions and periods in text order."""

    view: TextView
    context: Context
    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    periods: tuple[PeriodMention, ...]
    frequencies: tuple[FrequencyMention, ...]
    named: tuple[Named, ...] = ()
    """Organisations and programmes that no lexicon holds; the organisations among them are mentions too."""

    @cached_property
    def tokens(self) -> list[Token]:
        """Tokens of the folded text."""
        return self.view.tokens

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each token starts, for bisection."""
        return [token.start for token in self.tokens]

    def token_at(self, offset: int) -> int:
        """Index of the token at or after this offset."""
        index = bisect_right(self.token_starts, offset) - 1
        if index >= 0 and self.tokens[index].end > offset:
            return index
        return index + 1

    @cached_property
    def clause_starts(self) -> list[int]:
        """Where clauses begin: at sentences and after commas, colons, brackets."""
        starts = {sentence.start for sentence in self.view.sentences}
        for found in _CLAUSE_BREAK.finditer(self.view.folded):
            if self.view.body[found.start()] != _ENUMERATION:
                starts.add(found.end())
        return sorted(starts)

    def clause_at(self, offset: int) -> Span:
        """The clause at this offset, within its sentence."""
        sentence = self.view.sentence_at(offset)
        at = bisect_right(self.clause_starts, offset)
        start = self.clause_starts[at - 1] if at else sentence.start
        end = self.clause_starts[at] if at < len(self.clause_starts) else sentence.end
        return Span(start=max(start, sentence.start), end=max(start, min(end, sentence.end)))

    @cached_property
    def phrase_starts(self) -> list[int]:
        """Where clauses begin, and where a comma without white space is followed by a number: 下降两成，5月起."""
        glued = {found.end() for found in _GLUED_COMMA.finditer(self.view.folded)}
        return sorted(glued | set(self.clause_starts))

    def phrase_at(self, offset: int) -> Span:
        """The clause at this offset, cut at commas that stand glued before a number too."""
        clause = self.clause_at(offset)
        at = bisect_right(self.phrase_starts, offset)
        start = self.phrase_starts[at - 1] if at else clause.start
        end = self.phrase_starts[at] if at < len(self.phrase_starts) else clause.end
        return Span(start=max(start, clause.start), end=max(start, clause.start, min(end, clause.end)))

    def in_headline(self, offset: int) -> bool:
        """True where the offset lies in the headline."""
        headline = self.view.headline
        return headline is not None and headline.start <= offset < headline.end

    def found_in(self, figure: Span, other: Span) -> FoundIn:
        """How far the words stand from the figure."""
        if self.clause_at(figure.start) == self.clause_at(other.start):
            return "clause"
        if self.view.sentence_index(figure.start) == self.view.sentence_index(other.start):
            return "sentence"
        return "headline" if self.in_headline(other.start) else "paragraph"

    def mentions_in(self, span: Span, kind: str) -> list[Mention]:
        """Mentions of a kind that begin within the span."""
        return [one for one in self.mentions if one.kind == kind and span.start <= one.start < span.end]

    def figures_in(self, span: Span) -> list[Figure]:
        """Figures that begin within the span."""
        return [one for one in self.figures if span.start <= one.start < span.end]

    def sentence_span(self, figure: Span, *, back: int = 0) -> Span:
        """The figure's sentence, or the one `back` sentences before it (empty where there is none)."""
        index = self.view.sentence_index(figure.start) - back
        return self.view.sentences[index] if 0 <= index < len(self.view.sentences) else Span(start=0, end=0)


def nearest(spans: Sequence[Span], figure: Span) -> Span | None:
    """The span with the fewest characters between it and the figure; one before wins a draw."""

    def distance(span: Span) -> tuple[int, int]:
        if span.end <= figure.start:
            return figure.start - span.end, 0
        return max(0, span.start - figure.end), 1

    return min(spans, key=distance, default=None)
