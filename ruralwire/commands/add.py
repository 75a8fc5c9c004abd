"""`ruralwire add`: pages, saved pages, WARC files and one's own texts, into archive and index."""

import getpass
import sys
from collections import Counter
from typing import Annotated
from urllib.parse import unquote

import typer

from crawlers.given_text import GIVEN_PREFIX
from crawlers.importing import FILE_PREFIX
from ruralwire.added_input import STDIN, AddedInput, RefusedInput, list_inputs
from ruralwire.adding import AddingReport, add_files, add_pages
from ruralwire.console import EXIT_BUSY, EXIT_FAILED, EXIT_PARTLY, fail, show, warn
from ruralwire.indexing import IndexingReport, RejectedCapture, index_pending
from ruralwire.options import load_command_settings
from ruralwire.summary import count, describe_indexing, describe_reasons, describe_unread
from ruralwire.workspace import open_workspace


def add(
    context: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|URL|WARC|JSONL",
            help="Pages to fetch now, saved pages or folders of them, WARC files, texts as JSON Lines; - for the "
            "latter on standard input.",
        ),
    ],
    url: Annotated[str | None, typer.Option(metavar="URL", help="Address of the one saved page that is added.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who adds it; else your contact, else your login name.")
    ] = None,
) -> None:
    """Add pages, saved pages, WARC files or your own texts to archive and index.

    Your own texts are JSON Lines with "id" and "text" and, where known, "title", "published_at", "language" and
    "url". What was added before is known again and changes nothing. A page of a source in the catalogue is shown as
    far as that source allows; what you add of others is shown in full.

    Example: echo '{"id": "1", "text": "Farmers sold 2.5 tonnes of honey in 2019."}' | ruralwire add -
    """
    settings = load_command_settings(context)
    found = list(list_inputs(inputs))
    files = [one for one in found if isinstance(one, AddedInput) and one.kind != "url"]
    urls = [one.name for one in found if isinstance(one, AddedInput) and one.kind == "url"]
    refused = [one for one in found if isinstance(one, RefusedInput)]
    if url is not None and (len(files) != 1 or files[0].kind != "page"):
        fail("--url is the address of one saved page: name that page and nothing else")
    if STDIN in inputs and sys.stdin.isatty():
        fail("no texts: pipe JSON Lines in")
    name = by or settings.contact or _find_login_name()
    reports: list[AddingReport] = []
    with open_workspace(settings) as workspace:
        if urls:
            reports.append(add_pages(workspace, urls, by=name))
        if files:
            reports.append(add_files(workspace, files, by=name, page_url=url))
        indexing = index_pending(workspace) if reports else IndexingReport()
    # Files with several texts of one id have older texts too, which are neither known nor indexed.
    unchanged = max(0, indexing.texts - indexing.articles) if urls and not files else 0
    _show(reports, refused, indexing, unchanged)


def _find_login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container without users
        return "user"


def _show(reports: list[AddingReport], refused: list[RefusedInput], indexing: IndexingReport, unchanged: int) -> None:
    """`unchanged`: pages that were fetched and hold the text that they held before."""
    skipped: Counter[str] = Counter()
    for report in reports:
        skipped.update(report.skipped)
    skipped["not a page"] += sum(1 for one in refused if one.in_folder)
    taken_in = sum(one.taken_in for one in reports)
    parts = [f"{count(taken_in, 'capture')} taken in"]
    if unchanged:
        parts.append(("with" if taken_in == 1 else f"{unchanged} of them with") + " a text that is known already")
    if known := sum(one.known for one in reports):
        parts.append(f"{known:,} known already")
    if skipped.total():
        parts.append(f"{skipped.total():,} skipped ({describe_reasons(skipped)})")
    if rejections := indexing.rejections:
        parts.append(f"{rejections.total():,} rejected ({describe_reasons(rejections)})")
    show(f"{', '.join(parts)}; {describe_indexing(indexing)}")
    problems = [problem for report in reports for problem in report.problems]
    problems += [f"{one.name}: {one.message}." for one in refused if not one.in_folder]
    problems += [f"{_name(one)}: no article could be read from it: {one.reason}" for one in indexing.rejected]
    for problem in (*problems, *describe_unread(indexing)):
        warn(problem)
    for report in reports:
        if report.error:
            fail(report.error, code=EXIT_BUSY if report.is_busy else EXIT_FAILED)
    if problems:
        raise typer.Exit(EXIT_PARTLY)


def _name(rejected: RejectedCapture) -> str:
    """The address; of a saved page without one, its file name."""
    if not rejected.url.startswith(FILE_PREFIX):
        return rejected.url.removeprefix(GIVEN_PREFIX)
    return unquote(rejected.url.removeprefix(FILE_PREFIX).rpartition(":")[0])
