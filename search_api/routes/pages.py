"""The routes of the search page and of the page that describes the API."""

from fastapi import APIRouter, FastAPI, Request, Response

from search_api.index.error import CursorError
from search_api.index.record import ClaimPage
from search_api.page.address import Pairs
from search_api.page.docs_page import render_docs_page
from search_api.page.narrowing import FACETS
from search_api.page.search_page import render_search_page
from search_api.parameters import ClaimParameters
from search_api.problem import Problem, describe_exception
from search_api.query import QueryRefusedError
from search_api.question import read_parameters, to_claim_query
from search_api.service import Service


def make_pages_router(service: Service, app: FastAPI) -> APIRouter:
    """Return the router of / and /docs."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    async def show_search(request: Request) -> Response:
        pairs = read_pairs(request.query_params.multi_items())
        page: ClaimPage | None = None
        problem: Problem | None = None
        status = 200
        try:
            page = service.index.search_claims(to_claim_query(_read(pairs, service), service))
        except (QueryRefusedError, CursorError) as error:
            described = describe_exception(error)
            assert described is not None
            status, problem = described
        html = render_search_page(pairs, page, problem, service, is_start=not pairs)
        return Response(html, media_type="text/html", status_code=status)

    @router.get("/docs")
    async def show_docs() -> Response:
        return Response(render_docs_page(app.openapi()), media_type="text/html")

    return router


def read_pairs(items: list[tuple[str, str]]) -> Pairs:
    """Return the parameters of the page's address, without the fields of its form that were left empty.

    A unit without a range is dropped too: the form offers both side by side.
    """
    pairs = tuple(dict.fromkeys((name, value.strip()) for name, value in items if value.strip()))
    names = {name for name, _ in pairs}
    if not names & {"value_min", "value_max"}:
        pairs = tuple(pair for pair in pairs if pair[0] != "value_unit")
    return pairs


def _read(pairs: Pairs, service: Service) -> ClaimParameters:
    asked = read_parameters(ClaimParameters, pairs, service)
    return asked.model_copy(update={"facet": list(FACETS), "format": "json", "bom": False})
