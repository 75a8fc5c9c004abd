"""The commands by name, each imported only when it is used: `--help` need not wait for spaCy and Scrapy."""

import itertools
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from ruralwire.console import fail
from ruralwire.errors import reporting_errors


@dataclass(frozen=True)
class CommandEntry:
    """A command: the function of its name in the module of its name in `ruralwire.commands`."""

    summary: str
    """First sentence of its help."""
    after_stop: str = ""
    """What to do after an interruption."""


_GOES_ON = "run the same command again, it goes on where it stopped"


COMMANDS = {
    "demo": CommandEntry(
        "Crawl a sample site, index it and open the service: see the whole way at once.", after_stop=_GOES_ON
    ),
    "init": CommandEntry("Write a configuration: your contact, languages, places and sources."),
    "crawl": CommandEntry("Visit the sources that are due, keep what is new, read and index it.", after_stop=_GOES_ON),
    "add": CommandEntry(
        "Add pages, saved pages, WARC files or your own texts to archive and index.", after_stop=_GOES_ON
    ),
    "analyse": CommandEntry("Read texts and write every number in them as a claim."),
    "search": CommandEntry("Search the claims, or the articles, of the index."),
    "serve": CommandEntry("Serve the search pages and the API."),
    "rebuild": CommandEntry(
        "Read all stored texts anew into a fresh index.",
        after_stop="the index is as it was before; run `ruralwire rebuild` again when there is time",
    ),
    "sources": CommandEntry("Show what is watched, when it was visited and what it gave."),
    "place": CommandEntry("Show what a name of a place means: parents, names, coordinates, and others of the name."),
    "product": CommandEntry("Show what a name of a product means: classes, names, codes, and others of the name."),
    "doctor": CommandEntry("Check configuration, archive, state, index, models and disk, and say what to do."),
}


MAIN_OPTIONS = {"--data-dir": "FOLDER", "--config": "FILE"}
"""Options of `ruralwire` itself that take a value."""


class CommandGroup(TyperGroup):
    """The group of all commands, with one way for all to report errors."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _LazyCommands()

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 (Typer names them)
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (Typer names them)
        """The commands in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; what may be expected to go wrong ends in one message."""
        name, *arguments = [*getattr(ctx, "_protected_args", ()), *ctx.args] or [""]
        _refuse_misplaced(name, arguments)
        with reporting_errors(after_stop=COMMANDS[name].after_stop if name in COMMANDS else ""):
            return super().invoke(ctx)


def _refuse_misplaced(command: str, arguments: list[str]) -> None:
    """Say where an option of `ruralwire` itself stands that was put behind the command."""
    for argument in itertools.takewhile(lambda one: one != "--", arguments):
        option = argument.partition("=")[0]
        if option in MAIN_OPTIONS and command in COMMANDS:
            fail(f"{option} stands before the command: ruralwire {option} {MAIN_OPTIONS[option]} {command} …")


class _LazyCommands(MutableMapping[str, Any]):
    """Looks like the dictionary of commands that Typer keeps."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._loaded:
            if name not in COMMANDS:
                raise KeyError(name)
            self._loaded[name] = _load_command(name)
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def _load_command(name: str) -> Any:
    module = import_module(f"ruralwire.commands.{name}")
    alone = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
    alone.command(name)(getattr(module, name))
    return typer.main.get_command(alone)
