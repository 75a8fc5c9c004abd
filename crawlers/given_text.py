"""One's own texts: lines of JSON with id, text and what is known of them."""

import difflib
import json
from datetime import datetime
from typing import Any

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from crawlers.extracted_page import ExtractedPage
from crawlers.url import parse_link
from nlp.language import identify_language
from nlp.model.article import Rejection
from nlp.text_view import find_headline

MEDIA_TYPE = "application/json"
GIVEN_PREFIX = "urn:ruralwire:text:"
"""Stands before the given id where a text has no URL."""
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""JSON can name halves of surrogate pairs, which no file of UTF-8 and no index can hold."""


class GivenText(BaseModel):
    """One line: one text."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    text: str
    language: str | None = None
    title: str | None = None
    published_at: AwareDatetime | datetime | None = None
    url: str | None = None


def parse_given_text(line: str | bytes) -> GivenText | str:
    """Return the text of a line of JSON, or what is wrong with the line."""
    try:
        values: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not valid JSON: {error}"
    if not isinstance(values, dict):
        return 'not a JSON object: expected {"id": …, "text": …}'
    for name in ("id", "text"):
        if name not in values:
            near = difflib.get_close_matches(name, values, n=1)
            meant = f': is "{near[0]}" meant?' if near else ': expected {"id": …, "text": …}'
            return f'no "{name}"{meant}'
    values = {key: value.translate(_SURROGATES) if isinstance(value, str) else value for key, value in values.items()}
    if isinstance(values["id"], int):
        values["id"] = str(values["id"])
    try:
        return GivenText.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        return f'"{".".join(str(part) for part in first["loc"])}": {first["msg"]}'


def make_given_url(given: GivenText) -> str:
    """The text's URL, or a name made of its id."""
    return (given.url and parse_link(given.url, given.url)) or f"{GIVEN_PREFIX}{given.id}"


def extract_given_text(payload: bytes) -> ExtractedPage | Rejection:
    """Read a captured line: its text stays as given, a byte order mark aside."""
    given = parse_given_text(payload)
    if isinstance(given, str):
        return Rejection(stage="import", reason="bad_line", detail=given)
    body = given.text.removeprefix("\ufeff")
    if not body.strip():
        return Rejection(stage="extract", reason="empty_page")
    return ExtractedPage(
        body=body,
        headline=find_headline(body, title=given.title),
        title=given.title or "",
        published_at=given.published_at,
        canonical_url=make_given_url(given),
        language=given.language or identify_language(body),
    )
