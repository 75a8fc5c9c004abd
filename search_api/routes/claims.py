"""The route of claims."""

from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from search_api.export import stream_export, write_jsonl
from search_api.parameters import ClaimParameters
from search_api.problem import Problem
from search_api.question import refuse_repeated, to_claim_query
from search_api.service import Service
from search_api.table import write_claim_csv
from search_api.wire import WireClaims, to_wire_claim, to_wire_claims

_PROBLEMS: dict[int | str, dict[str, Any]] = {status: {"model": Problem} for status in (400, 410, 422, 503)}


def make_claims_router(service: Service) -> APIRouter:
    """Return the router of /claims."""
    router = APIRouter(tags=["claims"])

    @router.get("/claims", response_model=WireClaims, responses=_PROBLEMS, summary="Search the claims")
    async def search_claims(request: Request, asked: Annotated[ClaimParameters, Query()]) -> Response:
        """Every claim with its exact quote, its article, and why it was found."""
        refuse_repeated(ClaimParameters, (name for name, _ in request.query_params.multi_items()))
        query = to_claim_query(asked, service)
        if asked.format == "json":
            page = to_wire_claims(service.index.search_claims(query), service.concepts)
            return Response(page.model_dump_json(), media_type="application/json")
        hits = islice(service.index.iterate_claims(query), asked.limit)
        if asked.format == "csv":
            return stream_export(write_claim_csv(hits, bom=asked.bom), "csv", stem="claims")
        return stream_export(write_jsonl(to_wire_claim(hit) for hit in hits), "jsonl", stem="claims")

    return router
