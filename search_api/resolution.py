"""Turns the names of places, products and organisations in a query into concept ids."""

from collections.abc import Sequence

from nlp.model.concept import Concept, ConceptKind
from search_api.index.protocol import Concepts
from search_api.problem import AmbiguousNameError, Candidate
from search_api.query import QueryError

_PREFIXES = {"place": "place:", "product": "product:", "organisation": "org:"}
_MOST_CANDIDATES = 20


def resolve_names(kind: ConceptKind, names: Sequence[str], concepts: Concepts | None) -> tuple[str, ...]:
    """Return the concept ids of names; what is an id already stays.

    Raises AmbiguousNameError with the candidates where several things have a name, QueryError where none has.
    """
    return tuple(dict.fromkeys(_resolve(kind, name, concepts) for name in names))


def concept_label(concept_id: str, concepts: Concepts | None) -> str:
    """Return the English name of a concept, else its id in words.

    >>> concept_label("place:li-county", None)
    'Li county'
    """
    concept = concepts.get(concept_id) if concepts is not None else None
    if concept is not None:
        return concept.label
    words = concept_id.partition(":")[2].replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:] if words else concept_id


def _resolve(kind: ConceptKind, name: str, concepts: Concepts | None) -> str:
    prefix = _PREFIXES[kind]
    if name.startswith(prefix):
        return name
    if concepts is None:
        raise QueryError(
            f"{name!r} is no id, and this service knows no names",
            where=kind,
            hint=f"Give a concept id, such as those in `{kind}s` of a claim: {kind}={prefix}…",
        )
    found = concepts.resolve(kind, name)
    if not found:
        raise QueryError(
            f"no {kind} is called {name!r}",
            where=kind,
            hint=f"Check the spelling, give a concept id ({kind}={prefix}…), or search the words with q=.",
        )
    if len(found) > 1:
        candidates = [_candidate(concept, concepts) for concept in found[:_MOST_CANDIDATES]]
        raise AmbiguousNameError(
            f"{name!r} names {len(found)} {kind}s",
            where=kind,
            value=name,
            hint="Ask again with the id of the one that is meant: "
            + ", ".join(f"{one.id} ({', '.join((one.label, *one.parents[:1]))})" for one in candidates[:3])
            + (" …" if len(candidates) > 3 else ""),
            candidates=candidates,
        )
    return found[0].id


def _candidate(concept: Concept, concepts: Concepts) -> Candidate:
    parents = (concepts.get(parent) for parent in concept.broader)
    return Candidate(
        id=concept.id, label=concept.label, parents=tuple(parent.label for parent in parents if parent is not None)
    )
