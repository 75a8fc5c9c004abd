"""`ruralwire search`: the claims or articles that answer a question, with quote and link."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

import typer

from ruralwire.answer import Answer, answer_articles, answer_claims
from ruralwire.concepts import KnownConcepts
from ruralwire.console import fail, out, say
from ruralwire.index_folder import open_index
from ruralwire.name_check import resolve_places
from ruralwire.options import load_command_settings
from ruralwire.service import SourceNames
from ruralwire.summary import count
from search_api.index.error import CursorError
from search_api.parameters import ArticleParameters, ClaimParameters
from search_api.problem import Problem, describe_exception
from search_api.query import MOST_ROWS, QueryRefusedError
from search_api.question import read_parameters
from search_api.service import Service
from settings.config import Settings
from settings.source import load_all_sources

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
    bom: Annotated[bool, typer.Option("--bom", help="With --format csv: a byte order mark first, for Excel.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Rows; a table has 20, other formats all.")] = None,
    lang: Annotated[Many, _option("lang")] = None,
    source: Annotated[Many, _option("source")] = None,
    place: Annotated[Many, _option("place")] = None,
    followed: Annotated[
        bool, typer.Option("--followed", help="Only in the places that you follow (setting places), and in --place.")
    ] = False,
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
        "limit": limit, "bom": bom, "format": "json" if written is Format.TABLE else written.value,
    }  # fmt: skip
    pairs = [
        (name, str(one))
        for name, value in given.items()
        if value
        for one in (value if isinstance(value, list) else [value])
    ]
    model = ArticleParameters if articles else ClaimParameters
    for name, _ in pairs:
        if name not in model.model_fields:
            fail(f"{_to_option(name)} is a filter of claims: leave it out, or --articles")
    if followed:
        pairs += [("place", one) for one in _list_followed(settings)]
    with open_index(settings) as index:
        service = Service(index=index, concepts=KnownConcepts(), catalogue=SourceNames(load_all_sources(settings)))
        try:
            answer = (
                answer_articles(read_parameters(ArticleParameters, pairs, service), service)
                if articles
                else answer_claims(read_parameters(ClaimParameters, pairs, service), service)
            )
            _write_answer(answer, written)
        except (QueryRefusedError, CursorError) as error:
            fail("\n".join(_describe(error)))


def _list_followed(settings: Settings) -> tuple[str, ...]:
    if not settings.places:
        fail("--followed: no places are followed; name some as `places` in the configuration (`ruralwire init` asks)")
    return resolve_places(settings.places, KnownConcepts())


def _write_answer(answer: Answer, written: Format) -> None:
    match written:
        case Format.CSV:
            _write(answer.write_csv())
        case Format.JSONL:
            _write(answer.write_jsonl())
        case Format.JSON:
            _write([answer.find_page().wire.model_dump_json(indent=1), "\n"])
        case Format.TABLE:
            page = answer.find_page()
            if page.shown:
                out.print(page.table)
            _tell_total(page.shown, page.total, answer.noun)


def _write(chunks: Iterable[str]) -> None:
    for chunk in chunks:
        sys.stdout.write(chunk.replace("\r\n", "\n"))
    sys.stdout.flush()


def _tell_total(shown: int, total: int, noun: str) -> None:
    if not total:
        say(f"No {noun} found.")
    elif shown < total:
        say(f"{shown:,} of {count(total, noun)}; --limit {min(total, MOST_ROWS)} shows more.")
    else:
        say(count(total, noun))


def _describe(error: Exception) -> Iterable[str]:
    """The API's answer in the words of the command line, a paragraph for each thing that is wrong."""
    described = describe_exception(error)
    assert described is not None
    problem: Problem = described[1]
    for one in problem.problems or (problem,):
        candidates = "".join(f"\n  {it.id}  {', '.join((it.label, *it.parents))}" for it in one.candidates or ())
        yield f"{_to_option(one.where)}: {one.error}. {one.hint}{candidates}"


def _to_option(name: str) -> str:
    return "QUERY" if name == "q" else f"--{name.replace('_', '-')}"
