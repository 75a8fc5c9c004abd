"""Order and pages of the embedded index: nothing is skipped or repeated, whatever is written meanwhile."""

import base64
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search_api.index.embedded import EmbeddedIndex
from search_api.index.error import CursorError, CursorExpiredError
from search_api.index.record import IndexedArticle
from search_api.query import ArticleQuery, ClaimQuery
from tests.search_api.building import make_article, said

MakeIndex = Callable[..., EmbeddedIndex]
SORTS = ("relevance", "published", "indexed", "period", "value", "confidence", "id")


def priced(name: str, value: int, **fields: Any) -> IndexedArticle:
    return make_article(name, f"Apples cost {value} yuan.", said(f"{value} yuan", value, "CNY"), **fields)


def ids_of(index: EmbeddedIndex, *, then: Callable[[int], None] | None = None, **asked: Any) -> list[str]:
    """Ids of all rows, page by page; `then` is called with the number of each page that was read."""
    found: list[str] = []
    cursor, number = None, 0
    while True:
        page = index.search_claims(ClaimQuery(cursor=cursor, **asked))
        found += [hit.claim.id for hit in page.hits]
        number += 1
        if page.cursor is None:
            return found
        assert len(page.hits) == asked["limit"]
        cursor = page.cursor
        if then is not None:
            then(number)


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("limit", [1, 3, 4, 10])
def test_pages_joined_are_the_whole_answer(index: EmbeddedIndex, sort: Any, descending: bool, limit: int) -> None:
    asked = {"sort": sort, "descending": descending}
    whole = [hit.claim.id for hit in index.search_claims(ClaimQuery(limit=100, **asked)).hits]
    assert len(whole) == len(set(whole)) == 10
    assert ids_of(index, limit=limit, **asked) == whole
    assert [hit.claim.id for hit in index.iterate_claims(ClaimQuery(**asked))] == whole


KEYS: dict[str, Callable[[Any], Any]] = {
    "published": lambda hit: hit.article.published_at,
    "indexed": lambda hit: hit.article.indexed_at,
    "period": lambda hit: hit.claim.period and hit.claim.period.start,
    "confidence": lambda hit: hit.claim.confidence,
}


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", list(KEYS))
def test_rows_are_in_order_with_nulls_last_and_the_id_as_last_key(
    index: EmbeddedIndex, sort: Any, descending: bool
) -> None:
    hits = index.search_claims(ClaimQuery(sort=sort, descending=descending, limit=100)).hits
    rows = [(KEYS[sort](hit), hit.claim.id) for hit in hits]
    known = sorted((row for row in rows if row[0] is not None), key=lambda row: row[1])
    known.sort(key=lambda row: row[0], reverse=descending)
    assert rows == known + sorted((row for row in rows if row[0] is None), key=lambda row: row[1])


def test_values_are_ordered_in_base_units_below_zero_too(make_index: MakeIndex) -> None:
    index = make_index(
        make_article("a", "It grew 2 tonnes.", said("2 tonnes", 2, "tonne")),
        make_article("b", "It grew 1500 kg.", said("1500 kg", 1500, "kg")),
        make_article("c", "It was -3 kg.", said("-3 kg", -3, "kg")),
        make_article("d", "It was 0.5 jin.", said("0.5 jin", "0.5", "jin")),
    )
    found = index.search_claims(ClaimQuery(sort="value", descending=False)).hits
    assert [hit.claim.surface for hit in found] == ["-3 kg", "0.5 jin", "1500 kg", "2 tonnes"]


@pytest.mark.parametrize("descending", [True, False])
def test_ids_sort_either_way(index: EmbeddedIndex, descending: bool) -> None:
    ids = [hit.claim.id for hit in index.search_claims(ClaimQuery(sort="id", descending=descending)).hits]
    assert ids == sorted(ids, reverse=descending)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.lists(st.sampled_from([-2, 0, 1, 1, 1, 7]), min_size=1, max_size=14),
    limit=st.integers(1, 5),
    descending=st.booleans(),
)
def test_many_equal_keys_are_paged_through(
    tmp_path_factory: pytest.TempPathFactory, values: list[int], limit: int, descending: bool
) -> None:
    from search_api.index.embedded import open_embedded_index

    with open_embedded_index(tmp_path_factory.mktemp("equal") / "index", writable=True) as index:
        index.write_articles(priced(f"n{number}", value) for number, value in enumerate(values))
        index.commit()
        found = ids_of(index, limit=limit, sort="value", descending=descending)
        assert len(found) == len(set(found)) == len(values)
        kept = [index.get_claim(one) for one in found]
        keys = [float(one.claim.value) for one in kept if one is not None]
        assert len(keys) == len(found)
        assert keys == sorted(keys, reverse=descending)


@pytest.mark.parametrize("sort", ["published", "indexed", "value", "confidence", "id"])
def test_rows_that_arrive_meanwhile_neither_repeat_nor_push_out_others(make_index: MakeIndex, sort: Any) -> None:
    index = make_index(*(priced(f"old{number}", number % 4) for number in range(12)))
    old = {hit.claim.id for hit in index.iterate_claims(ClaimQuery())}

    def add(number: int) -> None:
        index.write_articles([priced(f"new{number}{one}", one) for one in range(5)])
        index.commit()

    found = ids_of(index, limit=3, sort=sort, then=add)
    assert len(found) == len(set(found))
    assert old <= set(found)


