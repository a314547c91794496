"""A small server of one folder at a time, whose pages load themselves again when the folder is exchanged."""

from __future__ import annotations

import socket
import socketserver
import sys
import threading
import time
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

EVENTS: Final = "/.edition-events"
ALIVE: Final = 15.0
RELOAD: Final = """<script>
new EventSource("{events}").onmessage = (event) => {{ if (event.data !== "{version}") location.reload(); }};
</script>
"""


class Server(ThreadingHTTPServer):
    """Bound to (host, port) once made, or OSError is raised; answers once there is a folder to show."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int]) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.folder: Path | None = None
        self.version = ""
        self._shown = threading.Condition()
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name, as HTTPServer does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    @property
    def address(self) -> str:
        """The address of the site."""
        host = f"[{self.server_name}]" if self.address_family == socket.AF_INET6 else self.server_name
        return f"http://{host}:{self.server_port}/"

    def show(self, folder: Path | None) -> None:
        """Serve this folder from now on, and have open pages load again."""
        first = self.folder is None
        with self._shown:
            self.folder, self.version = folder, str(time.time_ns())
            self._shown.notify_all()
        if first:
            threading.Thread(target=self.serve_forever, daemon=True).start()

    def next_version(self, seen: str) -> str:
        """The version that is shown, as soon as it is another one than `seen`; after some seconds in any case."""
        with self._shown:
            self._shown.wait_for(lambda: self.version != seen, ALIVE)
            return self.version

    def close(self) -> None:
        """Stop answering and free the port."""
        if self.folder:
            self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who goes away in the middle is no error."""
        if not isinstance(sys.exception() if sys.version_info >= (3, 12) else sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    server: Server

    def __init__(self, request: Any, client_address: Any, server: Server) -> None:
        super().__init__(request, client_address, server, directory=str(server.folder))

    def do_GET(self) -> None:
        if urlsplit(self.path).path == EVENTS:
            self._send_events()
            return
        page = Path(self.translate_path(self.path))
        if page.is_dir() and urlsplit(self.path).path.endswith("/"):
            page /= "index.html"
        if page.suffix == ".html" and page.is_file():
            self._send_page(page, HTTPStatus.OK)
        else:
            del self.headers["If-Modified-Since"]  # Its whole seconds miss a file saved twice within one.
            super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file() and self.command == "GET":
            self._send_page(page, HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def list_directory(self, path: Any) -> None:  # noqa: ARG002  # No page of ours is a list of files.
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Requests are not listed."""

    def _send_page(self, page: Path, status: HTTPStatus) -> None:
        script = RELOAD.format(events=EVENTS, version=self.server.version).encode()
        start, body, end = page.read_bytes().rpartition(b"</body>")
        content = start + script + body + end if body else end + script
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        version = ""
        while True:
            version = self.server.next_version(version)
            self.wfile.write(f"data: {version}\n\n".encode())
            self.wfile.flush()
