"""The header search, in a browser: what researchers type is found."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.parametrize("query", ["China–US", "China-US", "US", "who", "pingshi", "détente"])
def test_found_by_search(browser: Any, address: str, query: str) -> None:
    page = browser.new_page()
    foreign: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(address) else foreign.append(request.url))
    page.goto(address)
    page.wait_for_selector("html[data-ready]", state="attached")
    page.keyboard.press("/")
    page.fill(".md-search__input", query)
    page.keyboard.press("End")  # the theme reads the query when a key is released
    page.wait_for_selector(".md-search-result__item", timeout=60_000)
    assert "match" in page.inner_text(".md-search-result__meta")
    assert not foreign
    page.close()
