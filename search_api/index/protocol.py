"""What an index can do, in our own words: each engine is one file behind this."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, Self

from nlp.model.concept import Concept, ConceptKind
from search_api.index.record import (
    ArticleHit,
    ArticlePage,
    ClaimHit,
    ClaimPage,
    IndexedArticle,
    IndexedClaim,
    IndexStatus,
)
from search_api.query import ArticleQuery, ClaimQuery


class Concepts(Protocol):
    """What is known about places, products and organisations, handed in by the command."""

    def get(self, concept_id: str) -> Concept | None:
        """The concept of this id with its parents, None where there is none."""

    def resolve(self, kind: ConceptKind, name: str) -> Sequence[Concept]:
        """The concepts that a name in any language may mean, best first; empty where there is none."""

    def suggest(self, kind: ConceptKind, name: str) -> Sequence[Concept]:
        """A few concepts with almost this name, likeliest first: what may have been meant by a misspelt one."""


class SearchIndex(Protocol):
    """Articles and claims, searched. What is written is found after `commit`."""

    def write_articles(self, articles: Iterable[IndexedArticle]) -> int:
        """Write articles with their claims and return how many; what stood under the same ids is replaced."""

    def delete_articles(self, article_ids: Iterable[str]) -> None:
        """Take articles and their claims out."""

    def commit(self) -> None:
        """Make all that was written or deleted durable and visible, to other processes too."""

    def search_claims(self, query: ClaimQuery) -> ClaimPage:
        """Find claims. Raises CursorError for a cursor that is forged, expired or of another query."""

    def search_articles(self, query: ArticleQuery) -> ArticlePage:
        """Find articles. Raises CursorError for a cursor that is forged, expired or of another query."""

    def iterate_claims(self, query: ClaimQuery) -> Iterator[ClaimHit]:
        """All rows of an answer in its order, from one state of the index, whatever is written meanwhile."""

    def iterate_articles(self, query: ArticleQuery) -> Iterator[ArticleHit]:
        """All rows of an answer in its order, from one state of the index, whatever is written meanwhile."""

    def count_claims(self, query: ClaimQuery) -> int:
        """How many claims a query finds."""

    def count_articles(self, query: ArticleQuery) -> int:
        """How many articles a query finds."""

    def get_claim(self, claim_id: str) -> IndexedClaim | None:
        """The claim of an id, None where there is none."""

    def get_article(self, article_id: str) -> IndexedArticle | None:
        """The article of an id as it was written, None where there is none."""

    def status(self) -> IndexStatus:
        """What this index is and holds. Raises IndexUnavailableError where it cannot be read."""

    def close(self) -> None:
        """Free what is held; what was not committed is dropped."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc_info: object) -> None: ...
