"""What the commands say to people: messages, errors with exit codes, progress."""

import sys
from typing import NoReturn

import typer
from rich.console import Console

EXIT_OK = 0
EXIT_PARTLY = 1
"""Done, but some of the input was refused; the messages say which."""
EXIT_USAGE = 2
"""Nothing done: wrong arguments or configuration."""
EXIT_BUSY = 3
"""Another process holds what this one needs."""

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def say(message: str) -> None:
    """A plain line for the user, on standard error so that output can be piped."""
    err.print(message, markup=False)


def fail(message: str, *, code: int = EXIT_USAGE) -> NoReturn:
    """End the command with a message and an exit code."""
    err.print(f"ruralwire: {message}", markup=False, style="red" if sys.stderr.isatty() else None)
    raise typer.Exit(code)
