"""Makes the typed query of what was asked, or tells all that is wrong with it at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from search_api.invalid import list_invalid
from search_api.nearness import nearest_hint
from search_api.parameters import ArticleParameters, ClaimParameters, SearchParameters, takes_many
from search_api.query import (
    MOST_ROWS,
    ArticleQuery,
    ArticleSort,
    ClaimQuery,
    ClaimSort,
    Query,
    QueryError,
    QueryRefusedError,
)
from search_api.resolution import PREFIXES, resolve_names
from search_api.service import Service
from search_api.vocabulary import check_source, check_unit, read_measure

_DEFAULT_ROWS = 20
_T = TypeVar("_T")
_Model = TypeVar("_Model", bound=BaseModel)
_Query = TypeVar("_Query", bound=Query)
_CLAIM_SORTS: tuple[str, ...] = get_args(ClaimSort)
_ARTICLE_SORTS: tuple[str, ...] = get_args(ArticleSort)
Given = Sequence[tuple[str, str]]
"""Parameters as they were given: name and value, repeated ones several times."""


def read_parameters(model: type[_Model], given: Given, service: Service) -> _Model:
    """Return the parameters that were given; raises QueryRefusedError with all that is wrong."""
    wrong = list(_list_repeated(model, [name for name, _ in given]))
    try:
        asked = model.model_validate(_gather(model, given))
    except ValidationError as error:
        wrong += list_invalid(error, model)
        refused = {one.where for one in wrong}
        wrong += _list_wrong_names(model, [pair for pair in given if pair[0] not in refused], service)
        raise QueryRefusedError(wrong) from None
    if wrong:
        raise QueryRefusedError(wrong)
    return asked


def refuse_repeated(model: type[BaseModel], names: Iterable[str]) -> None:
    """Raise QueryRefusedError where parameters that take one value are given twice; `names` as in the URL."""
    wrong = list(_list_repeated(model, names))
    if wrong:
        raise QueryRefusedError(wrong)


def to_claim_query(asked: ClaimParameters, service: Service) -> ClaimQuery:
    """Return the typed query. Raises QueryRefusedError with all that is wrong, each by its parameter."""
    values = {
        "facets": tuple(asked.facet),
        "article_ids": tuple(asked.article),
        "statuses": tuple(asked.status),
        "aspects": tuple(asked.aspect),
        "levels": tuple(asked.level),
        "modifiers": tuple(asked.modifier),
        "value_min": asked.value_min,
        "value_max": asked.value_max,
        "match": asked.match,
        "period_from": asked.period_from,
        "period_to": asked.period_to,
        "min_confidence": asked.min_confidence,
    }
    return _make_query(ClaimQuery, asked, values, asked.sort, _CLAIM_SORTS, service)


def to_article_query(asked: ArticleParameters, service: Service) -> ArticleQuery:
    """Return the typed query. Raises QueryRefusedError with all that is wrong, each by its parameter."""
    return _make_query(ArticleQuery, asked, {"facets": tuple(asked.facet)}, asked.sort, _ARTICLE_SORTS, service)


class _Refused:
    """Goes on after what is wrong, so that all of it is told."""

    def __init__(self) -> None:
        self.errors: list[QueryError] = []

    def read(self, work: Callable[[], _T], otherwise: _T) -> _T:
        try:
            return work()
        except QueryRefusedError as error:
            self.errors += error.errors
        except QueryError as error:
            self.errors.append(error)
        return otherwise


def _make_query(
    kind: type[_Query],
    asked: SearchParameters,
    values: dict[str, Any],
    wanted_sort: str,
    sorts: Sequence[str],
    service: Service,
) -> _Query:
    refused = _Refused()
    names = _read_names(asked, service, refused)
    sort, descending = refused.read(lambda: _read_sort(wanted_sort, sorts), ("relevance", True))
    refused.read(lambda: _check_paging(asked), None)
    if refused.errors:
        raise QueryRefusedError(refused.errors)
    try:
        return kind(
            **names,
            **values,
            text=asked.q,
            languages=tuple(asked.lang),
            published_from=asked.published_from,
            published_to=asked.published_to,
            indexed_since=asked.indexed_since,
            limit=min(asked.limit or _DEFAULT_ROWS, MOST_ROWS),
            cursor=asked.cursor,
            sort=sort,
            descending=descending,
        )
    except ValidationError as error:
        raise QueryRefusedError(list(list_invalid(error, kind))) from None


def _read_names(asked: SearchParameters, service: Service, refused: _Refused) -> dict[str, Any]:
    """What is named by vocabularies and lexicons, as the query has it."""

    def each(read: Callable[[str], str], names: Iterable[str]) -> tuple[str, ...]:
        found = [refused.read(partial(read, name), "") for name in names]
        return tuple(dict.fromkeys(found))

    names: dict[str, Any] = {
        "sources": each(lambda name: check_source(name, service), asked.source),
        "measures": each(read_measure, asked.measure),
        "units": each(lambda name: check_unit(name, service), asked.unit),
    }
    for kind in PREFIXES:
        resolve = partial(resolve_names, kind, getattr(asked, kind), service.concepts, holds=service.holds_concept)
        none: tuple[str, ...] = ()
        names[f"{kind}s"] = refused.read(resolve, none)
    if isinstance(asked, ClaimParameters):
        unit = asked.value_unit
        names["value_unit"] = (
            None if unit is None else refused.read(lambda: check_unit(unit, service, where="value_unit"), None)
        )
    return names


def _list_wrong_names(model: type[BaseModel], given: Given, service: Service) -> Sequence[QueryError]:
    """What is wrong with the names among parameters that are otherwise right."""
    refused = _Refused()
    known = [pair for pair in given if pair[0] in model.model_fields]
    if issubclass(model, SearchParameters):
        try:
            asked = model.model_validate(_gather(model, known))
        except ValidationError:  # what they are wrong with was told already
            return ()
        _read_names(asked, service, refused)
    return refused.errors


def _gather(model: type[BaseModel], given: Given) -> dict[str, str | list[str]]:
    values: dict[str, str | list[str]] = {}
    for name, value in given:
        is_list = name in model.model_fields and takes_many(model, name)
        values[name] = [*values.get(name, ()), value] if is_list else value
    return values


def _list_repeated(model: type[BaseModel], names: Iterable[str]) -> Iterator[QueryError]:
    seen: set[str] = set()
    told: set[str] = set()
    for name in names:
        if name in seen - told and name in model.model_fields and not takes_many(model, name):
            told.add(name)
            yield QueryError(
                f"{name} is given twice and takes one value",
                where=name,
                hint="Write all words into one q." if name == "q" else f"Give {name} once.",
            )
        seen.add(name)


def _check_paging(asked: SearchParameters) -> None:
    if asked.format == "json" and asked.limit is not None and asked.limit > MOST_ROWS:
        raise QueryError(
            f"a page of JSON has at most {MOST_ROWS} rows, not {asked.limit}",
            where="limit",
            hint="Follow the cursor, or take all rows at once with format=jsonl or format=csv.",
        )
    if asked.format != "json" and asked.cursor is not None:
        raise QueryError(
            f"a cursor continues pages of JSON; format={asked.format} gives every row at once",
            where="cursor",
            hint="Leave out cursor, or ask for format=json.",
        )
    if asked.bom and asked.format != "csv":
        raise QueryError(
            f"only CSV begins with a byte order mark, and format is {asked.format}",
            where="bom",
            hint="Add format=csv, or leave out bom.",
        )


def _read_sort(sort: str, valid: Sequence[str]) -> tuple[str, bool]:
    field, _, direction = sort.partition(":")
    if field not in valid:
        raise QueryError(f"cannot sort by {field!r}", where="sort", hint=nearest_hint(field, valid), value=sort)
    if field == "relevance" and direction == "asc":
        raise QueryError("the least relevant cannot stand first", where="sort", hint="Use sort=relevance:desc.")
    default = field != "id"
    return field, direction == "desc" if direction else default
