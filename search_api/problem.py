"""The one table from exceptions to answers; every error has the shape {error, where, hint}."""

import difflib
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field, ValidationError
from starlette.exceptions import HTTPException

from nlp.model.span import Record
from search_api.index.error import (
    CursorError,
    CursorExpiredError,
    IndexFormatError,
    SearchIndexError,
)
from search_api.query import QueryError
from search_api.security import SECURE_HEADERS

_logger = logging.getLogger(__name__)


class Candidate(Record):
    """One of the things that an ambiguous name may mean."""

    id: str
    label: str
    parents: tuple[str, ...] = ()


class Problem(Record):
    """What is wrong, where, and what would be right."""

    error: str
    where: str
    hint: str = ""
    candidates: tuple[Candidate, ...] | None = None
    """Of an ambiguous name: ask again with one of these ids."""
    value: str = Field(default="", exclude=True)
    """The ambiguous name."""


class AmbiguousNameError(QueryError):
    """A name that several things have."""

    def __init__(self, error: str, *, where: str, value: str, hint: str, candidates: Sequence[Candidate]) -> None:
        super().__init__(error, where=where, hint=hint)
        self.value = value
        self.candidates = tuple(candidates)


class NotHereError(Exception):
    """Nothing stands under this id."""

    def __init__(self, error: str, *, where: str, hint: str) -> None:
        super().__init__(error)
        self.where = where
        self.hint = hint


class NotShownError(NotHereError):
    """What stands there may not be shown."""


_ANSWERS: tuple[tuple[type[Exception], int, str, str], ...] = (
    # exception, status, where, hint (those of the exception itself come first)
    (QueryError, 422, "query", ""),
    (NotShownError, 403, "path", ""),
    (NotHereError, 404, "path", ""),
    (
        CursorExpiredError,
        410,
        "cursor",
        "Ask again without the cursor, or sort by a field: such cursors do not expire.",
    ),
    (CursorError, 400, "cursor", "Ask again without the cursor and follow the cursors of that answer."),
    (IndexFormatError, 503, "index", "The operator must rebuild the index."),
    (SearchIndexError, 503, "index", "Try again in a moment; the operator finds more with `ruralwire doctor`."),
)


def describe_exception(error: Exception) -> tuple[int, Problem] | None:
    """Return the status and problem that an exception is answered with, None for one that is not foreseen."""
    for kind, status, where, hint in _ANSWERS:
        if isinstance(error, kind):
            return status, Problem(
                error=str(error),
                where=getattr(error, "where", where),
                hint=getattr(error, "hint", hint),
                candidates=getattr(error, "candidates", None),
                value=getattr(error, "value", ""),
            )
    return None


def describe_invalid(errors: Iterable[Mapping[str, Any]], valid: Iterable[str]) -> tuple[int, Problem]:
    """Return the problem of parameters that pydantic refused: the first one, in plain words."""
    first = next(iter(errors))
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, QueryError):
        described = describe_exception(cause)
        if described is not None:
            return described
    names = [str(part) for part in first["loc"] if part not in ("query", "path", "body")]
    where = names[0] if names else "query"
    if first["type"] == "extra_forbidden":
        return 422, Problem(
            error=f"unknown parameter {where[:80]!r}", where=where[:80], hint=nearest_hint(where, valid)
        )
    hint = getattr(cause, "hint", None) or _expected(first)
    return 422, Problem(error=_plain(str(first["msg"])), where=where, hint=hint)


def nearest_hint(word: str, valid: Iterable[str]) -> str:
    """Return what was probably meant, and all that is valid.

    >>> nearest_hint("plce", ["place", "product"])
    'Did you mean place? Valid: place, product.'
    """
    names = sorted(valid)
    if not names:
        return "It takes no parameters."
    near = difflib.get_close_matches(word[:80].lower(), names, n=1, cutoff=0.4)
    meant = f"Did you mean {near[0]}? " if near else ""
    return f"{meant}Valid: {', '.join(names)}."


def prefers_html(accept: str) -> bool:
    """True where a browser asks: text/html is named, and JSON is not named before it.

    >>> prefers_html("text/html,application/xhtml+xml"), prefers_html("*/*"), prefers_html("application/json")
    (True, False, False)
    """
    html, json = accept.find("text/html"), accept.find("application/json")
    return html >= 0 and not 0 <= json < html


def add_problem_handlers(
    app: FastAPI, parameters: Mapping[str, type[BaseModel]], *, render_page: Callable[[int, Problem], str]
) -> None:
    """Make an app answer every error as a problem: as JSON, to browsers as the page that `render_page` makes.

    `parameters`: the parameters of each path, for hints.
    """

    def respond(request: Request, status: int, problem: Problem) -> Response:
        # Answers to errors that were not foreseen pass by the middleware that adds these.
        headers = SECURE_HEADERS if status == 500 else None
        if prefers_html(request.headers.get("accept", "")):
            return Response(render_page(status, problem), media_type="text/html", status_code=status, headers=headers)
        return JSONResponse(problem.model_dump(mode="json", exclude_none=True), status_code=status, headers=headers)

    def valid_names(request: Request) -> Iterable[str]:
        route = request.scope.get("route")
        model = parameters.get(getattr(route, "path", ""))
        return model.model_fields if model is not None else ()

    async def refuse_parameters(request: Request, error: Exception) -> Response:
        errors = error.errors() if isinstance(error, (RequestValidationError, ValidationError)) else ()
        return respond(request, *describe_invalid(errors, valid_names(request)))

    async def refuse(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            paths = "/, /claims, /articles, /articles/{id}, /healthz, /readyz, /docs"
            problem = Problem(error=str(error.detail), where=request.url.path, hint=f"There are {paths}.")
            return respond(request, error.status_code, problem)
        described = describe_exception(error)
        if described is not None:
            return respond(request, *described)
        _logger.exception("an error that was not foreseen", exc_info=error)
        return respond(
            request, 500, Problem(error="something went wrong here", where="server", hint="The log says more.")
        )

    app.add_exception_handler(RequestValidationError, refuse_parameters)
    app.add_exception_handler(ValidationError, refuse_parameters)
    for kind in (HTTPException, QueryError, NotHereError, SearchIndexError, Exception):
        app.add_exception_handler(kind, refuse)


def _plain(message: str) -> str:
    return message.removeprefix("Value error, ")


def _expected(error: Mapping[str, Any]) -> str:
    expected = error.get("ctx", {}).get("expected")
    if expected and isinstance(error.get("input"), str):
        valid = [word.strip(" '") for word in str(expected).replace(" or ", ",").split(",")]
        return nearest_hint(str(error["input"]), [word for word in valid if word])
    if error["type"] == "string_too_long":
        return f"At most {error['ctx']['max_length']} characters."
    if error["type"] == "string_too_short":
        return "Give a value, or leave the parameter out."
    if error["type"].startswith(("decimal_", "float_", "finite_")):
        return "Digits with a decimal point and no grouping: 4800000000 or 0.16."
    return "See /docs for what each parameter takes."
