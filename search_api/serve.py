"""Runs the service."""

import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

_WAITING_CONNECTIONS = 2048


def serve(app: FastAPI, host: str, port: int, *, on_listening: Callable[[str], None] | None = None) -> None:
    """Serve until interrupted (Ctrl-C or SIGTERM).

    `port` 0 takes a free one; `on_listening` is told the address, `http://127.0.0.1:8000`, once connections are
    taken. Raises OSError where host and port cannot be had.
    """
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    # Bound here: uvicorn itself would log the reason of a failure and end the process.
    with _listen(host, port) as listener:
        if on_listening is not None:
            on_listening(address_of(listener))
        uvicorn.Server(config).run(sockets=[listener])


def address_of(listener: socket.socket) -> str:
    """Return the URL of a listening socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _listen(host: str, port: int) -> socket.socket:
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    return socket.create_server((host, port), family=family, backlog=_WAITING_CONNECTIONS)
