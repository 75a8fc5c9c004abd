"""One place or product as the command line shows it: names, parents, codes, and what else the name may mean."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from nlp.model.concept import Concept

GetConcept = Callable[[str], Concept | None]
_COLUMN = 13
"""Width of the words at the left."""
_LENT_COORDINATES = "coordinates_of"
"""The code that says whose coordinates a unit bears that has none of its own."""


def describe(concept: Concept, others: Sequence[Concept], get: GetConcept) -> Iterator[str]:
    """Yield the lines that tell of a concept; `others` are the further ones of the name asked for."""
    yield f"{concept.label}  {concept.id}"
    if concept.place_kind:
        yield _line("kind", concept.place_kind)
    parents = [_name(parent, get) for parent in concept.broader]
    if parents:
        yield _line("lies in" if concept.kind == "place" else "is a", ", ".join(parents))
    where = _where(concept, get)
    if where:
        yield _line("coordinates", where)
    codes = [f"{name} {code}" for name, code in concept.codes.items() if name != _LENT_COORDINATES]
    if codes:
        yield _line("codes", ", ".join(codes))
    for number, (language, label) in enumerate(sorted({"en": concept.label, **concept.labels}.items())):
        yield _line("" if number else "names", f"{language}  {label}")
    if others:
        yield ""
        yield "The name may mean these too:"
    for other in others:
        parents = [_name(parent, get) for parent in other.broader]
        kind = f" ({other.place_kind})" if other.place_kind else ""
        yield f"  {other.id}  {other.label}{kind}{', ' if parents else ''}{', '.join(parents)}"


def to_record(concept: Concept, get: GetConcept) -> dict[str, Any]:
    """The concept as JSON, its parents with their labels."""
    record = concept.model_dump(mode="json", exclude={"broader"}, exclude_none=True)
    record["broader"] = [{"id": parent, "label": _name(parent, get)} for parent in concept.broader]
    return record


def _where(concept: Concept, get: GetConcept) -> str:
    if concept.latitude is None or concept.longitude is None:
        return ""
    lender = concept.codes.get(_LENT_COORDINATES)
    source = f"those of {_name(lender, get)}, which holds it" if lender else "GeoNames"
    return f"{concept.latitude}, {concept.longitude} ({source})"


def _name(concept_id: str, get: GetConcept) -> str:
    found = get(concept_id)
    return found.label if found else concept_id


def _line(word: str, text: str) -> str:
    return f"  {word:<{_COLUMN}}{text}"
