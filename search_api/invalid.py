"""Says in plain words what pydantic refused."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from search_api.nearness import find_nearest, nearest_hint
from search_api.query import Candidate, QueryError, QueryRefusedError

_MOST_SHOWN = 40
"""Characters of a value, in a message."""
_OF_PLACE = frozenset(("query", "path", "body"))
_LANGUAGES = {"ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "es": "Spanish", "ru": "Russian"}


def list_invalid(error: ValidationError, model: type[BaseModel]) -> Iterator[QueryError]:
    """Yield all that was wrong with the values of a model, each by its parameter."""
    for one in error.errors():
        cause = one.get("ctx", {}).get("error")
        if isinstance(cause, QueryRefusedError):
            yield from cause.errors
        elif isinstance(cause, QueryError):
            yield cause
        else:
            yield _describe(one, model.model_fields)


def describe_value(
    where: str, value: str, valid: Iterable[str], *, known_as: Mapping[str, str] | None = None
) -> QueryError:
    """Return the error of a value that is none of a closed vocabulary; `known_as`: names of valid values."""
    names = known_as or {}
    spellings = {**{one: one for one in valid}, **{name: one for one, name in names.items()}}
    near = list(dict.fromkeys(spellings[one] for one in find_nearest(value, spellings, most=3)))
    meant = f"Did you mean {near[0]}? " if near else ""
    return QueryError(
        f"{where} cannot be {shorten(value)!r}",
        where=where,
        hint=f"{meant}Valid: {', '.join(sorted(valid))}.",
        value=value,
        candidates=[Candidate(id=one, label=names.get(one, one)) for one in near],
    )


def describe_unknown(name: str, valid: Iterable[str]) -> QueryError:
    """Return the error of a parameter that does not exist."""
    return QueryError(f"unknown parameter {shorten(name)!r}", where=name[:80], hint=nearest_hint(name, valid), value="")


def shorten(value: str) -> str:
    """Return a value as short as a message may show it."""
    return value if len(value) <= _MOST_SHOWN else f"{value[:_MOST_SHOWN]}…"


def _describe(error: Mapping[str, Any], valid: Iterable[str]) -> QueryError:
    names = [str(part) for part in error["loc"] if part not in _OF_PLACE]
    where = names[0] if names else "query"
    value = error["input"] if isinstance(error.get("input"), str) else ""
    if error["type"] == "extra_forbidden":
        return describe_unknown(where, valid)
    if error["type"] == "literal_error":
        return describe_value(where, value, _expected(error), known_as=_LANGUAGES if where == "lang" else None)
    cause = error.get("ctx", {}).get("error")
    if cause is not None:
        return QueryError(f"{where}: {cause}", where=where, hint=getattr(cause, "hint", ""), value=value)
    said = str(error["msg"])
    told = f" is {shorten(value)!r}" if isinstance(error.get("input"), str) else ""
    return QueryError(f"{where}{told}: {said[:1].lower()}{said[1:]}", where=where, hint=_hint(error), value=value)


def _expected(error: Mapping[str, Any]) -> list[str]:
    told = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ",")
    return [word for part in told.split(",") if (word := part.strip(" '"))]


def _hint(error: Mapping[str, Any]) -> str:
    kind = error["type"]
    if kind == "string_too_long":
        return f"At most {error['ctx']['max_length']} characters."
    if kind == "string_too_short":
        return "Give a value, or leave the parameter out."
    if kind == "too_long":
        return f"At most {error['ctx']['max_length']} values: ask in parts."
    if kind.startswith(("decimal_", "float_", "finite_")):
        return "Digits with a decimal point and no grouping: 4800000000 or 0.16."
    if kind == "string_pattern_mismatch":
        return "A field, with :asc or :desc where the order matters: value:desc."
    if kind.startswith("int_"):
        return "A whole number in digits."
    if kind.startswith("bool_"):
        return "true or false."
    return "See /docs for what each parameter takes."
