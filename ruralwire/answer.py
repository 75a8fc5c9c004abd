"""What a search found, claims or articles alike, ready to be written in any format."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rich.table import Table

from nlp.model.span import Record
from ruralwire.hit_table import make_article_hit_table, make_claim_hit_table
from search_api.export import write_jsonl
from search_api.index.record import ArticleHit, ClaimHit
from search_api.parameters import ArticleParameters, ClaimParameters
from search_api.question import to_article_query, to_claim_query
from search_api.service import Service
from search_api.table import write_article_csv, write_claim_csv
from search_api.wire import to_wire_article_hit, to_wire_articles, to_wire_claim, to_wire_claims


@dataclass(frozen=True)
class FoundPage:
    """One page of an answer."""

    shown: int
    total: int
    table: Table
    wire: Record


@dataclass(frozen=True)
class Answer:
    """An answer; the index is asked only for what is called."""

    noun: str
    find_page: Callable[[], FoundPage]
    write_csv: Callable[[], Iterator[str]]
    write_jsonl: Callable[[], Iterator[str]]


def answer_claims(asked: ClaimParameters, service: Service) -> Answer:
    """Return the claims asked for; raises QueryRefusedError."""
    query = to_claim_query(asked, service)

    def find_page() -> FoundPage:
        page = service.index.search_claims(query)
        table = make_claim_hit_table(page.hits)
        return FoundPage(len(page.hits), page.total.value, table, to_wire_claims(page, service.concepts))

    def rows() -> Iterable[ClaimHit]:
        return islice(service.index.iterate_claims(query), asked.limit)

    return Answer(
        "claim",
        find_page,
        lambda: write_claim_csv(rows(), bom=asked.bom),
        lambda: write_jsonl(map(to_wire_claim, rows())),
    )


def answer_articles(asked: ArticleParameters, service: Service) -> Answer:
    """Return the articles asked for; raises QueryRefusedError."""
    query = to_article_query(asked, service)

    def find_page() -> FoundPage:
        page = service.index.search_articles(query)
        table = make_article_hit_table(page.hits)
        return FoundPage(len(page.hits), page.total.value, table, to_wire_articles(page, service.concepts))

    def rows() -> Iterable[ArticleHit]:
        return islice(service.index.iterate_articles(query), asked.limit)

    return Answer(
        "article",
        find_page,
        lambda: write_article_csv(rows(), bom=asked.bom),
        lambda: write_jsonl(map(to_wire_article_hit, rows())),
    )
