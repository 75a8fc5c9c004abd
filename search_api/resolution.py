"""Turns the names of places, products and organisations in a query into concept ids."""

from collections.abc import Callable, Iterable, Sequence

from nlp.model.concept import Concept, ConceptKind
from search_api.index.protocol import Concepts
from search_api.invalid import shorten
from search_api.query import Candidate, QueryError, QueryRefusedError

PREFIXES: dict[ConceptKind, str] = {"place": "place:", "product": "product:", "organisation": "org:"}
_MOST_CANDIDATES = 20
_MOST_NAMED = 3
Holds = Callable[[ConceptKind, str], bool]
"""True where the index holds a concept of this kind and id."""


def resolve_names(
    kind: ConceptKind, names: Sequence[str], concepts: Concepts | None, *, holds: Holds | None = None
) -> tuple[str, ...]:
    """Return the concept ids of names; what is an id already stays.

    Raises QueryRefusedError with all names that nothing has or that several things have, and what each may mean. An
    id that no lexicon knows is taken where `holds` finds it.
    """
    ids: dict[str, None] = {}
    wrong: list[QueryError] = []
    for name in names:
        try:
            ids[_resolve(kind, name, concepts, holds)] = None
        except QueryError as error:
            wrong.append(error)
    if wrong:
        raise QueryRefusedError(wrong)
    return tuple(ids)


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


def _resolve(kind: ConceptKind, name: str, concepts: Concepts | None, holds: Holds | None) -> str:
    prefix = PREFIXES[kind]
    if name.startswith(prefix):
        return _check_id(kind, name, concepts, holds)
    if concepts is None:
        raise QueryError(
            f"{shorten(name)!r} is no id, and this service knows no names",
            where=kind,
            hint=f"Give a concept id, such as those in `{kind}s` of a claim: {kind}={prefix}…",
            value=name,
        )
    found = concepts.resolve(kind, name)
    if len(found) == 1:
        return found[0].id
    near = [one for one in concepts.suggest(kind, name) if one not in found]
    # Beside those of exactly this name only what is most alike is meant.
    near = near[:1] if found else near
    candidates = list(_make_candidates((*found[:_MOST_CANDIDATES], *near), concepts))
    if not found:
        raise _unknown(kind, f"no {kind} is called {shorten(name)!r}", name, candidates)
    named = candidates[:_MOST_NAMED] + (candidates[len(found) :][:1] if len(found) > _MOST_NAMED else [])
    more = " …" if len(candidates) > len(named) else ""
    raise QueryError(
        f"{shorten(name)!r} names {len(found)} {kind}s",
        where=kind,
        hint=f"Ask again with the id of the one that is meant: {_list(named)}{more}",
        value=name,
        candidates=candidates,
    )


def _check_id(kind: ConceptKind, concept_id: str, concepts: Concepts | None, holds: Holds | None) -> str:
    if concepts is None or concepts.get(concept_id) is not None or (holds is not None and holds(kind, concept_id)):
        return concept_id
    # Ids of products and organisations are made of their names, and so are those that people guess.
    words = concept_id.removeprefix(PREFIXES[kind]).replace("-", " ").replace("_", " ")
    near = [*concepts.resolve(kind, words), *concepts.suggest(kind, words)]
    candidates = list(_make_candidates(dict.fromkeys(near), concepts))
    raise _unknown(kind, f"no {kind} has the id {shorten(concept_id)!r}", concept_id, candidates)


def _unknown(kind: ConceptKind, error: str, value: str, candidates: Sequence[Candidate]) -> QueryError:
    meant = f"Did you mean {_list(candidates[:_MOST_NAMED])}? " if candidates else ""
    hint = f"{meant}Check the spelling, give a concept id ({kind}={PREFIXES[kind]}…), or search the words with q=."
    return QueryError(error, where=kind, hint=hint, value=value, candidates=candidates)


def _list(candidates: Iterable[Candidate]) -> str:
    return ", ".join(f"{one.id} ({', '.join((one.label, *one.parents[:1]))})" for one in candidates)


def _make_candidates(found: Iterable[Concept], concepts: Concepts) -> Iterable[Candidate]:
    for concept in found:
        parents = (concepts.get(parent) for parent in concept.broader)
        labels = tuple(parent.label for parent in parents if parent is not None)
        yield Candidate(id=concept.id, label=concept.label, parents=labels)
