"""What the pages need of the catalogue of sources, handed in by the command."""

from collections.abc import Sequence
from typing import Protocol


class SourceCatalogue(Protocol):
    """Outlets by id."""

    def source_name(self, source_id: str) -> str | None:
        """The outlet's name as readers know it, None for an id that the catalogue does not hold."""

    def source_ids(self) -> Sequence[str]:
        """The ids of all outlets that are known."""
