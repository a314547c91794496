"""A server for measurements: compressed as published pages are, with an account of what went over the wire."""

from __future__ import annotations

import functools
import gzip
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKED = (".pf", ".pagefind", ".woff", ".png")


class Served(SimpleHTTPRequestHandler):
    """Serves compressed, as published pages are, and keeps account of what went over the wire."""

    protocol_version = "HTTP/1.1"
    sent: dict[str, int] = {}  # noqa: RUF012 - one account for all requests of a run

    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        packed = body if path.suffix.startswith(PACKED) else gzip.compress(body, 9)
        self.sent[self.path.split("?")[0]] = len(packed)
        self.send_response(200)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "max-age=600")
        if packed is not body:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """`folder` behind a server of this machine; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Served, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def built(root: Path, site: Path, *options: str, **environment: str) -> None:
    """The site of the checkout at `root`, built into `site`; `options` are MkDocs's."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site), *options]
    subprocess.run(command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, check=True)
