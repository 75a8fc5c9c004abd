"""The routes that tell whether the service runs and whether it can answer."""

from typing import Annotated

from fastapi import APIRouter, Query

from search_api.parameters import NoParameters
from search_api.problem import Problem
from search_api.service import Service
from search_api.wire import WireHealth, WireReadiness


def make_health_router(service: Service) -> APIRouter:
    """Return the router of /healthz and /readyz."""
    router = APIRouter(tags=["service"])

    @router.get("/healthz", summary="The service runs")
    async def tell_health(_: Annotated[NoParameters, Query()]) -> WireHealth:
        """Answers as long as the process does."""
        return WireHealth(status="ok")

    @router.get("/readyz", responses={503: {"model": Problem}}, summary="The index answers")
    async def tell_readiness(_: Annotated[NoParameters, Query()]) -> WireReadiness:
        """Reads the index; 503 with the reason where that fails."""
        return WireReadiness(status="ready", index=service.index.status())

    return router
