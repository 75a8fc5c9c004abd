"""The output of `analyse`, one record per article: the shape that users script against."""

import json
import re
from typing import Any

from nlp.model.article import Reading

SCHEMA = "ruralwire/1"
_SURROGATE = re.compile("[\ud800-\udfff]")
_MENTION_FIELDS = {
    "start", "end", "surface", "kind", "concept_id", "label", "place_kind", "parents", "candidates", "confidence",
}  # fmt: skip


def make_record(article_id: str, body: str, reading: Reading) -> dict[str, Any]:
    """Return the record of an article: `body` unchanged, offsets in code points, values as JSON numbers."""
    mentions = [one.model_dump(mode="json", include=_MENTION_FIELDS) for one in reading.mentions]
    claims = [one.model_dump(mode="json") for one in reading.claims]
    if _SURROGATE.search(body):
        mentions, claims = _cut(mentions, body), _cut(claims, body)
    return {
        "schema": SCHEMA,
        "id": article_id,
        "text_id": reading.text_id,
        "language": reading.language,
        "body": body,
        "mentions": mentions,
        "claims": claims,
    }


def _cut(value: Any, body: str) -> Any:
    """Cut the words of every span from the body as it was given: the reader sees U+FFFD for unpaired surrogates."""
    if isinstance(value, list):
        return [_cut(one, body) for one in value]
    if not isinstance(value, dict):
        return value
    cut = {name: _cut(one, body) for name, one in value.items()}
    if "surface" in cut:
        start, end = cut.get("span") or (cut.get("start"), cut.get("end"))
        cut["surface"] = body[start:end]
    elif set(cut) == {"start", "end", "text"}:
        cut["text"] = body[cut["start"] : cut["end"]]
    return cut


def to_json(record: dict[str, Any], *, indent: int | None = None) -> str:
    """The record as JSON; what UTF-8 cannot hold (unpaired surrogates) is escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(record, ensure_ascii=True, indent=indent)
    return text
