"""`ruralwire product`: what a name of a product means, with its classes, names and codes."""

from typing import Annotated

import typer

from ruralwire.concept_command import Format, show_concept


def product(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any of the six languages, or an id.")],
    limit: Annotated[int, typer.Option(min=0, help="Other products of the name that are listed.")] = 10,
    format: Annotated[Format | None, typer.Option(help="text on a terminal, else json.")] = None,
) -> None:
    """Show what a name of a product means: classes, names, codes, and others of the name.

    Example: ruralwire product "yellow peach"
    """
    show_concept("product", name, limit=limit, format=format)
