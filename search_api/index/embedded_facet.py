"""Counts the commonest values of fields among the rows that a query finds."""

from collections.abc import Iterable
from typing import Any

import tantivy

from search_api.index.embedded_snapshot import Snapshot
from search_api.index.record import Facet, FacetValue

_FACET_VALUES = 20
_COUNTED_VALUES = 1_000
"""Of a facet, so that among equally frequent values the same ones are shown every time."""
_VALUES_PER_SEGMENT = 50_000
"""Of a facet: what a segment leaves out is missing in the counts."""


def count_facets(snapshot: Snapshot, found: tantivy.Query, fields: Iterable[str]) -> tuple[Facet, ...]:
    """Return a facet for each field in turn, its values most frequent first."""
    wanted = tuple(dict.fromkeys(fields))
    if not wanted:
        return ()
    asked = {
        name: {"terms": {"field": name, "size": _COUNTED_VALUES, "segment_size": _VALUES_PER_SEGMENT}}
        for name in wanted
    }
    answer = snapshot.searcher.aggregate(found, asked)
    return tuple(Facet(field=name, values=_facet_values(answer[name]["buckets"])) for name in wanted)


def _facet_values(buckets: list[dict[str, Any]]) -> tuple[FacetValue, ...]:
    values = (FacetValue(value=bucket["key"], count=bucket["doc_count"]) for bucket in buckets)
    return tuple(sorted(values, key=lambda value: (-value.count, value.value))[:_FACET_VALUES])
