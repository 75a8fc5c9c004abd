"""What a command works with: archive, state and sources, opened from the settings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url

from crawlers.archive import Archive
from crawlers.state import State
from settings.config import Settings
from settings.source import Source, load_all_sources


@dataclass(frozen=True)
class Workspace:
    """The open parts of one data folder."""

    settings: Settings
    archive: Archive
    state: State
    sources: tuple[Source, ...]
    """All that are known: the catalogue and the operator's own."""

    def find_source(self, source_id: str | None) -> Source | None:
        """The source of an id."""
        return next((source for source in self.sources if source.id == source_id), None)


@contextmanager
def open_workspace(settings: Settings) -> Iterator[Workspace]:
    """Open what the settings name, making it where it is missing; raises ConfigError and StateError."""
    sources = load_all_sources(settings)
    with State(settings.database_url) as state:
        yield Workspace(settings, Archive(settings.archive_dir), state, sources)


def has_state(settings: Settings) -> bool:
    """False where opening the state would only make an empty database."""
    if settings.state_url and make_url(settings.state_url).get_backend_name() != "sqlite":
        return True
    file = make_url(settings.database_url).database
    return bool(file) and Path(str(file)).is_file()
