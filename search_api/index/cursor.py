"""Cursors: where a page ended, sealed so that a forged one is told from ours."""

import base64
import binascii
import hashlib
import hmac
import json
from typing import Any, Literal

from pydantic import ValidationError

from nlp.model.span import Record
from search_api.index.error import CursorError
from search_api.query import Query

_SEAL_BYTES = 12
_DIGEST_HEX_DIGITS = 16
_LONGEST_CURSOR = 500
_VERSION = 1


class Position(Record):
    """The last row of a page.

    Under a named sort: `key`, the value sorted by (None among the rows that have none), and the row's `order`.
    Under relevance: how many rows of a `snapshot` were given out.
    """

    kind: Literal["key", "rank"]
    key: int | float | None = None
    order: int = 0
    snapshot: str = ""
    rank: int = 0


def seal_cursor(position: Position, query: Query, secret: bytes) -> str:
    """Return the opaque cursor of a position in the answer to a query."""
    content = {"v": _VERSION, "q": _digest(query), "p": position.model_dump(exclude_defaults=True)}
    payload = json.dumps(content, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_seal(payload, secret) + payload).decode().rstrip("=")


def open_cursor(cursor: str, query: Query, secret: bytes) -> Position:
    """Return the position that a cursor names; raises CursorError where it is not one of this query's."""
    content = _read(cursor, secret)
    if content is None:
        raise CursorError("this cursor was not given out by this index, or was changed on the way")
    if content["q"] != _digest(query):
        raise CursorError("this cursor belongs to another query: other filters, another text or another sort")
    return Position.model_validate(content["p"])


def _read(cursor: str, secret: bytes) -> dict[str, Any] | None:
    if len(cursor) > _LONGEST_CURSOR or not cursor.isascii():
        return None
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    seal, payload = raw[:_SEAL_BYTES], raw[_SEAL_BYTES:]
    if not hmac.compare_digest(seal, _seal(payload, secret)):
        return None
    try:
        content: dict[str, Any] = json.loads(payload)
        Position.model_validate(content["p"])
    except (ValueError, KeyError, ValidationError):
        return None
    return content if content["v"] == _VERSION else None


def _seal(payload: bytes, secret: bytes) -> bytes:
    return hmac.new(secret, payload, hashlib.sha256).digest()[:_SEAL_BYTES]


def _digest(query: Query) -> str:
    content = json.dumps([type(query).__name__, query.conditions()], sort_keys=True).encode()
    return hashlib.sha256(content).hexdigest()[:_DIGEST_HEX_DIGITS]
