"""Content codings of HTTP: a kept payload decoded to what the server meant, within a bound."""

import zlib

from nlp.model.article import Rejection

_GZIP_OR_ZLIB = 47  # window bits: 15, and 32 for telling the two apart by their headers
_RAW_DEFLATE = -15


def decode_payload(payload: bytes, coding: str, *, max_bytes: int) -> bytes | Rejection:
    """Return the payload without its content coding, or why that cannot be."""
    for name in reversed([part.strip().lower() for part in coding.split(",") if part.strip()]):
        if name == "identity":
            continue
        if name not in ("gzip", "x-gzip", "deflate"):
            return Rejection(stage="decode", reason="content_coding", detail=f"{name}: expected gzip or deflate")
        decoded = _inflate(payload, max_bytes)
        if isinstance(decoded, Rejection):
            return decoded
        payload = decoded
    return payload


def _inflate(payload: bytes, max_bytes: int) -> bytes | Rejection:
    # Some servers send "deflate" without the zlib header that the standard asks for.
    for window_bits in (_GZIP_OR_ZLIB, _RAW_DEFLATE):
        decompressor = zlib.decompressobj(window_bits)
        try:
            content = decompressor.decompress(payload, max_bytes + 1)
        except zlib.error as error:
            problem = str(error)
            continue
        if len(content) > max_bytes:
            return Rejection(stage="decode", reason="too_large", detail=f"over {max_bytes} bytes when unpacked")
        return content
    return Rejection(stage="decode", reason="content_coding", detail=problem)
