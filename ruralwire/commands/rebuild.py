"""`ruralwire rebuild`: reads all stored texts anew into a fresh index."""

from typing import Annotated

import typer

from ruralwire.console import show, warn
from ruralwire.options import load_command_settings
from ruralwire.rebuilding import rebuild_index
from ruralwire.summary import describe_indexing, describe_unread
from ruralwire.workspace import open_workspace


def rebuild(
    context: typer.Context,
    extract: Annotated[
        bool, typer.Option("--extract", help="Read the captured pages anew too, not only their stored texts.")
    ] = False,
) -> None:
    """Read all stored texts anew into a fresh index.

    For an index that is lost, damaged or of an older format, and after the reading has become better. The old index
    answers until the new one is complete; ids stay. Nothing is fetched from the web.

    Example: ruralwire rebuild --extract
    """
    settings = load_command_settings(context)
    with open_workspace(settings) as workspace:
        report = rebuild_index(workspace, extract=extract)
    show(describe_indexing(report))
    for unread in describe_unread(report):
        warn(unread)
