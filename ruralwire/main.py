"""The command `ruralwire`: one subcommand per module of `ruralwire.commands`."""

import sys

import typer

from ruralwire.commands.analyse import analyse

app = typer.Typer(
    name="ruralwire",
    help="Every number in the news becomes a claim: what, how much, where, when, who says so, with the exact words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
app.command()(analyse)


@app.callback()
def _main() -> None:
    """Commands print results on standard output and messages on standard error."""


def run() -> None:
    """Entry point of the console command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a pipe on Windows, or LANG=C, would refuse Arabic and Chinese
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
