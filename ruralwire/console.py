"""What the commands say to people: messages, and errors with exit codes."""

import sys
from typing import NoReturn

import typer
from rich.console import Console

EXIT_OK = 0
EXIT_PARTLY = 1
"""Done, but some of the input was refused or a check found a problem; the messages say which."""
EXIT_USAGE = 2
"""Nothing done: wrong arguments or configuration, or there is no index yet."""
EXIT_BUSY = 3
"""Another process holds what this one needs."""
EXIT_FAILED = 4
"""Broken off: archive, state, index or disk cannot be used; nothing that was kept is lost."""
EXIT_INTERRUPTED = 130
"""Stopped with Ctrl-C, as shells count it."""

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def say(message: str) -> None:
    """A plain line for the user, on standard error so that output can be piped."""
    err.print(message, markup=False)


def show(message: str = "") -> None:
    """A plain line of the result, on standard output."""
    out.print(message, markup=False)


def warn(message: str) -> None:
    """A line on standard error that says what went wrong while the rest goes on."""
    err.print(f"ruralwire: {message}", markup=False, style="red" if sys.stderr.isatty() else None)


def fail(message: str, *, code: int = EXIT_USAGE) -> NoReturn:
    """End the command with a message and an exit code."""
    warn(message)
    raise typer.Exit(code)
