"""`ruralwire place`: what a name of a place means, with parents, names and coordinates."""

from typing import Annotated

import typer

from ruralwire.concept_command import Format, show_concept


def place(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any of the six languages, or an id.")],
    limit: Annotated[int, typer.Option(min=0, help="Other places of the name that are listed.")] = 10,
    format: Annotated[Format | None, typer.Option(help="text on a terminal, else json.")] = None,
) -> None:
    """Show what a name of a place means: parents, names, coordinates, and others of the name.

    The first place is the one that a search for the name takes first.

    Example: ruralwire place 丹寨
    """
    show_concept("place", name, limit=limit, format=format)
