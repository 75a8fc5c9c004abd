"""Puts the API and its pages together."""

from collections.abc import Sequence
from importlib import metadata, resources

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel

from search_api.archive import CaptureArchive
from search_api.catalogue import SourceCatalogue
from search_api.index.protocol import Concepts, SearchIndex
from search_api.page.error_page import render_error_page
from search_api.parameters import (
    ArticleParameters,
    CaptureParameters,
    ClaimParameters,
    NoParameters,
    OneArticleParameters,
)
from search_api.problem_handlers import add_problem_handlers
from search_api.routes.articles import make_articles_router
from search_api.routes.capture import make_capture_router
from search_api.routes.claims import make_claims_router
from search_api.routes.health import make_health_router
from search_api.routes.pages import make_pages_router
from search_api.security import SecureHeaders
from search_api.service import Service

_PARAMETERS: dict[str, type[BaseModel]] = {
    "/claims": ClaimParameters,
    "/articles": ArticleParameters,
    "/articles/{article_id}": OneArticleParameters,
    "/a/{article_id}": OneArticleParameters,
    "/articles/{article_id}/capture": CaptureParameters,
    "/healthz": NoParameters,
    "/readyz": NoParameters,
}
_DESCRIPTION = (
    "Every number in the news on rural e-commerce and poverty relief as a claim: what was counted, how much, where, "
    "when, who says so, and the exact words. Filters of one name are alternatives, filters of different names all "
    "hold. Errors have the shape {error, where, hint}, with candidates for names, and with problems where several "
    "parameters are wrong."
)


def make_app(
    index: SearchIndex,
    *,
    archive: CaptureArchive | None = None,
    catalogue: SourceCatalogue | None = None,
    concepts: Concepts | None = None,
    followed: Sequence[str] = (),
) -> FastAPI:
    """Return the service over an open index.

    Without an archive no captures are shown; without concepts filters take ids only, no names; without a catalogue
    sources go by the names that stand in the index. `followed`: ids of places that the start page leads to.
    """
    service = Service(index=index, archive=archive, catalogue=catalogue, concepts=concepts, followed=tuple(followed))
    # FastAPI's own documentation pages load scripts from elsewhere: /docs is ours.
    app = FastAPI(title="ruralwire", version=_version(), description=_DESCRIPTION, docs_url=None, redoc_url=None)
    app.add_middleware(SecureHeaders)
    add_problem_handlers(app, _PARAMETERS, service, render_page=render_error_page)
    for make_router in (make_claims_router, make_capture_router, make_articles_router, make_health_router):
        app.include_router(make_router(service))
    app.include_router(make_pages_router(service, app))
    static = resources.files("search_api").joinpath("static")
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    return app


def _version() -> str:
    try:
        return metadata.version("ruralwire")
    except metadata.PackageNotFoundError:  # run from a folder that is not installed
        return "0"
