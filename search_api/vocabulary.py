"""The closed vocabularies of a question: measures, units and sources, checked with the nearest valid one."""

from collections.abc import Iterator
from functools import cache

from nlp.lexer import tokenize
from nlp.pack import LANGUAGES, load_toml
from nlp.unit import load_unit_table, load_units
from search_api.invalid import shorten
from search_api.measure import load_measure_names, measure_name
from search_api.nearness import find_nearest
from search_api.query import Candidate, QueryError
from search_api.service import Service

_MOST_CANDIDATES = 3


def read_measure(name: str) -> str:
    """Return the id of a measure by its id or its name in any language; raises QueryError."""
    known = load_measure_names()
    wanted = name.strip().casefold()
    if wanted in known:
        return wanted
    spellings = {label.casefold(): measure for measure, names in known.items() for label in names.values()}
    if wanted in spellings:
        return spellings[wanted]
    spellings |= {measure: measure for measure in known}
    near = list(dict.fromkeys(spellings[one] for one in find_nearest(wanted, spellings, most=_MOST_CANDIDATES)))
    raise QueryError(
        f"no measure is called {shorten(name)!r}",
        where="measure",
        hint=_meant(near) + f"Valid: {', '.join(sorted(known))}.",
        value=name,
        candidates=[Candidate(id=one, label=measure_name(one)) for one in near],
    )


def check_unit(unit: str, service: Service, *, where: str = "unit") -> str:
    """Return a unit that the vocabulary knows or the index holds; raises QueryError.

    Counted things are an open class: a text may count what no vocabulary holds, and then the index holds it.
    """
    if is_known_unit(unit) or service.holds_unit(unit):
        return unit
    near = list(dict.fromkeys(find_meant_units(unit))) or find_nearest(unit, _unit_ids(), most=_MOST_CANDIDATES)
    raise QueryError(
        f"no {where} is called {shorten(unit)!r}",
        where=where,
        hint=_meant(near) + "Units are singular English nouns (person, tonne, mu), ISO 4217 codes (CNY) or rates of "
        "them (CNY/kg); facet=unit counts those that are there.",
        value=unit,
        candidates=[Candidate(id=one, label=one.replace("_", " ")) for one in near],
    )


def check_source(source: str, service: Service) -> str:
    """Return a source that the catalogue knows or the index holds; raises QueryError."""
    if service.knows_source(source):
        return source
    names = service.list_sources()
    spellings = {**{one: one for one in names}, **{name: one for one, name in names.items()}}
    near = list(dict.fromkeys(spellings[one] for one in find_nearest(source, spellings, most=_MOST_CANDIDATES)))
    raise QueryError(
        f"no source has the id {shorten(source)!r}",
        where="source",
        hint=_meant(near) + "`source` of an article in the answers is such an id; facet=source counts those that "
        "are there.",
        value=source,
        candidates=[Candidate(id=one, label=names[one]) for one in near],
    )


def is_known_unit(unit: str) -> bool:
    """True for a unit of the vocabulary, and for a rate of two of them.

    >>> is_known_unit("mu"), is_known_unit("CNY/kg"), is_known_unit("zzz")
    (True, True, False)
    """
    return all(part in _unit_ids() for part in unit.split("/", 1))


def find_meant_units(word: str) -> Iterator[str]:
    """Yield the units that a word means in some language.

    >>> list(find_meant_units("yuan"))[:1], list(find_meant_units("公斤"))
    (['CNY'], ['kg'])
    """
    for language in LANGUAGES:
        tokens = tokenize(word.casefold())
        match = load_unit_table(language).after.match(tokens, 0)
        if match is not None and match.last == len(tokens) and match.payload.unit is not None:
            yield match.payload.unit


@cache
def _unit_ids() -> frozenset[str]:
    currencies = (row["id"] for row in load_toml("data/money.toml")["currency"])
    counted = (row["id"] for row in load_toml("data/counted_nouns.toml")["noun"])
    return frozenset((*load_units(), *currencies, *counted))


def _meant(near: list[str]) -> str:
    return f"Did you mean {near[0]}? " if near else ""
