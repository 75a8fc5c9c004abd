"""The one place where expected errors become a message and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

from ruralwire.console import EXIT_BUSY, EXIT_FAILED, EXIT_INTERRUPTED, EXIT_USAGE, fail


@contextmanager
def reporting_errors(*, after_stop: str = "") -> Iterator[None]:
    """End the command with a plain message where an expected error is raised within; others are bugs and pass.

    `after_stop`: what to do after Ctrl-C, if anything.
    """
    try:
        yield
    except KeyboardInterrupt:
        fail(f"stopped; {after_stop}" if after_stop else "stopped", code=EXIT_INTERRUPTED)
    except BrokenPipeError:
        raise  # whoever read our output has seen enough: no error
    except Exception as error:
        code = _find_exit_code(error)
        if code is None:
            raise
        fail(_describe(error), code=code)


def _find_exit_code(error: Exception) -> int | None:
    # Imported here: a command that goes well needs none of these packages for its errors' sake.
    from crawlers.archive import ArchiveError
    from crawlers.database import StateError
    from crawlers.lock import LockedError
    from crawlers.warc import BadWarcError
    from crawlers.worker_pool import WorkerError
    from nlp.pack import PackError
    from search_api.index.error import IndexLockedError, IndexMissingError, SearchIndexError
    from settings.error import ConfigError

    if isinstance(error, (ConfigError, IndexMissingError)):
        return EXIT_USAGE
    if isinstance(error, (LockedError, IndexLockedError)):
        return EXIT_BUSY
    kept = (ArchiveError, StateError, BadWarcError, WorkerError, PackError, SearchIndexError, OSError)
    return EXIT_FAILED if isinstance(error, kept) else None


def _describe(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return str(error)
