"""`ruralwire demo`: the whole way on a sample site, from its pages to answers with their evidence."""

import contextlib
import errno
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from fastapi import FastAPI

from ruralwire.console import EXIT_BUSY, EXIT_FAILED, fail, say, show
from ruralwire.crawling import crawl_sources
from ruralwire.demo import SAMPLE_PORT, DemoSite, Try, find_tries, serve_demo_site
from ruralwire.index_folder import open_index
from ruralwire.options import load_command_settings
from ruralwire.service import make_service
from ruralwire.summary import count, describe_crawl, describe_problems
from ruralwire.workspace import Workspace, open_workspace
from search_api.index.embedded import EmbeddedIndex
from search_api.query import ArticleQuery
from search_api.serve import serve as run_server
from settings.config import Settings
from settings.source import select_sources

_MORE_PORTS = 20


def demo(
    context: typer.Context,
    once: Annotated[
        bool, typer.Option("--once", "--no-serve", help="Crawl and index, print what to try, and end.")
    ] = False,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port of the service; where it is taken, the next free one.")
    ] = None,
) -> None:
    """Crawl a sample site, index it and open the service: see the whole way at once.

    The site is served on this machine by the command itself: nothing is fetched from elsewhere. Its data goes to
    the folder demo in the data folder, apart from your own; run again, it adds only what is new. Ctrl-C ends it.

    Example: ruralwire demo --once
    """
    settings = load_command_settings(context)
    with serve_demo_site(settings) as site:
        _tell_site(site)
        with open_workspace(site.settings) as workspace:
            _crawl(workspace)
            with open_index(site.settings) as index:
                tries = find_tries(index)
                if once:
                    _show_commands(site.settings.data_dir, tries)
                else:
                    wanted = settings.api.port if port is None else port
                    page = _find_page(index)
                    _serve(make_service(workspace, index), site.settings, wanted, lambda url: _show(url, page, tries))


def _tell_site(site: DemoSite) -> None:
    if site.port != SAMPLE_PORT:
        say(
            f"Port {SAMPLE_PORT} is taken, perhaps by another demo: this one goes to port {site.port}, with a data "
            "folder of its own."
        )
    outlets = count(len(site.settings.sources), "outlet")
    say(f"The sample site, {outlets} in six languages, stands at {site.base_url}/")
    say(f"Crawling it into {site.settings.data_dir}")


def _crawl(workspace: Workspace) -> None:
    sources = select_sources(workspace.sources, workspace.settings.sources)
    summary = crawl_sources(workspace, sources)
    for line in describe_crawl(summary):
        show(line)
    for problem in describe_problems(summary):
        say(f"{problem}: on purpose, as some pages are")
    if summary.report.error:
        fail(summary.report.error, code=EXIT_BUSY if summary.report.is_busy else EXIT_FAILED)


def _find_page(index: EmbeddedIndex) -> str:
    """Path of an article page with many figures."""
    found = index.search_articles(ArticleQuery(text="livestream", limit=50)).hits
    found = found or index.search_articles(ArticleQuery(limit=50)).hits
    if not found:
        return ""
    return f"/a/{max(found, key=lambda hit: hit.claim_count).article.id}"


def _show(url: str, page: str, tries: list[tuple[Try, int]]) -> None:
    show()
    show(f"search page      {url}/")
    if page:
        show(f"an article page  {url}{page}")
    show(f"the API          {url}/docs")
    show()
    show("Try:")
    for one, number in tries:
        show(f"  {one.question} ({count(number, 'claim')})")
        show(f"    {one.make_url(url)}")
    show()
    say("Ctrl-C ends it. Then `ruralwire init` is the way to the real thing.")


def _show_commands(folder: Path, tries: list[tuple[Try, int]]) -> None:
    show()
    show("Try:")
    for one, number in tries:
        show(f"  {one.question} ({count(number, 'claim')})")
        show(f'    ruralwire --data-dir "{folder}" search {one.make_arguments()}')
    show(f'  ruralwire --data-dir "{folder}" serve')


def _serve(app: FastAPI, settings: Settings, wanted: int, on_listening: Callable[[str], None]) -> None:
    host = settings.api.host
    for port in range(wanted, wanted + _MORE_PORTS + 1):
        try:
            with contextlib.suppress(KeyboardInterrupt):  # the way to end it, no error
                run_server(app, host, port, on_listening=on_listening)
            return
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port == wanted + _MORE_PORTS or not wanted:
                fail(
                    f"cannot listen on {host}, port {port}: {error.strerror}. Name another with --port.", code=EXIT_BUSY
                )
            say(f"Port {port} is taken: trying the next.")
