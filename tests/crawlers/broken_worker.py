"""A worker process that goes wrong as the URL of its job says."""

import os
import sys
import time

from crawlers.extraction_job import ExtractionAnswer, ExtractionJob
from crawlers.worker_process import READY
from nlp.model.article import Rejection


def main() -> None:
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    for line in sys.stdin.buffer:
        url = ExtractionJob.model_validate_json(line).capture.url
        if url.endswith("crash"):
            os.abort()
        if url.endswith("hang"):
            time.sleep(60)
        answer = ExtractionAnswer(rejection=Rejection(stage="extract", reason="read", detail=url))
        sys.stdout.buffer.write(answer.model_dump_json().encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
