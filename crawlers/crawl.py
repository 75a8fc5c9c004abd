"""Crawls, each in a process of its own: a Twisted reactor runs once per process."""

import contextlib
import subprocess
import threading
import time
from collections.abc import Callable, Sequence

from crawlers.crawl_event import CrawlEvent, CrawlJob, CrawlReport
from crawlers.subprocess_python import start_python
from crawlers.url import is_loopback
from settings.config import Settings
from settings.error import ConfigError
from settings.source import Source

_MODULE = "crawlers.run"
_GRACE_SECONDS = 5.0
"""After that a crawl that was asked to end is killed, which loses nothing."""

OnProgress = Callable[[CrawlEvent], None]


def run_crawl(sources: Sequence[Source], settings: Settings, *, on_progress: OnProgress | None = None) -> CrawlReport:
    """Visit sources: read their feeds, sitemaps and listings, and keep the pages that are new.

    Blocks until all is fetched; KeyboardInterrupt ends the crawl in order and is raised again. What keeps it
    from running to its end (another writer, a full disk) is told in the report's `error`. Raises ConfigError
    where other hosts than this machine are to be asked and no contact is configured.
    """
    if not sources:
        return CrawlReport(is_finished=True)
    urls = [url for source in sources for url in (*source.feeds, *source.sitemaps, *source.listings)]
    require_contact(urls, settings)
    return _run(CrawlJob(settings=settings, sources=tuple(sources)), on_progress)


def fetch_pages(
    urls: Sequence[str],
    settings: Settings,
    *,
    by: str,
    sources: Sequence[Source] = (),
    on_progress: OnProgress | None = None,
) -> CrawlReport:
    """Capture single pages now, on behalf of `by`; robots.txt holds. `sources`: those they may belong to."""
    if not urls:
        return CrawlReport(is_finished=True)
    require_contact(urls, settings)
    job = CrawlJob(settings=settings, page_urls=tuple(urls), by=by, catalogue=tuple(sources))
    return _run(job, on_progress)


def require_contact(urls: Sequence[str], settings: Settings) -> None:
    """Raise ConfigError where other hosts than this machine are to be asked and no contact is configured."""
    if not settings.contact and not all(is_loopback(url) for url in urls):
        raise ConfigError(
            'no "contact" is configured: name an email address or a web page, which the user agent shows to the '
            "sites that are visited. `ruralwire init` asks for it; RURALWIRE_CONTACT sets it for once."
        )


def _run(job: CrawlJob, on_progress: OnProgress | None) -> CrawlReport:
    report = CrawlReport(sources=tuple(source.id for source in job.sources))
    begun = time.monotonic()
    process = start_python(_MODULE)
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(job.model_dump_json().encode() + b"\n")
        process.stdin.flush()
        for line in process.stdout:
            event = CrawlEvent.model_validate_json(line)
            report.add(event)
            if on_progress is not None:
                on_progress(event)
    except BrokenPipeError:
        pass  # it died at its start: told below
    finally:
        _end(process)
    report.elapsed_seconds = time.monotonic() - begun
    if not report.is_finished and not report.error:
        log_file = job.settings.data_dir / "crawl.log"
        report.error = (
            f"the crawl process ended early (exit status {process.returncode}); {log_file} may say why. "
            "Run the command again: it goes on where this one stopped."
        )
    return report


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the process in order: closed input asks it to stop; then wait, then kill."""
    assert process.stdin is not None
    assert process.stdout is not None
    # Its last lines of progress must have somewhere to go, or it would wait for us for ever.
    drain = threading.Thread(target=process.stdout.read, daemon=True)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    drain.start()
    try:
        process.wait(_GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    drain.join()
    process.stdout.close()
