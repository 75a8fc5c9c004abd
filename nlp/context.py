"""What is known about an article before its text is read."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Context:
    """Date of publication with the outlet's own offset, the outlet's country (ISO alpha-2), and its source id."""

    published_at: datetime | None = None
    country: str | None = None
    source_id: str | None = None
