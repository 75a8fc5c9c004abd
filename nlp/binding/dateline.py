"""Datelines (NASHIK, India, 3 June (PTI) -, 本报成都12月15日电) are of the report, not of its figures."""

import re

from nlp.model.span import Span
from nlp.text_view import TextView

_LONGEST = 90
"""Code points from the beginning of a paragraph to the sign that closes a dateline."""
_CLOSING = re.compile(
    r"""
    ^ (?P<line> [^.!?。！？\n]{0,70}? (?: \d{1,2}[.]? [^.!?。！？\n]{0,20}? )? )
    (?: \s* (?: -- | — | – | \s-\s | \)\s*[-–—/.:] | /[^/\n]{2,20}/ | [）)]\s ) | 日?电 )
    """,
    re.VERBOSE,
)
_TOWN_FIRST = re.compile(r"^[A-ZÀ-ÖØ-ÞА-ЯЁ][A-ZÀ-ÖØ-ÞА-ЯЁ'’\- ]{2,}[,(\s]|^[^\n]{0,12}[0-9]{1,2}月|^[^\n]{0,40}[(（]")

_TOWN_AND_DAY = re.compile(
    r"^[A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’-]+(?: [A-ZÀ-ÖØ-ÞА-ЯЁ][\w'’-]+){0,2}(?:, ?| ?\()"
    r"(?:[^\W\d_]+ [0-9]{1,2}|(?:le )?[0-9]{1,2}(?:er)?(?: de)? [^\W\d_]+)\b"
)
"""A town in small letters, then a day: Tashkent, 17 October. The town may well be where the rest happens."""


def find_dateline_days(view: TextView) -> tuple[Span, ...]:
    """Return the heads of the first paragraphs whose day is that of the report alone."""
    heads = (view.body[one.start : min(one.end, one.start + _LONGEST)] for one in view.paragraphs[:3])
    closings = [(head, _CLOSING.match(head)) for head in heads]
    return tuple(
        Span(start=paragraph.start, end=paragraph.start + closing.end())
        for paragraph, (head, closing) in zip(view.paragraphs[:3], closings, strict=True)
        if closing is not None and _TOWN_AND_DAY.match(head) is not None
    )


def find_datelines(view: TextView) -> tuple[Span, ...]:
    """Return the datelines at the head of the first paragraphs; none where a paragraph begins otherwise."""
    found = []
    for paragraph in view.paragraphs[:3]:
        if view.headline is not None and paragraph.start <= view.headline.start < paragraph.end:
            continue
        head = view.body[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
        closing = _CLOSING.match(head)
        if closing is not None and _TOWN_FIRST.match(head) is not None:
            found.append(Span(start=paragraph.start, end=paragraph.start + closing.end()))
    return tuple(found)
