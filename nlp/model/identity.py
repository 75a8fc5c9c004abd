"""Ids as digests, so that writing twice is writing once."""

import hashlib

ID_HEX_DIGITS = 32


def _digest(*parts: str) -> str:
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:ID_HEX_DIGITS]


def make_article_id(url_or_given_id: str) -> str:
    """Id of the article of a canonical URL, or of one's own text with a given id (32 hex digits)."""
    return _digest("article", url_or_given_id)


def make_text_id(body: str) -> str:
    """Id of a text: SHA-256 of its content, the first 32 hex digits.

    >>> make_text_id("")
    'e3b0c44298fc1c149afbf4c8996fb924'
    """
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:ID_HEX_DIGITS]


def make_claim_id(article_id: str, text_id: str, number_start: int) -> str:
    """Id of the claim of the number that begins at `number_start` (code points) of a text of an article."""
    return _digest("claim", article_id, text_id, str(number_start))


def make_capture_id(url: str, captured_at: str, payload_digest: str) -> str:
    """Id of a capture: of one URL, at one moment, of one payload."""
    return _digest("capture", url, captured_at, payload_digest)
