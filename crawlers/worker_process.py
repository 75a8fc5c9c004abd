"""The inside of a worker process: takes jobs as lines from standard input, answers each with one line."""

import faulthandler
import os
import sys
from collections.abc import Callable

from settings.log import configure_logging

READY = b"ready\n"
_MEMORY_BYTES = 4 << 30
_SELF_DESTRUCTION_SECONDS = 600.0
"""The pool ends a hung worker long before; this is for one whose pool was itself killed."""


def run_worker(answer: Callable[[bytes], bytes]) -> None:
    """Answer until standard input ends; `answer` takes a line and returns one without its end, and never raises."""
    _limit_memory()
    configure_logging()
    # What a library prints must not mix with the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    answers.write(READY)
    answers.flush()
    for line in sys.stdin.buffer:
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (faulthandler takes a file)
            faulthandler.dump_traceback_later(_SELF_DESTRUCTION_SECONDS, exit=True, file=nowhere)
            answered = answer(line)
            faulthandler.cancel_dump_traceback_later()
        answers.write(answered + b"\n")
        answers.flush()


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
