"""The API with its pages, over the parts that this data folder holds."""

from collections.abc import Sequence

from fastapi import FastAPI

from crawlers.archive import Archive, ArchiveError
from crawlers.captured_page import load_captured_page
from crawlers.state import State
from nlp.model.article import Rejection
from ruralwire.concepts import KnownConcepts
from ruralwire.name_check import resolve_places
from ruralwire.workspace import Workspace
from search_api.app import make_app
from search_api.archive import CapturedPage
from search_api.index.protocol import SearchIndex
from settings.source import Source


class ArchivedPages:
    """Implements `search_api.archive.CaptureArchive` over the WARC files."""

    def __init__(self, archive: Archive, state: State, *, max_bytes: int) -> None:
        self._archive = archive
        self._state = state
        self._max_bytes = max_bytes

    def read_capture(self, capture_id: str) -> CapturedPage:
        """The captured page; raises LookupError where it is unknown, gone or cannot be decoded."""
        capture = self._state.load_capture(capture_id)
        if capture is None:
            raise LookupError(f"no capture has the id {capture_id}")
        try:
            page = load_captured_page(self._archive, capture, max_bytes=self._max_bytes)
        except ArchiveError as error:
            raise LookupError(str(error)) from error
        if isinstance(page, Rejection):
            raise LookupError(f"{capture.url}: {page.reason} {page.detail}".strip())  # noqa: TRY004 (no wrong type)
        return CapturedPage(page.content, page.content_type, capture.captured_at, page.url)


class SourceNames:
    """Implements `search_api.catalogue.SourceCatalogue` over the sources that are known."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._names = {source.id: source.name for source in sources}

    def source_name(self, source_id: str) -> str | None:
        """The outlet's name, None for an unknown id."""
        return self._names.get(source_id)

    def source_ids(self) -> Sequence[str]:
        """All ids, in order."""
        return tuple(self._names)


def make_service(workspace: Workspace, index: SearchIndex) -> FastAPI:
    """Return the service over an open index and workspace; raises ConfigError for a place that is none."""
    concepts = KnownConcepts()
    return make_app(
        index,
        archive=ArchivedPages(
            workspace.archive, workspace.state, max_bytes=workspace.settings.crawl.max_response_bytes
        ),
        catalogue=SourceNames(workspace.sources),
        concepts=concepts,
        followed=resolve_places(workspace.settings.places, concepts),
    )
