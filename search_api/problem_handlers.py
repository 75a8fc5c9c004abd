"""Answers every error as a problem: as a page to those who read pages, else as JSON."""

import logging
from collections.abc import Callable, Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from search_api.index.error import SearchIndexError
from search_api.parameters import NoParameters
from search_api.problem import NotHereError, Problem, describe_exception
from search_api.query import QueryError, QueryRefusedError
from search_api.question import read_parameters
from search_api.security import SECURE_HEADERS
from search_api.service import Service

_logger = logging.getLogger(__name__)
_PAGES = ("/a/", "/docs")
"""Beginnings of the paths that are pages, whoever asks; `/` is one too."""
_DATA = ("/claims", "/articles", "/healthz", "/readyz", "/openapi.json")
"""Paths that are data, whoever asks: an address that a browser shows is the one that a script takes."""
_PLACES = (
    "There are the pages /, /a/{id} and /docs, and the API: /claims, /articles, /articles/{id}, /healthz, /readyz."
)


def prefers_html(accept: str) -> bool:
    """True where a browser asks: text/html is named, and JSON is not named before it.

    >>> prefers_html("text/html,application/xhtml+xml"), prefers_html("*/*"), prefers_html("application/json")
    (True, False, False)
    """
    html, json = accept.find("text/html"), accept.find("application/json")
    return html >= 0 and not 0 <= json < html


def takes_page(path: str, accept: str) -> bool:
    """True where an error is answered with a page: on pages unless JSON is asked for, elsewhere for browsers.

    >>> takes_page("/a/nope", "*/*"), takes_page("/claims", "text/html"), takes_page("/nope", "text/html")
    (True, False, True)
    """
    if path in _DATA:
        return False
    if path == "/" or path.startswith(_PAGES):
        return prefers_html(accept) or "application/json" not in accept
    return prefers_html(accept)


def add_problem_handlers(
    app: FastAPI,
    parameters: Mapping[str, type[BaseModel]],
    service: Service,
    *,
    render_page: Callable[[int, Problem], str],
) -> None:
    """Make an app answer every error as a problem; `render_page` makes the page of one.

    `parameters`: those of each path.
    """

    def respond(request: Request, status: int, problem: Problem) -> Response:
        # Answers to errors that were not foreseen pass by the middleware that adds these.
        headers = {**(SECURE_HEADERS if status == 500 else {}), "Vary": "Accept"}
        if takes_page(request.url.path, request.headers.get("accept", "")):
            return Response(render_page(status, problem), media_type="text/html", status_code=status, headers=headers)
        return JSONResponse(problem.model_dump(mode="json", exclude_none=True), status_code=status, headers=headers)

    async def refuse_parameters(request: Request, error: Exception) -> Response:
        path = getattr(request.scope.get("route"), "path", "")
        try:
            read_parameters(parameters.get(path, NoParameters), request.query_params.multi_items(), service)
        except QueryRefusedError as wrong:
            return await refuse(request, wrong)
        return await refuse_unforeseen(request, error)

    async def refuse(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            problem = Problem(error=_describe_http(error, request), where=request.url.path, hint=_PLACES)
            return respond(request, error.status_code, problem)
        described = describe_exception(error)
        if described is not None:
            return respond(request, *described)
        return await refuse_unforeseen(request, error)

    async def refuse_unforeseen(request: Request, error: Exception) -> Response:
        _logger.error("an error that was not foreseen", exc_info=error)
        problem = Problem(error="something went wrong here", where="server", hint="The log says more.")
        return respond(request, 500, problem)

    app.add_exception_handler(RequestValidationError, refuse_parameters)
    for kind in (HTTPException, QueryError, QueryRefusedError, NotHereError, SearchIndexError):
        app.add_exception_handler(kind, refuse)
    app.add_exception_handler(ValidationError, refuse_unforeseen)
    app.add_exception_handler(Exception, refuse_unforeseen)


def _describe_http(error: HTTPException, request: Request) -> str:
    if error.status_code == 404:
        return "There is no page at this address"
    if error.status_code == 405:
        return f"{request.method} cannot be done here: everything is asked with GET"
    return str(error.detail)
