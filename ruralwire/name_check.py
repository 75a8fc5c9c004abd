"""Names of sources and places that users give, checked: a wrong one is told with what is near."""

import difflib
from collections.abc import Iterable, Sequence

from search_api.index.protocol import Concepts
from search_api.query import QueryError, QueryRefusedError
from search_api.resolution import resolve_names
from settings.error import ConfigError
from settings.source import Source

_MOST_NEAR = 3
_LEAST_LIKENESS = 0.5


def require_known_sources(names: Iterable[str], sources: Sequence[Source]) -> None:
    """Raise ConfigError for a name that is no source's id, with the nearest ids."""
    ids = {source.id for source in sources}
    for name in names:
        if name not in ids:
            near = find_near_sources(name, sources)
            meant = f"did you mean {' or '.join(near)}? " if near else ""
            raise ConfigError(f'no source "{name}": {meant}`ruralwire sources --all` lists all {len(ids)}.')


def find_near_sources(name: str, sources: Sequence[Source]) -> list[str]:
    """Return the ids of the sources with the most similar id or name, best first."""
    spellings = {source.id: source.id for source in sources} | {source.name.lower(): source.id for source in sources}
    wanted = name.strip().lower()
    near = difflib.get_close_matches(wanted, spellings, n=2 * _MOST_NEAR, cutoff=_LEAST_LIKENESS)
    holding = [source_id for spelling, source_id in spellings.items() if wanted and wanted in spelling]
    return list(dict.fromkeys([*(spellings[one] for one in near), *holding]))[:_MOST_NEAR]


def resolve_places(names: Sequence[str], concepts: Concepts) -> tuple[str, ...]:
    """Return the concept ids of places; raises ConfigError for unknown or ambiguous names, with what they may mean."""
    try:
        return resolve_names("place", names, concepts)
    except QueryRefusedError as error:
        raise ConfigError("\n".join(_describe(one) for one in error.errors)) from None


def _describe(error: QueryError) -> str:
    listed = "".join(f"\n  {one.id}  {', '.join((one.label, *one.parents))}" for one in error.candidates)
    advice = f" Name the one that is meant by its id:{listed}" if listed else " Check its spelling."
    return f"{error}.{advice}"
