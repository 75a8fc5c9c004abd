"""Compiles the typed query to tantivy's query objects; no text of a user reaches a query parser."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import tantivy
from tantivy import FieldType, Occur

from search_api.analysis.query_words import QueryWord, analyse_query
from search_api.base_unit import base_unit
from search_api.index.document import to_microseconds
from search_api.index.embedded_schema import TEXT_FIELDS, make_schema
from search_api.index.interval import asked_interval
from search_api.index.surrogate import readable
from search_api.query import ArticleQuery, ClaimQuery, Query

_BOOSTS = {"quote": 2.0, "headline": 1.5, "name": 1.0, "body": 1.0}
"""The sentence that holds the figure says best what the figure is about."""
_WHOLE_RUN_BOOST = 0.5
"""Added where Chinese characters stand together as they were typed."""


def compile_claim_query(query: ClaimQuery) -> tantivy.Query:
    """Return the query that finds the claims asked for."""
    parts = _shared_parts("claims", query)
    for field, values in (
        ("article_id", query.article_ids),
        ("status", query.statuses),
        ("aspect", query.aspects),
        ("level", query.levels),
        ("modifier", query.modifiers),
    ):
        parts += _any_of("claims", field, values)
    if "individual" not in query.levels:
        parts.append((Occur.MustNot, _term("claims", "level", "individual")))
    if query.has_value_range:
        parts += _value_parts(query)
    parts += _range_parts("claims", "period_end", FieldType.Integer, low=_day(query.period_from))
    parts += _range_parts("claims", "period_start", FieldType.Integer, high=_day(query.period_to))
    if query.min_confidence is not None:
        parts += _range_parts("claims", "confidence", FieldType.Float, low=query.min_confidence)
    return _all_of(parts)


def compile_article_query(query: ArticleQuery) -> tantivy.Query:
    """Return the query that finds the articles asked for."""
    return _all_of(_shared_parts("articles", query))


Part = tuple[Occur, tantivy.Query]


def _shared_parts(kind: str, query: Query) -> list[Part]:
    parts: list[Part] = []
    if query.text.strip():
        words = analyse_query(query.text)
        # A text without a single word (punctuation alone) is found nowhere.
        parts += [(Occur.Must, _word_query(kind, word)) for word in words] or [_NOTHING]
    for field, values in (
        ("lang", query.languages),
        ("source", query.sources),
        ("place", query.places),
        ("product", query.products),
        ("organisation", query.organisations),
        ("measure", query.measures),
        ("unit", query.units),
    ):
        parts += _any_of(kind, field, values)
    parts += _range_parts(
        kind, "published", FieldType.Integer, low=_moment(query.published_from), high=_moment(query.published_to)
    )
    parts += _range_parts(kind, "indexed", FieldType.Integer, low=_moment(query.indexed_since))
    return parts


_NOTHING: Part = (Occur.Must, tantivy.Query.empty_query())


def _word_query(kind: str, word: QueryWord) -> tantivy.Query:
    fields = TEXT_FIELDS[kind]
    return tantivy.Query.disjunction_max_query(
        [tantivy.Query.boost_query(_field_query(kind, field, word), _BOOSTS[field]) for field in fields], 0.1
    )


def _field_query(kind: str, field: str, word: QueryWord) -> tantivy.Query:
    name = f"{field}_exact" if word.exact else field
    terms = [_term(kind, name, term, "position") for term in word.terms]
    if len(terms) == 1:
        return terms[0]
    if word.least <= 1:
        return tantivy.Query.disjunction_max_query(terms, 0.1)
    found = tantivy.Query.boolean_query(
        [(Occur.Should, term) for term in terms], minimum_number_should_match=word.least
    )
    together = tantivy.Query.phrase_query(make_schema(kind), f"{field}_exact", list(word.surface))
    return tantivy.Query.boolean_query(
        [(Occur.Must, found), (Occur.Should, tantivy.Query.boost_query(together, _WHOLE_RUN_BOOST))]
    )


def _value_parts(query: ClaimQuery) -> list[Part]:
    asked = asked_interval(query)
    name: str = query.match
    parts: list[Part] = []
    if query.value_unit is not None:
        name = f"{query.match}_base"
        parts = _any_of("claims", "base_unit", (base_unit(query.value_unit).id,))
    low = None if query.value_min is None else asked.low
    high = None if query.value_max is None else asked.high
    parts += _range_parts("claims", f"{name}_high", FieldType.Float, low=low)
    parts += _range_parts("claims", f"{name}_low", FieldType.Float, high=high)
    return parts


def _any_of(kind: str, field: str, values: Sequence[str]) -> list[Part]:
    if not values:
        return []
    alternatives: Iterable[Part] = ((Occur.Should, _term(kind, field, value)) for value in values)
    return [(Occur.Must, tantivy.Query.const_score_query(tantivy.Query.boolean_query(list(alternatives)), 0.0))]


def _range_parts(
    kind: str, field: str, field_type: FieldType, *, low: float | None = None, high: float | None = None
) -> list[Part]:
    if low is None and high is None:
        return []
    found = tantivy.Query.range_query(make_schema(kind), field, field_type, low, high)
    return [(Occur.Must, tantivy.Query.const_score_query(found, 0.0))]


def _all_of(parts: list[Part]) -> tantivy.Query:
    if any(occur is Occur.Must for occur, _ in parts):
        return tantivy.Query.boolean_query(parts)
    return tantivy.Query.boolean_query([(Occur.Must, tantivy.Query.all_query()), *parts])


def _term(kind: str, field: str, value: str, index_option: str = "basic") -> tantivy.Query:
    return tantivy.Query.term_query(make_schema(kind), field, readable(value), index_option)


def _moment(moment: datetime | None) -> int | None:
    return None if moment is None else to_microseconds(moment)


def _day(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
