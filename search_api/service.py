"""What every route needs: the index and what was handed in beside it."""

from dataclasses import dataclass

from search_api.archive import CaptureArchive
from search_api.catalogue import SourceCatalogue
from search_api.index.document import summarize
from search_api.index.protocol import Concepts, SearchIndex
from search_api.index.record import ArticleSummary, IndexedArticle
from search_api.problem import NotHereError


@dataclass(frozen=True)
class Service:
    """Handed to each router when the app is made; None for what this service runs without."""

    index: SearchIndex
    archive: CaptureArchive | None = None
    catalogue: SourceCatalogue | None = None
    concepts: Concepts | None = None

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
