"""`ruralwire search`: the claims or articles that answer a question, with quote and link."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from itertools import islice
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from ruralwire.concepts import KnownConcepts
from ruralwire.console import fail, out, say
from ruralwire.hit_table import make_article_hit_table, make_claim_hit_table
from ruralwire.index_folder import open_index
from ruralwire.options import load_command_settings
from ruralwire.summary import count
from search_api.export import write_jsonl
from search_api.index.error import CursorError
from search_api.index.protocol import SearchIndex
from search_api.parameters import (
    ArticleParameters,
    ClaimParameters,
    SearchParameters,
    to_article_query,
    to_claim_query,
)
from search_api.problem import Problem, describe_exception, describe_invalid
from search_api.query import QueryError
from search_api.table import write_article_csv, write_claim_csv
from search_api.wire import to_wire_article_hit, to_wire_articles, to_wire_claim, to_wire_claims

_FIELDS = ClaimParameters.model_fields


class Format(StrEnum):
    """How the result is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def _option(name: str) -> Any:
    return typer.Option(help=_FIELDS[name].description, metavar=name.rpartition("_")[2].upper())


Many = list[str] | None


def search(
    context: typer.Context,
    query: Annotated[list[str] | None, typer.Argument(metavar="QUERY", help=_FIELDS["q"].description)] = None,
    articles: Annotated[bool, typer.Option("--articles", help="Search the articles instead of the claims.")] = False,
    format: Annotated[Format | None, typer.Option(help="table on a terminal, else jsonl.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Rows; a table has 20, other formats all.")] = None,
    lang: Annotated[Many, _option("lang")] = None,
    source: Annotated[Many, _option("source")] = None,
    place: Annotated[Many, _option("place")] = None,
    product: Annotated[Many, _option("product")] = None,
    organisation: Annotated[Many, _option("organisation")] = None,
    measure: Annotated[Many, _option("measure")] = None,
    unit: Annotated[Many, _option("unit")] = None,
    value_min: Annotated[str | None, _option("value_min")] = None,
    value_max: Annotated[str | None, _option("value_max")] = None,
    value_unit: Annotated[str | None, _option("value_unit")] = None,
    match: Annotated[str | None, _option("match")] = None,
    period_from: Annotated[str | None, _option("period_from")] = None,
    period_to: Annotated[str | None, _option("period_to")] = None,
    published_from: Annotated[str | None, _option("published_from")] = None,
    published_to: Annotated[str | None, _option("published_to")] = None,
    indexed_since: Annotated[str | None, _option("indexed_since")] = None,
    status: Annotated[Many, _option("status")] = None,
    aspect: Annotated[Many, _option("aspect")] = None,
    level: Annotated[Many, _option("level")] = None,
    modifier: Annotated[Many, _option("modifier")] = None,
    min_confidence: Annotated[str | None, _option("min_confidence")] = None,
    article: Annotated[Many, _option("article")] = None,
    sort: Annotated[str | None, _option("sort")] = None,
) -> None:
    """Search the claims, or the articles, of the index.

    The options are the filters of the API: values of one are alternatives, different ones must all hold.

    Example: ruralwire search sales --place Guizhou --period-from 2017 --period-to 2021
    """
    settings = load_command_settings(context)
    written = format or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)
    given: dict[str, Any] = {
        "q": " ".join(query or []),
        "lang": lang, "source": source, "place": place, "product": product, "organisation": organisation,
        "measure": measure, "unit": unit, "value_min": value_min, "value_max": value_max, "value_unit": value_unit,
        "match": match, "period_from": period_from, "period_to": period_to, "published_from": published_from,
        "published_to": published_to, "indexed_since": indexed_since, "status": status, "aspect": aspect,
        "level": level, "modifier": modifier, "min_confidence": min_confidence, "article": article, "sort": sort,
        "limit": limit, "format": "json" if written is Format.TABLE else written.value,
    }  # fmt: skip
    asked = {name: value for name, value in given.items() if value not in (None, [], "")}
    model: type[SearchParameters] = ArticleParameters if articles else ClaimParameters
    for name in asked.keys() - model.model_fields.keys():
        fail(f"{_to_option(name)} is a filter of claims: leave it out, or --articles")
    with open_index(settings) as index:
        try:
            parameters = model.model_validate(asked)
            (_write_articles if articles else _write_claims)(index, parameters, written)
        except (QueryError, CursorError, ValidationError) as error:
            fail(_describe(error, model))


def _write_claims(index: SearchIndex, asked: Any, written: Format) -> None:
    concepts = KnownConcepts()
    query = to_claim_query(asked, concepts)
    if written in (Format.TABLE, Format.JSON):
        page = index.search_claims(query)
        if written is Format.JSON:
            _write([to_wire_claims(page, concepts).model_dump_json(indent=1), "\n"])
            return
        if page.hits:
            out.print(make_claim_hit_table(page.hits))
        _tell_total(len(page.hits), page.total.value, "claim")
        return
    hits = islice(index.iterate_claims(query), asked.limit)
    _write(write_claim_csv(hits) if written is Format.CSV else write_jsonl(to_wire_claim(hit) for hit in hits))


def _write_articles(index: SearchIndex, asked: Any, written: Format) -> None:
    concepts = KnownConcepts()
    query = to_article_query(asked, concepts)
    if written in (Format.TABLE, Format.JSON):
        page = index.search_articles(query)
        if written is Format.JSON:
            _write([to_wire_articles(page, concepts).model_dump_json(indent=1), "\n"])
            return
        if page.hits:
            out.print(make_article_hit_table(page.hits))
        _tell_total(len(page.hits), page.total.value, "article")
        return
    hits = islice(index.iterate_articles(query), asked.limit)
    _write(write_article_csv(hits) if written is Format.CSV else write_jsonl(to_wire_article_hit(hit) for hit in hits))


def _write(chunks: Iterable[str]) -> None:
    for chunk in chunks:
        sys.stdout.write(chunk.replace("\r\n", "\n"))
    sys.stdout.flush()


def _tell_total(shown: int, total: int, noun: str) -> None:
    if not total:
        say(f"No {noun} found.")
    elif shown < total:
        say(f"{shown:,} of {count(total, noun)}; --limit {min(total, 1000)} shows more.")
    else:
        say(count(total, noun))


def _describe(error: Exception, model: type[SearchParameters]) -> str:
    """The API's answer in the words of the command line."""
    described = (
        describe_invalid(error.errors(), model.model_fields)
        if isinstance(error, ValidationError)
        else describe_exception(error)
    )
    assert described is not None
    problem: Problem = described[1]
    candidates = "".join(f"\n  {one.id}  {', '.join((one.label, *one.parents))}" for one in problem.candidates or ())
    return f"{_to_option(problem.where)}: {problem.error}. {problem.hint}{candidates}"


def _to_option(name: str) -> str:
    return "QUERY" if name == "q" else f"--{name.replace('_', '-')}"
