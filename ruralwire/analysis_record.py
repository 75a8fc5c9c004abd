"""The output of `analyse`, one record per article: the shape that users script against."""

import json
from typing import Any

from nlp.model.article import Reading

SCHEMA = "ruralwire/1"
_MENTION_FIELDS = {
    "start", "end", "surface", "kind", "concept_id", "label", "place_kind", "parents", "candidates", "confidence",
}  # fmt: skip


def make_record(article_id: str, body: str, reading: Reading) -> dict[str, Any]:
    """Return the record of an article: `body` unchanged, offsets in code points, values as JSON numbers."""
    return {
        "schema": SCHEMA,
        "id": article_id,
        "text_id": reading.text_id,
        "language": reading.language,
        "body": body,
        "mentions": [one.model_dump(mode="json", include=_MENTION_FIELDS) for one in reading.mentions],
        "claims": [one.model_dump(mode="json") for one in reading.claims],
    }


def to_json(record: dict[str, Any], *, indent: int | None = None) -> str:
    """The record as JSON; what UTF-8 cannot hold (unpaired surrogates) is escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(record, ensure_ascii=True, indent=indent)
    return text
