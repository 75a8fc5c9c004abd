"""One's own texts: lines of JSON with id, text and what is known of them."""

import difflib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crawlers.extracted_page import ExtractedPage
from crawlers.url import parse_link
from nlp.language import identify_language
from nlp.model.article import Rejection
from nlp.pack import LANGUAGES
from nlp.text_view import find_headline

MEDIA_TYPE = "application/json"
GIVEN_PREFIX = "urn:ruralwire:text:"
"""Stands before the given id where a text has no URL."""
EXPECTED = '{"id": "…", "text": "…"}'
_OTHERS = ("title", "url", "language", "published_at", "country")
_LONGEST_LANGUAGE = len("zh-Hant-TW")
_BYTE_ORDER_MARK = "\ufeff"
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""JSON can name halves of surrogate pairs, which no file of UTF-8 and no index can hold."""


@dataclass(frozen=True, slots=True)
class GivenText:
    """One text as it was given, a byte order mark aside."""

    id: str
    text: str
    language: str | None = None
    """The first part of a language tag, in lower case."""
    title: str | None = None
    published_at: datetime | None = None
    url: str | None = None
    country: str | None = None


def parse_given_text(line: str | bytes) -> GivenText | str:
    """Return the text of a line of JSON, or what is wrong with the line and what would be right.

    >>> parse_given_text('{"id": "a", "text": 7}')
    '"text" is 7: it should be a string'
    """
    if isinstance(line, bytes):
        try:
            line = line.decode("utf-8")
        except UnicodeDecodeError as error:
            return f"byte {error.start} is not UTF-8; convert the text to UTF-8"
    try:
        values: Any = json.loads(line.removeprefix(_BYTE_ORDER_MARK))
    except (ValueError, RecursionError) as error:
        return f"not JSON ({error}); a line is {EXPECTED}"
    return parse_given_values(values)


def parse_given_values(values: Any) -> GivenText | str:
    """Return the text of a JSON object, or what is wrong with it; unknown keys are the user's own."""
    if not isinstance(values, dict):
        return f"not a JSON object: a text is {EXPECTED}"
    for name in ("id", "text"):
        if name not in values:
            near = difflib.get_close_matches(name, values, n=1)
            return f'no "{name}"' + (f': is "{near[0]}" meant?' if near else f": a text is {EXPECTED}")
    if isinstance(values["id"], int) and not isinstance(values["id"], bool):
        values = {**values, "id": str(values["id"])}
    for name in ("id", "text", *_OTHERS):
        value = values.get(name)
        if not isinstance(value, str) and (value is not None or name in ("id", "text")):
            return f'"{name}" is {_show(value)}: it should be a string'
    if not values["id"]:
        return '"id" is empty: it should name the text'
    language = values.get("language") or None
    if language is not None and len(language) > _LONGEST_LANGUAGE:
        return f'"language" is {_show(language)}: the six are {", ".join(LANGUAGES)}'
    try:
        published_at = parse_moment(values["published_at"]) if values.get("published_at") else None
    except ValueError as error:
        return f'"published_at": {error}'
    return GivenText(
        id=values["id"],
        text=values["text"].removeprefix(_BYTE_ORDER_MARK),
        language=language.split("-")[0].lower() if language else None,
        title=values.get("title"),
        published_at=published_at,
        url=values.get("url"),
        country=values.get("country"),
    )


def parse_moment(text: str) -> datetime:
    """Parse a date or date and time in ISO 8601; raises ValueError with what would be right.

    >>> parse_moment("2020-03-23").isoformat()
    '2020-03-23T00:00:00'
    """
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{_show(text)} is no date: write 2020-03-23 or 2020-03-23T08:00:00+08:00") from None


def make_given_url(given: GivenText) -> str:
    """The text's URL, or a name made of its id."""
    url = (given.url and parse_link(given.url, given.url)) or f"{GIVEN_PREFIX}{given.id}"
    return url.translate(_SURROGATES)


def extract_given_text(payload: bytes) -> ExtractedPage | Rejection:
    """Read a captured line: its text stays as given, a byte order mark and halves of surrogate pairs aside."""
    given = parse_given_text(payload)
    if isinstance(given, str):
        return Rejection(stage="import", reason="bad_line", detail=given)
    body, title = given.text.translate(_SURROGATES), (given.title or "").translate(_SURROGATES)
    if not body.strip():
        return Rejection(stage="extract", reason="empty_page")
    return ExtractedPage(
        body=body,
        headline=find_headline(body, title=title or None),
        title=title,
        published_at=given.published_at,
        canonical_url=make_given_url(given),
        language=given.language or identify_language(body),
    )


def _show(value: Any) -> str:
    """A value as JSON has it, no longer than a message may be."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]}…"
