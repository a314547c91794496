"""The built site behind a server, and the search page as a reader meets it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site under a sub-path, as a project's pages are published."""
    site = site.resolve()
    folder = site.parent / f"{site.name}-parent"
    folder.mkdir(exist_ok=True)
    if not (folder / "edition").exists():
        (folder / "edition").symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/edition/"
    server.shutdown()


def ask(page: Any, address: str, typed: str, **fields: str) -> None:
    page.goto(f"{address}search/?{urlencode({'find': typed, **fields})}")
    settled(page)


def settled(page: Any) -> None:
    """Waits until a search has ended, and what follows it is there."""
    page.wait_for_function(
        """() => !/Loading|Reading/.test(document.querySelector("#desk-summary").textContent)
            && document.querySelector("#desk-summary").textContent && (globalThis.Desk.more || !location.search)"""
    )


def shown(page: Any) -> list[dict[str, str]]:
    """All lines, those further down unfolded."""
    while page.is_visible("#desk-further"):
        page.click("#desk-further")
    lines: list[dict[str, str]] = page.evaluate(
        """() => [...document.querySelectorAll("#desk-lines a")].map((a) => ({
            left: a.querySelector(".left").textContent, hit: a.querySelector("mark").textContent,
            right: a.querySelector(".right").textContent, place: a.querySelector(".place").textContent,
            href: a.href}))"""
    )
    return lines


def summary(page: Any) -> str:
    words: str = page.inner_text("#desk-summary")
    return words


def notes(page: Any) -> str:
    words: str = page.inner_text("#desk-notes")
    return words
