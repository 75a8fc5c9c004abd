"""What the sample site answers to a request: a value, whatever sends it."""

import hashlib

from nlp.model.span import Record


class Response(Record):
    """An answer over HTTP."""

    status: int = 200
    headers: dict[str, str] = {}
    body: bytes = b""
    repeat: int = 1
    """How many times the body is sent: a response that is too large to be held."""


def make_response(
    text: str,
    media_type: str,
    *,
    encoding: str = "utf-8",
    header_charset: str = "utf-8",
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> Response:
    """Return a text as a response. What the encoding cannot hold becomes a character reference, as on real pages."""
    content_type = f"{media_type}; charset={header_charset}" if header_charset else media_type
    body = text.encode(encoding, "xmlcharrefreplace")
    return Response(status=status, headers={"Content-Type": content_type, **(headers or {})}, body=body)


def with_etag(response: Response) -> Response:
    """Return the response with the version of its body, for conditional requests."""
    etag = f'"{hashlib.sha256(response.body).hexdigest()[:16]}"'
    return response.model_copy(update={"headers": {**response.headers, "ETag": etag}})
