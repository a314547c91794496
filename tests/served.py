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


# What a page can be given after it was opened.
LATER = {"viewport", "color_scheme", "reduced_motion"}
WINDOW = {"width": 1280, "height": 720}


# Nothing is kept of a visit, and nothing that the page left behind still does is kept either.
FORGET = """() => {
  try {
    localStorage.clear();
    sessionStorage.clear();
    Storage.prototype.setItem = () => {};
  } catch {}
}"""


@pytest.fixture(scope="session")
def tab(browser: Any) -> Iterator[Any]:
    """The one page of a worker that tests use in turn: another costs more than what most of them do with it."""
    context = browser.new_context(viewport=WINDOW)
    yield context.new_page()
    context.close()


def leave(tab: Any) -> None:
    """Make the worker's page as good as new for the next test."""
    tab.unroute_all(behavior="ignoreErrors")
    tab.evaluate(FORGET)
    tab.goto("about:blank")
    tab.set_viewport_size(WINDOW)
    tab.emulate_media(color_scheme="light", reduced_motion="no-preference")
    tab.mouse.move(0, 0)


@pytest.fixture
def open_page(browser: Any, tab: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Opens a page of the report's or the tiny site; at the end of the test no script may have failed.

    The first page of a test is the worker's, made as new, where the options allow it; others are new.
    """
    contexts: list[Any] = []
    faults: list[str] = []
    heard: list[tuple[Any, Any]] = []

    def new(options: dict[str, Any]) -> Any:
        context = browser.new_context(**options)
        contexts.append(context)
        return context.new_page()

    def as_new(options: dict[str, Any]) -> Any:
        media = {name: value for name, value in options.items() if name != "viewport"}
        if "viewport" in options:
            tab.set_viewport_size(options["viewport"])
        if media:
            tab.emulate_media(**media)
        return tab

    def opened(path: str, before: str = "", whose: str = "report", **options: Any) -> Any:
        base: str = request.getfixturevalue("base" if whose == "report" else "tiny_base")
        page = new(options) if heard or before or options.keys() - LATER else as_new(options)

        def hear(error: Any) -> None:
            faults.append(f"{path}: {error}")

        page.on("pageerror", hear)
        heard.append((page, hear))
        if before:
            page.add_init_script(before)
        page.goto(base + path)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield opened
    for page, hear in heard:
        page.remove_listener("pageerror", hear)
    if any(page is tab for page, _ in heard):
        leave(tab)
    for context in contexts:
        context.close()
    assert not faults, faults
