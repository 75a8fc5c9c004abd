"""A fresh index from the stored texts, or from the captures."""

from collections.abc import Iterator
from contextlib import closing
from itertools import islice

from crawlers.harvest import iterate_texts, process_pending, reopen_captures
from crawlers.outcome import Harvested
from crawlers.state import State
from ruralwire.index_folder import build_fresh_index
from ruralwire.indexing import IndexingReport, TextWriter, is_current, read_texts
from ruralwire.progress import show_progress
from ruralwire.workspace import Workspace

_ROWS_AT_ONCE = 500


def rebuild_index(workspace: Workspace, *, extract: bool) -> IndexingReport:
    """Read all stored texts anew into a fresh index, which then takes the place of the old one.

    `extract`: the captures first. Raises LockedError, ArchiveError, StateError, WorkerError and SearchIndexError.
    """
    archive, state, settings = workspace.archive, workspace.state, workspace.settings
    report = IndexingReport()
    if extract:
        reopen_captures(state)
    _extract_pending(workspace)
    # Under the lock of the texts nobody else indexes: what is marked as indexed later is in the new index too.
    with archive.open_writer("texts", rotate_bytes=settings.archive.rotate_bytes):
        with (
            build_fresh_index(settings) as index,
            show_progress("reading", total=state.count_articles()) as progress,
        ):
            writer = TextWriter(index, workspace, report, marks=False)
            for harvested, answer in read_texts(_current_texts(workspace), settings):
                writer.write(harvested, answer)
                progress.advance()
        _mark_all(state)
    return report


def _current_texts(workspace: Workspace) -> Iterator[Harvested]:
    return (one for one in iterate_texts(workspace.archive, workspace.state) if is_current(one))


def _extract_pending(workspace: Workspace) -> None:
    state = workspace.state
    pending = state.count_outcomes().get("pending", 0)
    with show_progress("extracting", total=pending) as progress:
        harvested = process_pending(
            workspace.archive,
            state,
            workspace.settings,
            sources=workspace.sources,
            on_outcome=lambda _: progress.advance(),
        )
        with closing(harvested):
            for _ in harvested:
                pass  # it is read from the state, with all other texts


def _mark_all(state: State) -> None:
    while rows := list(islice(state.iterate_texts(only_unindexed=True), _ROWS_AT_ONCE)):
        state.mark_all_indexed((row.article.id, row.text.id) for row in rows)
