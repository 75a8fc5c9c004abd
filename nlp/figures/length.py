"""Lengths of hours and minutes: figures of their own ("paid within 48 hours"), or when another figure held."""

import re
from collections.abc import Sequence

from nlp.figures.draft import Draft
from nlp.model.period import PeriodMention
from nlp.text_view import TextView

_CLAUSE_BREAK = re.compile(r"[,;:،؛，；：。.!?](?![0-9])")


def is_short_length(mention: PeriodMention) -> bool:
    """True for "in two hours": no day can be told of it."""
    return mention.period.duration_days == 0 and mention.period.start is None and mention.period.end is None


def drop_lengths(view: TextView, drafts: list[Draft], lengths: Sequence[PeriodMention]) -> list[Draft]:
    """The drafts without those that say over what time another figure of their clause holds."""
    if not lengths:
        return drafts
    kept = []
    for position, draft in enumerate(drafts):
        length = next((one for one in lengths if one.start < draft.end and draft.start < one.end), None)
        near = drafts[max(0, position - 1) : position] + drafts[position + 1 : position + 2]
        if length is None or not any(_share_clause(view, draft, other) for other in near):
            kept.append(draft)
    return kept


def _share_clause(view: TextView, one: Draft, other: Draft) -> bool:
    first, second = sorted((one, other), key=lambda draft: draft.start)
    return _CLAUSE_BREAK.search(view.folded, first.end, second.start) is None
