"""What an error is answered with: the one table from exceptions to statuses and problems."""

from collections.abc import Sequence

from pydantic import Field

from nlp.model.span import Record
from search_api.index.error import (
    CursorError,
    CursorExpiredError,
    IndexFormatError,
    SearchIndexError,
)
from search_api.query import Candidate, QueryError, QueryRefusedError

_VALID = " Valid: "


class Problem(Record):
    """What is wrong, where, and what would be right."""

    error: str
    where: str
    """The parameter; the parameters, separated by commas, where several are wrong."""
    hint: str = ""
    candidates: tuple[Candidate, ...] | None = None
    """What an ambiguous or unknown name may have meant: ask again with one of these ids."""
    problems: tuple["Problem", ...] | None = None
    """Each by itself, where several parameters are wrong."""
    value: str = Field(default="", exclude=True)
    """What was given there."""


class NotHereError(Exception):
    """Nothing stands under this id."""

    def __init__(self, error: str, *, where: str, hint: str) -> None:
        super().__init__(error)
        self.where = where
        self.hint = hint


class NotShownError(NotHereError):
    """What stands there may not be shown."""


_ANSWERS: tuple[tuple[type[Exception], int, str, str], ...] = (
    # exception, status, where, hint (those of the exception itself come first)
    (QueryError, 422, "query", ""),
    (NotShownError, 403, "path", ""),
    (NotHereError, 404, "path", ""),
    (
        CursorExpiredError,
        410,
        "cursor",
        "Ask again without the cursor, or sort by a field: such cursors do not expire.",
    ),
    (CursorError, 400, "cursor", "Ask again without the cursor and follow the cursors of that answer."),
    (IndexFormatError, 503, "index", "The operator must rebuild the index."),
    (SearchIndexError, 503, "index", "Try again in a moment; the operator finds more with `ruralwire doctor`."),
)


def describe_exception(error: Exception) -> tuple[int, Problem] | None:
    """Return the status and problem that an exception is answered with, None for one that is not foreseen."""
    if isinstance(error, QueryRefusedError):
        return 422, _join([_describe_as(one, "query", "") for one in error.errors])
    for kind, status, where, hint in _ANSWERS:
        if isinstance(error, kind):
            return status, _describe_as(error, where, hint)
    return None


def _describe_as(error: Exception, where: str, hint: str) -> Problem:
    return Problem(
        error=str(error),
        where=getattr(error, "where", where),
        hint=getattr(error, "hint", hint),
        candidates=getattr(error, "candidates", None) or None,
        value=getattr(error, "value", ""),
    )


def _join(problems: Sequence[Problem]) -> Problem:
    """One problem that tells all of them."""
    if len(problems) == 1:
        return problems[0]
    hints: list[str] = []
    listed: set[str] = set()
    for one in problems:
        meant, _, valid = one.hint.partition(_VALID)
        told = meant if valid in listed else one.hint
        listed.add(valid)
        hints += [f"{one.where}: {told}"] if told else []
    return Problem(
        error="; ".join(one.error for one in problems),
        where=", ".join(dict.fromkeys(one.where for one in problems)),
        hint=" ".join(hints),
        problems=tuple(problems),
    )
