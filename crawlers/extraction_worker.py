"""A worker process: reads jobs as lines of JSON from standard input, answers each with one line."""

import faulthandler
import os
import sys

from crawlers.extraction_job import ExtractionAnswer, ExtractionJob, run_extraction
from nlp.model.article import Rejection
from settings.log import configure_logging

READY = b"ready\n"
_MEMORY_BYTES = 4 << 30
_SELF_DESTRUCTION_SECONDS = 600.0
"""The pool ends a hung worker long before; this is for one whose pool was itself killed."""


def main() -> None:
    """Answer until standard input ends."""
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
            answer = _answer(line)
            faulthandler.cancel_dump_traceback_later()
        answers.write(answer.model_dump_json().encode() + b"\n")
        answers.flush()


def _answer(line: bytes) -> ExtractionAnswer:
    try:
        return run_extraction(ExtractionJob.model_validate_json(line))
    except MemoryError:
        return _reject("out_of_memory", "")
    except RecursionError:
        return _reject("too_deep", "the reader's stack was exhausted")
    except Exception as error:  # any page may break a reader: it costs one rejection, which says how
        return _reject("extractor_failed", f"{type(error).__name__}: {error}"[:500])


def _reject(reason: str, detail: str) -> ExtractionAnswer:
    return ExtractionAnswer(rejection=Rejection(stage="extract", reason=reason, detail=detail))


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


if __name__ == "__main__":
    main()
