"""Pages of an answer in the order of a key with the id as last key, found again by values.

tantivy sorts by one field and knows no continuation, so a page is put together: what ties with the last row of the
page before, what lies beyond it, then the rows without the key. Each part is one bounded search.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import tantivy
from tantivy import FieldType, Occur, Order

from search_api.index.cursor import Position
from search_api.index.embedded_schema import ORDER

_TYPES = {
    "published": FieldType.Integer,
    "indexed": FieldType.Integer,
    "period": FieldType.Integer,
    "value": FieldType.Float,
    "confidence": FieldType.Float,
}
BY_ID = "id"


class Row(NamedTuple):
    """Where a document is, and what it is sorted by."""

    key: int | float | None
    order: int
    address: tantivy.DocAddress


class SortedRows:
    """The rows of one query in one state of the index, under a named sort."""

    def __init__(
        self, searcher: tantivy.Searcher, schema: tantivy.Schema, found: tantivy.Query, sort: str, *, descending: bool
    ) -> None:
        self._searcher = searcher
        self._schema = schema
        self._found = found
        self._sort = sort
        self._descending = descending

    def read(self, after: Position | None, limit: int) -> list[Row]:
        """Return the `limit` rows that follow a position (None: the first ones); fewer at the end."""
        if self._sort == BY_ID:
            return self._by_order(self._found, limit, after.order if after else None, descending=self._descending)
        rows: list[Row] = []
        if after is None or after.key is not None:
            if after is not None:
                rows += self._by_order(self._with(self._equal(after.key)), limit, after.order, after.key)
            rows += self._beyond(after.key if after else None, limit - len(rows))
            after = None
        if len(rows) < limit:
            missing = tantivy.Query.boolean_query(
                [(Occur.Must, self._found), (Occur.MustNot, tantivy.Query.exists_query(self._sort))]
            )
            rows += self._by_order(missing, limit - len(rows), after.order if after else None)
        return rows

    def _beyond(self, bound: int | float | None, limit: int) -> list[Row]:
        if limit <= 0:
            return []
        found = self._with(self._further_than(bound))
        direction = Order.Desc if self._descending else Order.Asc
        hits = self._searcher.search(found, limit=limit, count=False, order_by_field=self._sort, order=direction).hits
        if len(hits) < limit:
            return self._in_order(hits)
        # The last value may go on beyond the page: of its rows those with the first ids belong here.
        last = hits[-1][0]
        rows = self._in_order([hit for hit in hits if hit[0] != last])
        return rows + self._by_order(self._with(self._equal(last)), limit - len(rows), None, last)

    def _in_order(self, hits: list[Any]) -> list[Row]:
        orders = self._searcher.fast_field_values(ORDER, [address for _, address in hits])
        rows = [Row(key, int(order or 0), address) for (key, address), order in zip(hits, orders, strict=True)]
        sign = -1 if self._descending else 1
        return sorted(rows, key=lambda row: (sign * (row.key or 0), row.order))

    def _by_order(
        self,
        found: tantivy.Query,
        limit: int,
        after: int | None,
        key: int | float | None = None,
        *,
        descending: bool = False,
    ) -> list[Row]:
        if limit <= 0:
            return []
        if after is not None:
            low, high = (None, after) if descending else (after, None)
            found = _both(found, self._range(ORDER, FieldType.Unsigned, low, high))
        direction = Order.Desc if descending else Order.Asc
        hits = self._searcher.search(found, limit=limit, count=False, order_by_field=ORDER, order=direction).hits
        return [Row(key, order, address) for order, address in hits]

    def _with(self, condition: tantivy.Query) -> tantivy.Query:
        return _both(self._found, condition)

    def _equal(self, key: int | float | None) -> tantivy.Query:
        return tantivy.Query.range_query(self._schema, self._sort, _TYPES[self._sort], key, key)

    def _further_than(self, bound: int | float | None) -> tantivy.Query:
        if bound is None:
            return tantivy.Query.exists_query(self._sort)
        low, high = (None, bound) if self._descending else (bound, None)
        return self._range(self._sort, _TYPES[self._sort], low, high)

    def _range(self, field: str, field_type: FieldType, low: Any, high: Any) -> tantivy.Query:
        # tantivy refuses an open side that is not inclusive.
        return tantivy.Query.range_query(self._schema, field, field_type, low, high, low is None, high is None)


def read_all(rows: SortedRows, *, at_once: int) -> Iterator[Row]:
    """Yield every row, read `at_once` at a time."""
    after: Position | None = None
    while True:
        found = rows.read(after, at_once)
        yield from found
        if len(found) < at_once:
            return
        after = Position(kind="key", key=found[-1].key, order=found[-1].order)


def _both(first: tantivy.Query, second: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Must, first), (Occur.Must, second)])
