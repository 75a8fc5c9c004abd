"""`ruralwire crawl`: visits sources, keeps what is new, reads and indexes it."""

from typing import Annotated

import typer

from crawlers.crawl import require_contact
from ruralwire.console import EXIT_BUSY, EXIT_FAILED, EXIT_PARTLY, fail, say, show, warn
from ruralwire.crawling import CrawlSummary, crawl_sources, list_due
from ruralwire.name_check import require_known_sources
from ruralwire.options import load_command_settings
from ruralwire.summary import count, describe_crawl, describe_problems, describe_unread
from ruralwire.workspace import Workspace, open_workspace
from settings.source import Source, choose_watched, select_sources


def crawl(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Ids of sources to visit now; without any, all that are due."),
    ] = None,
    now: Annotated[bool, typer.Option("--now", help="Visit all watched sources, due or not.")] = False,
) -> None:
    """Visit the sources that are due, keep what is new, read and index it.

    Which sources are watched stands in the configuration; `ruralwire sources` shows them. robots.txt and crawl
    delays are obeyed, and the user agent names your contact. Exit code 1: some source could not be read at all.

    Example: ruralwire crawl xinhua-en peoples-daily-ar
    """
    settings = load_command_settings(context)
    with open_workspace(settings) as workspace:
        wanted = _choose(workspace, sources or [], now=now)
        require_contact([one.home for one in wanted], settings)
        if wanted:
            say(f"Visiting {count(len(wanted), 'source')}.")
        else:
            say("No source is due yet: name those to be visited now, or say --now.")
        summary = crawl_sources(workspace, wanted)
    _show(summary)


def _choose(workspace: Workspace, names: list[str], *, now: bool) -> list[Source]:
    if names:
        require_known_sources(names, workspace.sources)
        return list(select_sources(workspace.sources, names))
    watched = choose_watched(workspace.sources, workspace.settings)
    return list(watched) if now else list_due(workspace, watched)


def _show(summary: CrawlSummary) -> None:
    for line in describe_crawl(summary):
        show(line)
    for problem in describe_problems(summary):
        warn(problem)
    for unread in describe_unread(summary.indexing):
        warn(unread)
    if summary.report.error:
        fail(summary.report.error, code=EXIT_BUSY if summary.report.is_busy else EXIT_FAILED)
    if any(one.has_failed and one.problems for one in summary.sources):
        raise typer.Exit(EXIT_PARTLY)
