"""Serving: a made edition shown on the loopback, to this machine alone."""

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from press.workshop.logbook import Hindrance

LOOPBACK = "127.0.0.1"


class Handler(SimpleHTTPRequestHandler):
    """Serves the files of a folder without a word, and nothing of them is kept by the browser."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map,  # noqa: RUF012 - so the base class has it
                      ".woff2": "font/woff2", ".wasm": "application/wasm", ".epub": "application/epub+zip"}

    def log_message(self, format: str, *words: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing of what was asked for."""

    def end_headers(self) -> None:
        """What was made anew is seen anew."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def serve(folder: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve a folder until interrupted; `port` 0 is any that is free, and `tell` hears the address."""
    try:
        server = ThreadingHTTPServer((LOOPBACK, port), partial(Handler, directory=str(folder)))
    except OSError as error:
        raise Hindrance(f"port {port} cannot be used: {error.strerror}: choose another with --port") from None
    with server:
        tell(f"http://{LOOPBACK}:{server.server_port}/")
        server.serve_forever()
