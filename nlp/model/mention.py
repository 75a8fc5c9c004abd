"""Where a text names a thing, and how a claim is bound to it."""

from typing import Literal

from pydantic import Field

from nlp.model.concept import ConceptKind, PlaceKind
from nlp.model.span import Record, Words

Role = Literal["of", "from", "to", "at"]
FoundIn = Literal["clause", "sentence", "paragraph", "headline"]


class MentionCandidate(Record):
    """Another concept that the same words may name."""

    concept_id: str
    label: str
    score: float = Field(ge=0, le=1)


class Mention(Words):
    """A span that names a place, product or organisation, verbatim in `surface`.

    `concept_id` and `label` are None for what no gazetteer or lexicon holds; `parents` are English labels,
    nearest first. `place_kind` is told even for unlinked places (a village found by its trigger noun).
    """

    kind: ConceptKind
    concept_id: str | None = None
    label: str | None = None
    place_kind: PlaceKind | None = None
    parents: tuple[str, ...] = ()
    parent_ids: tuple[str, ...] = ()
    """Concept ids of the linked parents, nearest first (for an unlinked village: of what holds it)."""
    candidates: tuple[MentionCandidate, ...] = ()
    confidence: float = Field(default=1.0, ge=0, le=1)


class Binding(Words):
    """What a claim is tied to: the author's words beside what they were linked to."""

    concept_id: str | None = None
    label: str | None = None
    role: Role | None = None
    parents: tuple[str, ...] = ()
    found_in: FoundIn = "sentence"
    confidence: float = Field(default=1.0, ge=0, le=1)
