"""Claims and articles as rows of a table that spreadsheets open without harm."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from nlp.model.claim import Claim
from nlp.model.mention import Binding
from nlp.model.quantity import to_json_number
from search_api.index.record import ArticleHit, ClaimHit
from search_api.show import shown_hit

Cell = str | int | float | None
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROLS = ("\t", "\r", "\n")
_ROWS_AT_ONCE = 500
_BETWEEN = "; "
_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the code page of its country."""

_CLAIM_COLUMNS: dict[str, Callable[[ClaimHit], Cell]] = {
    "id": lambda hit: hit.claim.id,
    "value": lambda hit: to_json_number(hit.claim.value),
    "value_max": lambda hit: _number(hit.claim.value_max),
    "unit": lambda hit: hit.claim.unit,
    "modifier": lambda hit: hit.claim.modifier,
    "low": lambda hit: _number(hit.claim.low),
    "high": lambda hit: _number(hit.claim.high),
    "surface": lambda hit: hit.claim.surface,
    "change": lambda hit: hit.claim.change,
    "measure": lambda hit: hit.claim.measure,
    "status": lambda hit: hit.claim.status,
    "aspect": lambda hit: hit.claim.aspect,
    "level": lambda hit: hit.claim.level,
    "subject": lambda hit: _named((hit.claim.subject,)),
    "population": lambda hit: hit.claim.population.surface if hit.claim.population else None,
    "places": lambda hit: _named(hit.claim.places),
    "place_ids": lambda hit: _ids(hit.claim.places),
    "products": lambda hit: _named(hit.claim.products),
    "product_ids": lambda hit: _ids(hit.claim.products),
    "organisations": lambda hit: _named(hit.claim.organisations),
    "organisation_ids": lambda hit: _ids(hit.claim.organisations),
    "period_start": lambda hit: _period(hit.claim, "start"),
    "period_end": lambda hit: _period(hit.claim, "end"),
    "period_precision": lambda hit: _period(hit.claim, "precision"),
    "period_surface": lambda hit: _period(hit.claim, "surface"),
    "frequency": lambda hit: hit.claim.frequency,
    "attribution": lambda hit: _named((hit.claim.attribution,)),
    "relations": lambda hit: _BETWEEN.join(f"{one.kind} {one.claim}" for one in hit.claim.relations) or None,
    "confidence": lambda hit: hit.claim.confidence,
    "quote": lambda hit: hit.claim.quote.text,
    "article_id": lambda hit: hit.article.id,
    "title": lambda hit: hit.article.title,
    "url": lambda hit: hit.article.url,
    "source": lambda hit: hit.article.source,
    "published_at": lambda hit: hit.article.published_at.isoformat() if hit.article.published_at else None,
    "language": lambda hit: hit.article.language,
    "captured_at": lambda hit: hit.article.captured_at.isoformat() if hit.article.captured_at else None,
    "show": lambda hit: hit.article.show,
}
_ARTICLE_COLUMNS: dict[str, Callable[[ArticleHit], Cell]] = {
    "id": lambda hit: hit.article.id,
    "title": lambda hit: hit.article.title,
    "url": lambda hit: hit.article.url,
    "source": lambda hit: hit.article.source,
    "source_name": lambda hit: hit.article.source_name,
    "authors": lambda hit: _BETWEEN.join(hit.authors) or None,
    "published_at": lambda hit: hit.article.published_at.isoformat() if hit.article.published_at else None,
    "language": lambda hit: hit.article.language,
    "claim_count": lambda hit: hit.claim_count,
    "captured_at": lambda hit: hit.article.captured_at.isoformat() if hit.article.captured_at else None,
}


def write_claim_csv(hits: Iterable[ClaimHit], *, bom: bool = False) -> Iterator[str]:
    """Yield the CSV (RFC 4180, with a header) of claims, some hundred rows at a time; `bom`: a mark before it."""
    return _write_csv(map(shown_hit, hits), _CLAIM_COLUMNS, bom=bom)


def write_article_csv(hits: Iterable[ArticleHit], *, bom: bool = False) -> Iterator[str]:
    """Yield the CSV (RFC 4180, with a header) of articles, some hundred rows at a time; `bom`: a mark before it."""
    return _write_csv(hits, _ARTICLE_COLUMNS, bom=bom)


def escape_cell(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> escape_cell("=1+1"), escape_cell(-5)
    ("'=1+1", -5)
    """
    is_formula = isinstance(cell, str) and (cell.startswith(_CONTROLS) or cell.lstrip().startswith(_FORMULA_STARTS))
    return f"'{cell}" if is_formula else cell


def _write_csv(hits: Iterable[Any], columns: dict[str, Callable[[Any], Cell]], *, bom: bool) -> Iterator[str]:
    buffer = io.StringIO()
    buffer.write(_BYTE_ORDER_MARK if bom else "")
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for number, hit in enumerate(hits, start=1):
        writer.writerow([escape_cell(read(hit)) for read in columns.values()])
        if number % _ROWS_AT_ONCE == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def _number(value: Any) -> int | float | None:
    return None if value is None else to_json_number(value)


def _period(claim: Claim, field: str) -> str | None:
    value = getattr(claim.period, field) if claim.period is not None else None
    return str(value) if value else None


def _named(bindings: Iterable[Binding | None]) -> str | None:
    return _BETWEEN.join(one.label or one.surface for one in bindings if one is not None) or None


def _ids(bindings: Iterable[Binding]) -> str | None:
    return _BETWEEN.join(one.concept_id for one in bindings if one.concept_id) or None
