"""`ruralwire serve`: the search pages and the API, until Ctrl-C."""

import contextlib
from typing import Annotated

import typer

from ruralwire.console import EXIT_BUSY, fail, say, show
from ruralwire.index_folder import open_index
from ruralwire.options import load_command_settings
from ruralwire.service import make_service
from ruralwire.workspace import open_workspace
from search_api.serve import serve as run_server


def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(metavar="NAME", help="Address to listen on (setting api.host).")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port to listen on (setting api.port); 0: any that is free.")
    ] = None,
) -> None:
    """Serve the search pages and the API.

    The index may be written meanwhile: what crawl, add and rebuild commit is found at once. Ctrl-C ends it.

    Example: ruralwire serve --port 8080
    """
    settings = load_command_settings(context)
    address = host or settings.api.host
    wanted = settings.api.port if port is None else port
    with open_index(settings) as index, open_workspace(settings) as workspace:
        status = index.status()
        say(f"{status.articles:,} articles with {status.claims:,} claims in {status.where}")
        app = make_service(workspace, index)
        try:
            with contextlib.suppress(KeyboardInterrupt):  # the way to end it, no error
                run_server(app, address, wanted, on_listening=_tell_address)
        except OSError as error:
            fail(
                f"cannot listen on {address}, port {wanted}: {error.strerror}. Name another one: "
                "`ruralwire serve --port 0` takes any that is free.",
                code=EXIT_BUSY,
            )


def _tell_address(url: str) -> None:
    show(f"search page  {url}/")
    show(f"API          {url}/docs")
    say("Ctrl-C ends it.")
