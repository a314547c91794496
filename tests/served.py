"""The built site, served under a sub-path as it is published, and pages to look at it with."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sites import NAME

TOOLS = Path(__file__).parent / "tools/node_modules"


def tool(path: str) -> Path:
    found = TOOLS / path
    if not found.exists():
        pytest.fail("the checkers are missing: scripts/setup.sh checkers")
    return found


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which `folder` is served meanwhile."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def base(published: Path) -> Iterator[str]:
    """The address of the report's site, under a sub-path."""
    with serving(published) as address:
        yield f"{address}{NAME}/"


@pytest.fixture(scope="session")
def tiny_base(tiny_site: Path) -> Iterator[str]:
    """The address of the tiny report's site, at the root of a host."""
    with serving(tiny_site) as address:
        yield address


@pytest.fixture
def open_page(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Opens a page of the report's or the tiny site; at the end of the test no script may have failed."""
    contexts, faults = [], []

    def opened(path: str, before: str = "", whose: str = "report", **options: Any) -> Any:
        base: str = request.getfixturevalue("base" if whose == "report" else "tiny_base")
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"{path}: {error}"))
        if before:
            page.add_init_script(before)
        page.goto(base + path)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults, faults
