"""The command `ruralwire` with the options that all its commands share."""

import sys
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from ruralwire.command_group import CommandGroup
from ruralwire.console import show
from ruralwire.options import MainOptions

_HELP = """Every number in the news becomes a claim: what was counted, how much, where, when, who says so, with the
exact words and the page they stood on.

Begin with `ruralwire demo`; then `ruralwire init` is the way to the real thing.

\b
Exit codes, of all commands:
  0    done
  1    done in part: some of the input was refused, some sources failed, a
       check found a problem; the messages say which
  2    nothing done: wrong arguments or configuration, or no index yet
  3    another process is writing; it is named
  4    broken off: disk, archive, state or index cannot be used; nothing that
       was kept is lost
  130  stopped with Ctrl-C; crawl, add, rebuild and demo go on where they stopped

Results go to standard output, messages and progress to standard error. Settings stand in config.toml in the data
folder; each can be given by a variable for once: RURALWIRE_CONTACT, RURALWIRE_CRAWL__DELAY_SECONDS and so on.
"""

app = typer.Typer(
    name="ruralwire",
    cls=CommandGroup,
    help=_HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        try:
            version = metadata.version("ruralwire")
        except metadata.PackageNotFoundError:
            version = "(run from a folder that is not installed)"
        show(f"ruralwire {version}")
        raise typer.Exit


@app.callback()
def _take_options(
    context: typer.Context,
    data_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Where archive, state, index and config.toml lie (also: RURALWIRE_DATA_DIR)."
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Another configuration (also: RURALWIRE_CONFIG); its folder is the data folder."
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 (the callback of the option does the work)
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    folder = data_dir.expanduser().absolute() if data_dir is not None else None
    context.obj = MainOptions(config_file=config, data_dir=folder)


def run() -> None:
    """Entry point of the console command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a pipe on Windows, or LANG=C, would refuse Arabic and Chinese
            reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