def test_a_row_that_vanishes_meanwhile_pushes_out_no_other(make_index: MakeIndex) -> None:
    articles = [priced(f"n{number}", number) for number in range(9)]
    index = make_index(*articles)

    def drop(number: int) -> None:
        index.delete_articles([articles[9 - 3 * number].article.id])  # the last row that was read
        index.commit()

    found = ids_of(index, limit=3, sort="value", then=drop)
    assert len(found) == len(set(found)) == 9


def test_the_most_relevant_rows_stay_in_the_state_they_were_first_asked_in(make_index: MakeIndex) -> None:
    index = make_index(*(priced(f"old{number}", number) for number in range(10)))
    old = {hit.claim.id for hit in index.iterate_claims(ClaimQuery())}

    def add(number: int) -> None:
        index.write_articles([priced(f"new{number}", 5)])
        index.commit()

    assert set(ids_of(index, limit=3, text="apples", then=add)) == old


def test_a_cursor_of_relevance_says_when_it_has_expired(make_index: MakeIndex) -> None:
    index = make_index(*(priced(f"old{number}", number) for number in range(4)))
    cursor = index.search_claims(ClaimQuery(text="apples", limit=2)).cursor
    for number in range(12):
        index.write_articles([priced(f"new{number}", 5)])
        index.commit()
        index.search_claims(ClaimQuery(text="apples"))
    with pytest.raises(CursorExpiredError, match="has expired"):
        index.search_claims(ClaimQuery(text="apples", limit=2, cursor=cursor))


def test_without_words_the_newest_stand_first(index: EmbeddedIndex) -> None:
    published = [hit.article.published_at for hit in index.search_claims(ClaimQuery(limit=100)).hits]
    known = [moment for moment in published if moment is not None]
    assert known == sorted(known, reverse=True)


def test_a_page_may_be_as_long_as_the_answer(index: EmbeddedIndex) -> None:
    assert index.search_claims(ClaimQuery(limit=10, sort="id")).cursor is None
    assert index.search_claims(ClaimQuery(limit=9, sort="id")).cursor is not None
    assert index.search_claims(ClaimQuery(text="unfindable")).cursor is None


def test_the_limit_may_change_from_page_to_page(index: EmbeddedIndex) -> None:
    first = index.search_claims(ClaimQuery(limit=2, sort="value"))
    rest = index.search_claims(ClaimQuery(limit=50, sort="value", cursor=first.cursor))
    assert len({hit.claim.id for hit in (*first.hits, *rest.hits)}) == 10


def test_articles_are_paged_too(index: EmbeddedIndex) -> None:
    found: list[str] = []
    cursor = None
    for _ in range(3):
        page = index.search_articles(ArticleQuery(limit=2, sort="published", cursor=cursor))
        found += [hit.article.id for hit in page.hits]
        cursor = page.cursor
    assert cursor is None
    assert found == [hit.article.id for hit in index.iterate_articles(ArticleQuery(sort="published"))]
    assert len(set(found)) == 6


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "nonsense",
        "é" * 20,
        "A" * 100_000,
        base64.urlsafe_b64encode(b"x" * 12 + b'{"v":1,"q":"","p":{"kind":"key"}}').decode(),
        base64.urlsafe_b64encode(b"x" * 12 + b"[" * 300).decode(),
    ],
)
def test_a_forged_cursor_is_refused(index: EmbeddedIndex, forged: str) -> None:
    with pytest.raises(CursorError, match="not given out by this index"):
        index.search_claims(ClaimQuery(limit=2, sort="value", cursor=forged))


def test_a_cursor_that_was_changed_is_refused(index: EmbeddedIndex) -> None:
    cursor = index.search_claims(ClaimQuery(limit=2, sort="value")).cursor
    assert cursor is not None
    for changed in (cursor[:-4] + "AAAA", ("A" if cursor[0] != "A" else "B") + cursor[1:], cursor + "A"):
        with pytest.raises(CursorError, match="not given out by this index"):
            index.search_claims(ClaimQuery(limit=2, sort="value", cursor=changed))


@pytest.mark.parametrize(
    "other",
    [
        {"sort": "published"},
        {"sort": "value", "descending": False},
        {"sort": "value", "languages": ("en",)},
        {"sort": "value", "text": "apples"},
    ],
)
def test_a_cursor_of_another_query_is_refused(index: EmbeddedIndex, other: dict[str, Any]) -> None:
    cursor = index.search_claims(ClaimQuery(limit=2, sort="value")).cursor
    with pytest.raises(CursorError, match="belongs to another query"):
        index.search_claims(ClaimQuery(limit=2, cursor=cursor, **other))


def test_a_cursor_of_claims_does_not_fit_articles(index: EmbeddedIndex) -> None:
    cursor = index.search_claims(ClaimQuery(limit=2, sort="published")).cursor
    with pytest.raises(CursorError, match="belongs to another query"):
        index.search_articles(ArticleQuery(limit=2, sort="published", cursor=cursor))


def test_a_cursor_of_another_index_is_refused(index: EmbeddedIndex, make_index: MakeIndex) -> None:
    cursor = index.search_claims(ClaimQuery(limit=2, sort="value")).cursor
    other = make_index(*(priced(f"n{number}", number) for number in range(4)))
    with pytest.raises(CursorError, match="not given out by this index"):
        other.search_claims(ClaimQuery(limit=2, sort="value", cursor=cursor))


@given(st.text(max_size=80))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_as_a_cursor_is_refused_in_words(index: EmbeddedIndex, cursor: str) -> None:
    with pytest.raises(CursorError):
        index.search_claims(ClaimQuery(limit=2, sort="value", cursor=cursor))
