"""The crawl process: one Scrapy crawl, told by a job on standard input, telling its progress as lines of JSON."""

import asyncio
import contextlib
import logging
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

from crawlers.archive import Archive, ArchiveError
from crawlers.crawl_event import LOCKED, CrawlEvent, CrawlJob, Tell
from crawlers.database import StateError
from crawlers.intake import Intake
from crawlers.lock import LockedError
from crawlers.state import State
from settings.log import configure_logging
from settings.scrapy_settings import make_scrapy_settings

if TYPE_CHECKING:
    from scrapy.crawler import AsyncCrawlerProcess

LOG_FILE_NAME = "crawl.log"
_GRACE_SECONDS = 3.0
"""For what is on its way; shorter than the parent's patience."""
_BROKEN_OFF = 3


def main() -> int:
    """Run one crawl; ends early, and in order, when standard input ends."""
    job = CrawlJob.model_validate_json(sys.stdin.buffer.readline())
    # What a library prints must not mix with the progress.
    progress = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    configure_logging(level=logging.INFO, file=job.settings.data_dir / LOG_FILE_NAME)

    def tell(event: CrawlEvent) -> None:
        # Where nobody listens any more, standard input has ended too, and so will the crawl.
        with contextlib.suppress(BrokenPipeError):
            progress.write(event.model_dump_json(exclude_defaults=True).encode() + b"\n")
            progress.flush()

    try:
        archive = Archive(job.settings.archive_dir)
        with (
            State(job.settings.database_url) as state,
            Intake(archive, state, rotate_bytes=job.settings.archive.rotate_bytes) as intake,
        ):
            _crawl(job, intake, tell)
    except (LockedError, ArchiveError, StateError) as error:
        reason = LOCKED if isinstance(error, LockedError) else ""
        tell(CrawlEvent(kind="error", reason=reason, detail=str(error)))
        return 1
    return 0


def _crawl(job: CrawlJob, intake: Intake, tell: Tell) -> None:
    # Scrapy is imported here: it is this process that carries a reactor, no other.
    from scrapy.crawler import AsyncCrawlerProcess

    from crawlers.spiders.page import PageSpider
    from crawlers.spiders.source import SourceSpider

    process = AsyncCrawlerProcess(make_scrapy_settings(job.settings))
    spider = SourceSpider if job.sources else PageSpider
    process.crawl(spider, job=job, intake=intake, tell=tell)

    threading.Thread(target=_stop_at_end_of_input, args=(process,), daemon=True).start()
    process.start()


def _stop_at_end_of_input(process: "AsyncCrawlerProcess") -> None:
    """Wait until the parent closes our input, or dies; then end the crawl in order."""
    from twisted.internet import reactor

    # Not through sys.stdin: its lock would be held at the interpreter's end.
    while os.read(sys.stdin.fileno(), 1):
        pass
    reactor.callFromThread(lambda: asyncio.ensure_future(process.stop()))
    # Scrapy would fetch all that waits in its queues, at the pace of the crawl delay. What is cut off here is
    # lost no more than by a kill: the pages stay due.
    time.sleep(_GRACE_SECONDS)
    os._exit(_BROKEN_OFF)


if __name__ == "__main__":
    sys.exit(main())
