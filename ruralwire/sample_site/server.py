"""The sample site over HTTP, on loopback."""

import os
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from ruralwire.sample_site.response import Response
from ruralwire.sample_site.site import respond

_HOST = "127.0.0.1"
_POLL_SECONDS = 0.05
"""How soon the server notices that it is to end."""
_NOT_MODIFIED = 304


@dataclass
class SampleServer:
    """A running sample site."""

    base_url: str
    visits: Counter[str] = field(default_factory=Counter)
    """How often each path was asked for."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count_visit(self, path: str) -> int:
        """Count a visit of a path; return how many there were, this one included."""
        with self.lock:
            self.visits[path] += 1
            return self.visits[path]


@contextmanager
def serve_sample_site(port: int = 0) -> Iterator[SampleServer]:
    """Serve the sample site in a thread while the block runs; port 0 takes any that is free.

    Raises OSError where the port is taken. What is told once (a busy page, a page before its correction) is told
    once per call.
    """
    server = _Server((_HOST, port), _Handler)
    server.site = SampleServer(f"http://{_HOST}:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(_POLL_SECONDS,), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    site: SampleServer
    daemon_threads = True
    # On Windows this would let two servers share one port.
    allow_reuse_address = os.name != "nt"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away, as a crawler does from a page that is too large, is nothing to report."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        site = self.server.site
        visit = site.count_visit(urlsplit(self.path).path)
        self._send(respond(self.path, base_url=site.base_url, visit=visit), with_body=True)

    def do_HEAD(self) -> None:
        self._send(respond(self.path, base_url=self.server.site.base_url), with_body=False)

    def _send(self, response: Response, *, with_body: bool) -> None:
        etag = response.headers.get("ETag")
        if etag and self.headers.get("If-None-Match") == etag:
            response = Response(status=_NOT_MODIFIED, headers={"ETag": etag})
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.repeat > 1:  # its length is not told: the client must count for itself
            self.send_header("Connection", "close")
        elif response.status != _NOT_MODIFIED:
            self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        if with_body:
            for _ in range(response.repeat):
                self.wfile.write(response.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are counted, not told."""
