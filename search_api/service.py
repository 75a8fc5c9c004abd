"""What every route needs: the index and what was handed in beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from nlp.model.claim import Level
from search_api.archive import CaptureArchive
from search_api.catalogue import SourceCatalogue
from search_api.index.document import summarize
from search_api.index.protocol import Concepts, SearchIndex
from search_api.index.record import ArticleSummary, IndexedArticle
from search_api.problem import NotHereError
from search_api.query import ArticleQuery, ClaimQuery


@dataclass(frozen=True)
class Service:
    """Handed to each router when the app is made; None for what this service runs without."""

    index: SearchIndex
    archive: CaptureArchive | None = None
    catalogue: SourceCatalogue | None = None
    concepts: Concepts | None = None
    followed: tuple[str, ...] = ()
    """Ids of the places that the operator follows."""

    def find_article(self, article_id: str) -> tuple[IndexedArticle, ArticleSummary]:
        """The article of an id with its summary. Raises NotHereError where there is none."""
        indexed = self.index.get_article(article_id)
        if indexed is None:
            raise NotHereError(
                f"no article has the id {article_id[:64]!r}",
                where="id",
                hint="Ids are 32 hex digits, as `article.id` in /claims gives them.",
            )
        return indexed, summarize(indexed)

    def source_name(self, source_id: str) -> str:
        """The name of an outlet, else its id."""
        name = self.catalogue.source_name(source_id) if self.catalogue is not None else None
        return name or source_id

    def knows_source(self, source_id: str) -> bool:
        """True for an outlet of the catalogue, and for one whose articles the index holds."""
        if self.catalogue is not None and self.catalogue.source_name(source_id) is not None:
            return True
        return self.index.count_articles(ArticleQuery(sources=(source_id,))) > 0

    def list_sources(self) -> Mapping[str, str]:
        """Names by id: of the catalogue, and of those with the most articles in the index."""
        page = self.index.search_articles(ArticleQuery(facets=("source",), limit=1))
        held = (one.value for facet in page.facets for one in facet.values)
        known = self.catalogue.source_ids() if self.catalogue is not None else ()
        return {one: self.source_name(one) for one in (*known, *held)}

    def holds_unit(self, unit: str) -> bool:
        """True where the index has a claim in this unit, of whatever level."""
        levels: tuple[tuple[Level, ...], ...] = ((), ("individual",))
        return any(self.index.count_claims(ClaimQuery(units=(unit,), levels=level)) for level in levels)

    def holds_concept(self, kind: str, concept_id: str) -> bool:
        """True where an article of the index names this place, product or organisation."""
        return self.index.count_articles(ArticleQuery(**{f"{kind}s": (concept_id,)})) > 0
