"""The errors of an index: each says what is wrong, where, and what would be right."""


class SearchIndexError(Exception):
    """Base of the errors below; the text is meant for the operator."""


class IndexMissingError(SearchIndexError):
    """There is no index where one was looked for."""


class ForeignIndexError(SearchIndexError):
    """The folder holds something else."""


class IndexFormatError(SearchIndexError):
    """The index was written in another format: it must be rebuilt, or the program is too old."""

    def __init__(self, message: str, *, found: int, expected: int) -> None:
        super().__init__(message)
        self.found = found
        self.expected = expected


class IndexDamagedError(SearchIndexError):
    """Files of the index are missing or unreadable."""


class IndexLockedError(SearchIndexError):
    """Another process writes this index; the text says which."""


class IndexWriteError(SearchIndexError):
    """Writing failed; what was committed before still stands."""


class IndexUnavailableError(SearchIndexError):
    """The index cannot be asked just now."""


class CursorError(SearchIndexError):
    """A cursor that is not ours, or of another query."""


class CursorExpiredError(CursorError):
    """A cursor of a snapshot that is no longer kept."""
