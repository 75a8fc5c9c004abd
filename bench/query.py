"""Query: twenty claims found and told why, beside tantivy alone finding and loading twenty documents."""

from collections.abc import Iterator
from typing import Any

import tantivy
from tantivy import Occur

from bench.folder import RunFolder
from bench.measure import Measurement, measure_each
from search_api.analysis.query_words import analyse_query
from search_api.index.embedded import open_embedded_index
from search_api.index.embedded_schema import RECORD, make_schema
from search_api.query import ClaimQuery

QUESTIONS = (
    "farmers", "online sales", "village stores", "orders in 2023", "农村电商", "销售额", "贫困县 网店", "苹果",
    "مبيعات", "المزارعين", "قرية", "الطلبات", "ventes en ligne", "agriculteurs", "villages", "producteurs",
    "ventas", "campesinos", "pedidos", "cosecha", "продажи", "фермеры", "деревня", "заказы",
)  # fmt: skip
_TIMES = 20
"""Each question is asked so often: one alone takes a millisecond."""
_ROWS = 20


def measure_ours(folder: RunFolder, *, keeps: bool) -> Measurement:
    """Ask the index each question for its claims."""
    del keeps
    with open_embedded_index(folder.index) as index:
        return measure_each(
            _questions, lambda text: index.search_claims(ClaimQuery(text=text, limit=_ROWS)), warm=len(QUESTIONS)
        )


def measure_baseline(folder: RunFolder) -> Measurement:
    """Let tantivy find the same words in the quotes, count them, and load the stored documents."""
    schema = make_schema("claims")
    searcher = tantivy.Index(schema, path=str(folder.index / "claims"), reuse=True).searcher()

    def ask(text: str) -> list[bytes]:
        terms = [(Occur.Must, _any_of(schema, word.terms)) for word in analyse_query(text)]
        hits = searcher.search(tantivy.Query.boolean_query(terms), limit=_ROWS, count=True).hits
        return [bytes(searcher.doc(address)[RECORD][0]) for _, address in hits]

    return measure_each(_questions, ask, warm=len(QUESTIONS))


def _questions() -> Iterator[str]:
    for _ in range(_TIMES):
        yield from QUESTIONS


def _any_of(schema: Any, terms: tuple[str, ...]) -> Any:
    return tantivy.Query.boolean_query(
        [(Occur.Should, tantivy.Query.term_query(schema, "quote", term, "position")) for term in terms]
    )
