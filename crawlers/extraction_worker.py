"""A worker process that extracts pages."""

from crawlers.extraction_job import ExtractionAnswer, ExtractionJob, run_extraction
from crawlers.worker_process import run_worker
from nlp.model.article import Rejection


def main() -> None:
    """Answer until standard input ends."""
    run_worker(lambda line: _answer(line).model_dump_json().encode())


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


if __name__ == "__main__":
    main()
