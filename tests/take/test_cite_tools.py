"""The controls at a paragraph: copy its address, copy a quotation with its citation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    yield page
    context.close()


def panel(page: Any, base: str, number: int) -> Any:
    page.goto(f"{base}report/complexity/")
    page.get_by_role("button", name=f"Cite paragraph {number}", exact=True).click()
    return page.get_by_role("group", name=f"Cite paragraph {number}", exact=True)


def clipboard(page: Any) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_address_of_a_paragraph(page: Any, base: str) -> None:
    tools = panel(page, base, 9)
    tools.get_by_role("button", name="Copy link").click()
    tools.get_by_text("Link copied.").wait_for()
    assert clipboard(page) == f"{base}report/complexity/#p9"


def test_a_quotation_with_citation_in_the_style_last_chosen(page: Any, base: str, site: Path) -> None:
    made = json.loads((site / "data/citations.json").read_text(encoding="utf-8"))
    text = next(
        row["text"]
        for row in json.loads((site / "data/paragraphs.json").read_text(encoding="utf-8"))
        if row["id"] == "p9"
    )
    tools = panel(page, base, 9)
    tools.get_by_label("Style").select_option("APA")
    tools = panel(page, base, 9)
    tools.get_by_role("button", name="Copy quotation").click()
    tools.get_by_text("Quotation and citation copied.").wait_for()
    quoted = text.replace("“", "‘").replace("”", "’")
    cited, reference = made["apa"]["paragraphs"]["p9"], made["apa"]["reference"]
    assert clipboard(page) == f"“{quoted}” {cited}\n\n{reference}\n\n{base}report/complexity/#p9"


def test_what_is_selected_is_what_is_quoted(page: Any, base: str) -> None:
    page.goto(f"{base}report/complexity/")
    page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.getElementById("p9"), NodeFilter.SHOW_TEXT);
          let node;
          while ((node = walker.nextNode())) if (node.data.includes("one-sided")) break;
          const at = node.data.indexOf("one-sided");
          getSelection().setBaseAndExtent(node, at, node, at + 9);
        }"""
    )
    page.get_by_role("button", name="Cite paragraph 9", exact=True).press("Enter")
    page.get_by_role("button", name="Copy selection as quotation").press("Enter")
    page.get_by_text("Quotation and citation copied.").wait_for()
    assert clipboard(page).startswith("“one-sided”\n\nChina Institutes")


def test_a_browser_that_refuses_the_clipboard_gets_the_text_selected(page: Any, base: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    tools = panel(page, base, 9)
    tools.get_by_role("button", name="Copy quotation").click()
    tools.get_by_text("Copying was blocked").wait_for()
    selected = page.evaluate("document.activeElement.value.slice(0, document.activeElement.selectionEnd)")
    assert "para. 9 [p. 4]" in selected and selected.endswith("#p9")


def test_a_browser_that_refuses_storage_still_copies(page: Any, base: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    tools = panel(page, base, 9)
    tools.get_by_label("Style").select_option("MLA")
    tools.get_by_text("blocks storage").wait_for()
    tools.get_by_role("button", name="Copy quotation").click()
    tools.get_by_text("Quotation and citation copied.").wait_for()
    assert "par. 9 [p. 4]" in clipboard(page)


def test_citations_that_do_not_load_are_a_sentence_and_can_be_tried_again(page: Any, base: str) -> None:
    page.route("**/citations.js", lambda route: route.abort())
    tools = panel(page, base, 9)
    tools.get_by_text("could not be loaded").wait_for()
    tools.get_by_role("button", name="Copy link").click()
    tools.get_by_text("Link copied.").wait_for()
    page.unroute("**/citations.js")
    button = page.get_by_role("button", name="Cite paragraph 9", exact=True)
    button.click()
    button.click()
    page.get_by_role("button", name="Copy quotation").wait_for()


def test_escape_closes_and_returns(page: Any, base: str) -> None:
    tools = panel(page, base, 9)
    tools.get_by_role("button", name="Copy link").focus()
    page.keyboard.press("Escape")
    assert tools.count() == 0
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Cite paragraph 9"


def test_the_citations_are_fetched_only_when_asked_for(page: Any, base: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}report/complexity/")
    page.get_by_role("button", name="Cite paragraph 9", exact=True).wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "citations" in url]
    page.get_by_role("button", name="Cite paragraph 9", exact=True).click()
    page.get_by_role("button", name="Copy quotation").wait_for()
    assert len([url for url in asked if "citations" in url]) == 1
