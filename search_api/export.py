"""Answers that stream every row found, in flat memory."""

from collections.abc import Iterable, Iterator
from itertools import islice

from fastapi.responses import StreamingResponse

from nlp.model.span import Record

_MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
_ROWS_AT_ONCE = 200


def write_jsonl(rows: Iterable[Record]) -> Iterator[str]:
    """Yield records as JSON Lines, some hundred at a time."""
    iterator = iter(rows)
    while batch := list(islice(iterator, _ROWS_AT_ONCE)):
        yield "".join(f"{row.model_dump_json()}\n" for row in batch)


def stream_export(chunks: Iterator[str], format_name: str, *, stem: str) -> StreamingResponse:
    """Return a streamed answer that browsers save as `stem` with the ending of the format."""
    return StreamingResponse(
        chunks,
        media_type=_MEDIA_TYPES[format_name],
        headers={"Content-Disposition": f'attachment; filename="{stem}.{format_name}"'},
    )
