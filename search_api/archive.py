"""What the API needs of an archive, handed in by the command."""

from datetime import datetime
from typing import NamedTuple, Protocol


class CapturedPage(NamedTuple):
    """A page as it came over the wire."""

    content: bytes
    media_type: str
    """As the server said it, with its charset: `text/html; charset=windows-1256`."""
    captured_at: datetime
    url: str


class CaptureArchive(Protocol):
    """Pages by the id of their capture."""

    def read_capture(self, capture_id: str) -> CapturedPage:
        """The captured page; raises LookupError where the archive does not hold it."""
