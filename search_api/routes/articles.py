"""The routes of articles."""

from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from nlp.model.claim import Claim, Level
from search_api.export import stream_export, write_jsonl
from search_api.page.article_page import render_article_page
from search_api.parameters import ArticleParameters, OneArticleParameters
from search_api.problem import Problem
from search_api.problem_handlers import prefers_html
from search_api.question import refuse_repeated, to_article_query
from search_api.service import Service
from search_api.table import write_article_csv
from search_api.wire import (
    WireArticles,
    WireFullArticle,
    to_wire_article_hit,
    to_wire_articles,
    to_wire_full_article,
)

_PROBLEMS: dict[int | str, dict[str, Any]] = {status: {"model": Problem} for status in (400, 404, 410, 422, 503)}


def make_articles_router(service: Service) -> APIRouter:
    """Return the router of /articles and /a."""
    router = APIRouter(tags=["articles"])

    @router.get("/articles", response_model=WireArticles, responses=_PROBLEMS, summary="Search the articles")
    async def search_articles(request: Request, asked: Annotated[ArticleParameters, Query()]) -> Response:
        """Every article with the place where it meets the words asked for."""
        refuse_repeated(ArticleParameters, (name for name, _ in request.query_params.multi_items()))
        query = to_article_query(asked, service)
        if asked.format == "json":
            page = to_wire_articles(service.index.search_articles(query), service.concepts)
            return Response(page.model_dump_json(), media_type="application/json")
        hits = islice(service.index.iterate_articles(query), asked.limit)
        if asked.format == "csv":
            return stream_export(write_article_csv(hits, bom=asked.bom), "csv", stem="articles")
        return stream_export(write_jsonl(to_wire_article_hit(hit) for hit in hits), "jsonl", stem="articles")

    @router.get("/articles/{article_id}", response_model=WireFullArticle, responses=_PROBLEMS, summary="One article")
    async def get_article(
        request: Request, article_id: str, asked: Annotated[OneArticleParameters, Query()]
    ) -> Response:
        """The article with its body, as far as it may be shown, its claims and mentions; a page for browsers."""
        if prefers_html(request.headers.get("accept", "")):
            response = article_page(article_id, asked)
        else:
            indexed, summary = service.find_article(article_id)
            claims, left_out = choose_claims(indexed.reading.claims, tuple(asked.level))
            full = to_wire_full_article(indexed, summary, claims, left_out)
            response = Response(full.model_dump_json(), media_type="application/json")
        response.headers["Vary"] = "Accept"
        return response

    @router.get("/a/{article_id}", include_in_schema=False)
    async def get_article_page(article_id: str, asked: Annotated[OneArticleParameters, Query()]) -> Response:
        return article_page(article_id, asked)

    def article_page(article_id: str, asked: OneArticleParameters) -> Response:
        indexed, summary = service.find_article(article_id)
        claims, left_out = choose_claims(indexed.reading.claims, tuple(asked.level))
        return Response(render_article_page(indexed, summary, claims, left_out), media_type="text/html")

    return router


def choose_claims(claims: tuple[Claim, ...], levels: tuple[Level, ...]) -> tuple[tuple[Claim, ...], int]:
    """Return the claims to be shown, and how many details about individuals are left out.

    Without levels all but those about individuals; `individual` alone adds them.
    """
    others = {level for level in levels if level != "individual"}
    shown = tuple(
        claim
        for claim in claims
        if (claim.level == "individual" and "individual" in levels)
        or (claim.level != "individual" and (not others or claim.level in others))
    )
    hidden = sum(1 for claim in claims if claim.level == "individual" and "individual" not in levels)
    return shown, hidden
