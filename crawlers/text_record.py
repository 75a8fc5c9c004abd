"""Texts and outcomes as WARC records: `conversion` and `metadata`, which refer to their capture."""

from uuid import UUID

from crawlers.archive import Archive, ArchiveError, ArchiveWriter, Location
from crawlers.outcome import Outcome
from crawlers.warc import WarcRecord
from nlp.model.identity import make_text_id

TEXT_FIELD = "Ruralwire-Text"
"""The named field of a conversion record that holds the text's id."""
_EXTRACTOR_FIELD = "Ruralwire-Extractor"
_TEXT_TYPE = "text/plain; charset=utf-8"
_OUTCOME_TYPE = "application/json"


def append_outcome(
    writer: ArchiveWriter, outcome: Outcome, *, url: str, bodies: dict[str, str]
) -> tuple[dict[str, Location], Location]:
    """Append new texts (bodies by text id) and the outcome together; return where they stand."""
    refers_to = {"WARC-Refers-To": f"<urn:uuid:{UUID(hex=outcome.capture_id)}>"}
    texts = [
        WarcRecord(
            "conversion",
            url,
            outcome.decided_at,
            body.encode("utf-8", "surrogatepass"),
            content_type=_TEXT_TYPE,
            fields={**refers_to, TEXT_FIELD: text_id, _EXTRACTOR_FIELD: outcome.extractor},
        )
        for text_id, body in bodies.items()
    ]
    note = WarcRecord(
        "metadata",
        url,
        outcome.decided_at,
        outcome.model_dump_json().encode(),
        content_type=_OUTCOME_TYPE,
        fields=refers_to,
    )
    *text_locations, last = writer.append([*texts, note])
    return dict(zip(bodies, text_locations, strict=True)), last


def read_outcome(record: WarcRecord) -> Outcome | None:
    """Return the outcome that a metadata record holds; None for other records."""
    if record.type != "metadata" or record.content_type != _OUTCOME_TYPE:
        return None
    return Outcome.model_validate_json(record.payload)


def read_body(archive: Archive, file: str, offset: int, *, text_id: str) -> str:
    """Return a text's body; raises ArchiveError where it is not the one that the id names."""
    body = archive.read(file, offset).payload.decode("utf-8", "surrogatepass")
    if make_text_id(body) != text_id:
        raise ArchiveError(f"{archive.folder / file}, byte {offset}: not the text {text_id}: the file was changed.")
    return body
