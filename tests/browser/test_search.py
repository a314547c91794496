"""The header search, in a browser: what researchers type is found."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("query", ["China–US", "China-US", "US", "who", "pingshi", "détente"])
def test_found_by_search(browser: Any, base: str, query: str) -> None:
    page = browser.new_page()
    foreign: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(base) else foreign.append(request.url))
    page.goto(base)
    page.wait_for_selector("html[data-ready]", state="attached")
    page.keyboard.press("Control+k")
    page.fill(".md-search__input", query)
    page.keyboard.press("End")  # the theme reads the query when a key is released
    page.wait_for_selector(".md-search-result__item", timeout=60_000)
    assert "match" in page.inner_text(".md-search-result__meta")
    assert not foreign
    page.close()
