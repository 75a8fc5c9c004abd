"""Cuts a sentence into the stretches over which one time governs."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from nlp.binding.stage import Stage
from nlp.binding.time_pack import TimePack
from nlp.model.period import PeriodMention
from nlp.model.span import Span

_HARD_BREAK = re.compile(r"[;؛；]")
_LEAD = re.compile(r"(?<![^\W_])(?:and|et|y|и|а|while|و) ?$|[和及与]$")
"""A conjunction right before words of time begins a stretch of their own: "300 in May and, in June, 400"."""
_LEAD_REACH = 12
_PREPOSITIONS = re.compile(r"(?:in|on|by|during|over|for|en|au|à|le|a|el|durante|в|за|на|к|с|في|خلال|the|la|,|\s)*$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence: a main clause, or a subordinate one, whose time governs nothing outside."""

    start: int
    end: int
    is_subordinate: bool
    is_clause: bool
    """True where a word (which, but, and has) opens it, so that a verb of its own follows."""
    depth: int
    """How many semicolons stand before it in the sentence."""

    @property
    def span(self) -> Span:
        """Its span."""
        return Span(start=self.start, end=self.end)


def cut_sentence(stage: Stage, pack: TimePack, sentence: Span, periods: list[PeriodMention]) -> tuple[Segment, ...]:
    """Return the segments of a sentence in order; they cover it."""
    folded = stage.view.folded
    opens: dict[int, bool] = {sentence.start: False}
    clauses: set[int] = set()
    for start in stage.phrase_starts[
        bisect_right(stage.phrase_starts, sentence.start) : bisect_right(stage.phrase_starts, sentence.end)
    ]:
        opens[start] = False
    for found in pack.coordinate.finditer(folded, sentence.start, sentence.end):
        at = _after_space(folded, sentence, found.start(), opens)
        opens.setdefault(at, False)
        clauses.add(at)
    for period in periods:
        lead = _lead(folded, sentence, period)
        if lead is not None:
            opens.setdefault(lead, False)
    for found in pack.subordinate.finditer(folded, sentence.start, sentence.end):
        at = _after_space(folded, sentence, found.start(), opens)
        opens[at] = True
        clauses.add(at)
    starts = sorted(opens)
    ends = [*starts[1:], sentence.end]
    return tuple(
        Segment(start, end, opens[start], start in clauses, len(_HARD_BREAK.findall(folded, sentence.start, start)))
        for start, end in zip(starts, ends, strict=True)
        if start < end
    )


def _after_space(folded: str, sentence: Span, at: int, opens: dict[int, bool]) -> int:
    """The border that stands before this word but for white space, else the word's own start."""
    before = at
    while before > sentence.start and folded[before - 1].isspace():
        before -= 1
    return before if before in opens else at


def _lead(folded: str, sentence: Span, period: PeriodMention) -> int | None:
    """Where a conjunction stands right before words of time."""
    head = folded[max(sentence.start, period.start - _LEAD_REACH) : period.start]
    bare = _PREPOSITIONS.sub("", head)
    found = _LEAD.search(bare) or _LEAD.search(bare + " ")
    if found is None or not found.start():
        return None
    return period.start - len(head) + found.start()
