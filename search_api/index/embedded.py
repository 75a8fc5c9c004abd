"""The embedded engine: claims and articles in two tantivy indexes of one folder."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, Self

import tantivy

from search_api.analysis.query_words import QueryWord, analyse_query
from search_api.index.cursor import Position, open_cursor, seal_cursor
from search_api.index.document import make_documents
from search_api.index.embedded_facet import count_facets
from search_api.index.embedded_paging import Row, SortedRows, read_all
from search_api.index.embedded_query import compile_article_query, compile_claim_query
from search_api.index.embedded_schema import ID, RECORD, make_schema, to_tantivy
from search_api.index.embedded_snapshot import Snapshot, Snapshots
from search_api.index.error import IndexDamagedError, IndexLockedError, IndexMissingError, IndexWriteError
from search_api.index.hit import make_article_hit, make_claim_hit
from search_api.index.lock import IndexLock
from search_api.index.manifest import FORMAT, has_manifest, load_manifest, make_folder, make_manifest
from search_api.index.naming import ConceptGetter
from search_api.index.record import (
    ArticleHit,
    ArticlePage,
    ClaimHit,
    ClaimPage,
    IndexedArticle,
    IndexedClaim,
    IndexStatus,
    Total,
)
from search_api.index.surrogate import readable
from search_api.measure import load_measure_names
from search_api.query import ArticleQuery, ClaimQuery, Query

ENGINE = "embedded"
_WRITER_BYTES = 64 * 1024 * 1024
"""Memory that each of the two writers fills before it writes a segment."""
_ROWS_AT_ONCE = 1000
Kind = Literal["claims", "articles"]
_KINDS: tuple[Kind, ...] = ("claims", "articles")


def open_embedded_index(
    folder: Path, *, writable: bool = False, concepts: ConceptGetter | None = None
) -> "EmbeddedIndex":
    """Open the index in a folder; a writer makes it where there is none.

    `concepts` gives names and parents of what claims are bound to, for writing. Raises IndexMissingError (for
    readers), ForeignIndexError, IndexFormatError, IndexDamagedError, IndexLockedError for a second writer, or
    IndexWriteError where the folder cannot be written.
    """
    is_new = writable and not has_manifest(folder)
    if is_new:
        make_folder(folder)
    else:
        load_manifest(folder, engine=ENGINE)
    lock = IndexLock(folder) if writable else None
    try:
        if is_new and not has_manifest(folder):
            make_manifest(folder, engine=ENGINE)
        manifest = load_manifest(folder, engine=ENGINE)
        return EmbeddedIndex(folder, bytes.fromhex(manifest.cursor_key), lock=lock, concepts=concepts)
    except BaseException:
        if lock is not None:
            lock.close()
        raise


class EmbeddedIndex:
    """Implements `SearchIndex` on tantivy. Many readers in many processes, one writer."""

    def __init__(
        self, folder: Path, cursor_key: bytes, *, lock: IndexLock | None, concepts: ConceptGetter | None
    ) -> None:
        self._folder = folder
        self._cursor_key = cursor_key
        self._lock = lock
        self._concepts = concepts
        self._indexes = {kind: _open_tantivy(folder / kind, kind, writable=lock is not None) for kind in _KINDS}
        self._snapshots = {kind: Snapshots(self._indexes[kind], folder / kind) for kind in _KINDS}
        self._writers: dict[Kind, tantivy.IndexWriter] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def write_articles(self, articles: Iterable[IndexedArticle]) -> int:
        """Write articles with their claims; what stood under the same ids is replaced. Found after commit."""
        written = 0
        for indexed in articles:
            document, claims = make_documents(indexed, concepts=self._concepts, measure_names=load_measure_names())
            try:
                self._drop(indexed.article.id)
                for claim in claims:
                    self._writer("claims").add_document(to_tantivy(claim))
                self._writer("articles").add_document(to_tantivy(document))
            except (OSError, ValueError) as error:
                raise self._write_error(error) from error
            written += 1
        return written

    def delete_articles(self, article_ids: Iterable[str]) -> None:
        """Take articles and their claims out. Gone after commit."""
        try:
            for article_id in article_ids:
                self._drop(article_id)
        except (OSError, ValueError) as error:
            raise self._write_error(error) from error

    def commit(self) -> None:
        """Make what was written durable and visible: claims first, so that no article stands without its claims."""
        try:
            for kind in _KINDS:
                if kind in self._writers:
                    self._writers[kind].commit()
        except (OSError, ValueError) as error:
            raise self._write_error(error) from error

    def search_claims(self, query: ClaimQuery) -> ClaimPage:
        """Find claims."""
        found, words = compile_claim_query(query), _words(query)
        snapshot, rows, cursor = self._page("claims", query, found)
        hits = tuple(make_claim_hit(self._claim(snapshot, row), query, words) for row in rows)
        return ClaimPage(
            hits=hits,
            total=Total(value=_count(snapshot, found)),
            facets=count_facets(snapshot, found, query.facets),
            cursor=cursor,
        )

    def search_articles(self, query: ArticleQuery) -> ArticlePage:
        """Find articles."""
        found, words = compile_article_query(query), _words(query)
        snapshot, rows, cursor = self._page("articles", query, found)
        hits = tuple(make_article_hit(_record(snapshot, row), query, words) for row in rows)
        return ArticlePage(
            hits=hits,
            total=Total(value=_count(snapshot, found)),
            facets=count_facets(snapshot, found, query.facets),
            cursor=cursor,
        )

    def iterate_claims(self, query: ClaimQuery) -> Iterator[ClaimHit]:
        """All rows of an answer, from one state of the index."""
        words = _words(query)
        snapshot, addresses = self._all("claims", query, compile_claim_query(query))
        return (make_claim_hit(self._claim(snapshot, address), query, words) for address in addresses)

    def iterate_articles(self, query: ArticleQuery) -> Iterator[ArticleHit]:
        """All rows of an answer, from one state of the index."""
        words = _words(query)
        snapshot, addresses = self._all("articles", query, compile_article_query(query))
        return (make_article_hit(_record(snapshot, address), query, words) for address in addresses)

    def count_claims(self, query: ClaimQuery) -> int:
        """How many claims a query finds."""
        return _count(self._snapshots["claims"].newest(), compile_claim_query(query))

    def count_articles(self, query: ArticleQuery) -> int:
        """How many articles a query finds."""
        return _count(self._snapshots["articles"].newest(), compile_article_query(query))

    def get_claim(self, claim_id: str) -> IndexedClaim | None:
        """The claim of an id."""
        raw = self._get("claims", claim_id)
        return None if raw is None else IndexedClaim.model_validate_json(raw)

    def get_article(self, article_id: str) -> IndexedArticle | None:
        """The article of an id, as it was written."""
        raw = self._get("articles", article_id)
        return None if raw is None else IndexedArticle.model_validate_json(raw)

    def status(self) -> IndexStatus:
        """What this index is and holds."""
        counts = {kind: self._snapshots[kind].newest().searcher.num_docs for kind in _KINDS}
        return IndexStatus(engine=ENGINE, where=str(self._folder), format=FORMAT, **counts)

    def close(self) -> None:
        """Free the writers and their lock; what was not committed is dropped."""
        writers, self._writers = self._writers, {}
        for writer in writers.values():
            writer.rollback()
        writers.clear()
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _page(self, kind: Kind, query: Query, found: tantivy.Query) -> tuple[Snapshot, list[Any], str | None]:
        after = open_cursor(query.cursor, query, self._cursor_key) if query.cursor is not None else None
        if query.effective_sort == "relevance":
            return self._ranked_page(kind, query, found, after)
        snapshot = self._snapshots[kind].newest()
        # One row more than asked for tells whether there is a next page.
        rows = self._sorted(kind, snapshot, query, found).read(after, query.limit + 1)
        if len(rows) <= query.limit:
            return snapshot, [row.address for row in rows], None
        last: Row = rows[query.limit - 1]
        position = Position(kind="key", key=last.key, order=last.order)
        cursor = seal_cursor(position, query, self._cursor_key)
        return snapshot, [row.address for row in rows[: query.limit]], cursor

    def _ranked_page(
        self, kind: Kind, query: Query, found: tantivy.Query, after: Position | None
    ) -> tuple[Snapshot, list[Any], str | None]:
        snapshots = self._snapshots[kind]
        snapshot = snapshots.named(after.snapshot) if after else snapshots.newest()
        start = after.rank if after else 0
        end = start + query.limit
        ranked = snapshot.rank(repr(query.conditions()), found, end + 1)
        cursor = None
        if len(ranked) > end:
            position = Position(kind="rank", snapshot=snapshot.name, rank=end)
            cursor = seal_cursor(position, query, self._cursor_key)
        return snapshot, ranked[start:end], cursor

    def _all(self, kind: Kind, query: Query, found: tantivy.Query) -> tuple[Snapshot, Iterator[Any]]:
        snapshot = self._snapshots[kind].newest()
        if query.effective_sort == "relevance":
            # The engine takes memory for as many rows as it is asked for.
            hits = snapshot.searcher.search(found, limit=max(1, _count(snapshot, found)), count=False).hits
            return snapshot, (address for _, address in hits)
        rows = read_all(self._sorted(kind, snapshot, query, found), at_once=_ROWS_AT_ONCE)
        return snapshot, (row.address for row in rows)

    def _sorted(self, kind: Kind, snapshot: Snapshot, query: Query, found: tantivy.Query) -> SortedRows:
        return SortedRows(
            snapshot.searcher, make_schema(kind), found, query.effective_sort, descending=query.descending
        )

    def _claim(self, snapshot: Snapshot, address: Any) -> IndexedClaim:
        return IndexedClaim.model_validate_json(_record(snapshot, address))

    def _get(self, kind: Kind, record_id: str) -> bytes | None:
        snapshot = self._snapshots[kind].newest()
        hits = snapshot.searcher.search(_by_id(kind, ID, record_id), limit=1, count=False).hits
        return _record(snapshot, hits[0][1]) if hits else None

    def _drop(self, article_id: str) -> None:
        self._writer("claims").delete_documents_by_term("article_id", article_id)
        self._writer("articles").delete_documents_by_term(ID, article_id)

    def _writer(self, kind: Kind) -> tantivy.IndexWriter:
        if self._lock is None:
            raise IndexLockedError(f"the index in {self._folder} was opened for reading: open it with writable=True")
        if kind not in self._writers:
            self._writers[kind] = self._indexes[kind].writer(heap_size=_WRITER_BYTES, num_threads=1)
        return self._writers[kind]

    def _write_error(self, error: Exception) -> IndexWriteError:
        # A writer that failed is of no use any more; the next one begins at the last commit.
        self._writers.clear()
        return IndexWriteError(
            f"the index in {self._folder} could not be written: {error}. What was committed before still stands; "
            "see to the disk (space, permissions) and run the command again"
        )


def _open_tantivy(folder: Path, kind: Kind, *, writable: bool) -> tantivy.Index:
    try:
        if not (folder / "meta.json").is_file():
            if not writable:
                raise IndexMissingError(
                    f"the index in {folder.parent} has no {folder.name} yet: it is just being made, try again in a "
                    "moment; if nothing is, run `ruralwire rebuild`"
                )
            folder.mkdir(exist_ok=True)
        index = tantivy.Index(make_schema(kind), path=str(folder), reuse=True)
        index.config_reader(reload_policy="manual")
    except (OSError, ValueError) as error:
        raise IndexDamagedError(
            f"the index in {folder} cannot be opened ({error}): delete {folder.parent} and run `ruralwire rebuild`, "
            "which makes it anew from the stored texts"
        ) from error
    return index


def _words(query: Query) -> tuple[QueryWord, ...]:
    return analyse_query(query.text)


def _by_id(kind: Kind, field: str, value: str) -> tantivy.Query:
    return tantivy.Query.term_query(make_schema(kind), field, readable(value), "basic")


def _record(snapshot: Snapshot, address: Any) -> bytes:
    return bytes(snapshot.searcher.doc(address)[RECORD][0])


def _count(snapshot: Snapshot, found: tantivy.Query) -> int:
    hits: Any = snapshot.searcher.search(found, limit=1, count=True)  # tantivy's types do not know `count`
    return int(hits.count)
