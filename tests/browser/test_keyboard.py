"""With the keyboard alone: every control in the order of the page, seen where it is, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

KINDS = {
    "report": ["", "report/road-map/three-basic-lines/", "glossary/", "timeline/", "recommendations/", "404.html"],
    "tiny": ["", "report/trees/to-be-done/", "glossary/", "timeline/", "recommendations/", "downloads/"],
}
PAGES = [(whose, path) for whose, paths in KINDS.items() for path in paths]
CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']"

# Numbers the controls that Tab has to reach: visible, enabled, not taken out of the order. From then on each key that
# is let go notes where the focus is: its number, and whether one can see it (in the window, and not under something).
WATCH = """controls => {
  const reached = [...document.querySelectorAll(controls)].filter(e =>
    e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0 && !e.closest("[hidden]"));
  reached.forEach((e, i) => e.setAttribute("data-walk", i));
  window.walk = [];
  addEventListener("keyup", () => {
    const e = document.activeElement, box = [...e.getClientRects()].find(b => b.width && b.height);
    const whole = box && box.top >= -1 && box.left >= -1 && box.top < innerHeight && box.left < innerWidth;
    const middle = whole && [box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1)];
    const over = middle && document.elementFromPoint(...middle);
    const seen = !!over && e.contains(over);
    walk.push({number: Number(e.dataset.walk ?? -1), seen, what: e.outerHTML.slice(0, 120)});
  }, true);
  return reached.length;
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("whose", "path"), PAGES)
def test_tab_reaches_every_control_in_order_and_in_sight(open_page: Any, whose: str, path: str, width: int) -> None:
    page = open_page(path, whose=whose, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    count = page.evaluate(WATCH, CONTROLS)
    for _ in range(count):
        page.keyboard.press("Tab")
    walk = page.evaluate("walk")
    assert [focus["number"] for focus in walk] == list(range(count)), walk
    assert not [focus for focus in walk if not focus["seen"]]
    assert count > 5


@pytest.mark.parametrize(("whose", "path"), PAGES)
def test_the_first_stop_skips_to_the_text(open_page: Any, whose: str, path: str) -> None:
    page = open_page(path, whose=whose)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_drawer(open_page: Any) -> None:
    page = open_page("report/complexity/", viewport={"width": 360, "height": 800})
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.closest('dialog').id") == "drawer"
    assert page.get_by_role("dialog", name="Contents of the site").is_visible()
    assert page.is_visible("#drawer .site-nav a[aria-current=page]")
    for _ in range(30):
        page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || !!document.activeElement.closest('#drawer')"
        assert page.evaluate(inside)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.open") == "drawer"
    assert not page.is_visible(".site-nav")


def test_search_to_a_result(open_page: Any) -> None:
    page = open_page("report/complexity/")
    page.keyboard.press("Control+k")
    assert page.get_by_role("dialog", name="Search").is_visible()
    page.keyboard.type("technical collision")
    page.wait_for_selector("#site-search li a")
    assert "2 matches in 1 paragraph" in page.get_by_role("status").filter(has_text="collision").inner_text()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.matches('#site-search li a')")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "find"
    page.keyboard.press("ArrowDown")
    target = page.evaluate("document.activeElement.pathname + document.activeElement.hash")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target.partition('#')[0]}?find=technical+collision&hit=1#{target.partition('#')[2]}")
    page.wait_for_selector(".desk-hit[aria-current]")
    assert not page.is_visible("#site-search")


def test_typing_goes_on_from_a_result(open_page: Any) -> None:
    page = open_page("report/complexity/")
    page.keyboard.press("Control+k")
    page.keyboard.type("peaceful")
    page.wait_for_selector("#site-search li a")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("x")
    assert page.input_value("#site-search input") == "peacefulx"


def test_enter_opens_the_search_page_with_the_same_query(open_page: Any) -> None:
    page = open_page("report/complexity/")
    page.keyboard.press("Control+k")
    page.keyboard.type('"mutual respect" OR win*')
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?find=*")
    page.wait_for_selector("#desk-lines li")
    assert page.input_value("#desk-find") == '"mutual respect" OR win*'


def test_escape_leaves_the_search_where_it_was_opened(open_page: Any) -> None:
    page = open_page("timeline/")
    page.focus("[data-open=site-search]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#site-search[open]")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.open") == "site-search"
    page.focus("input[name=q]")
    page.keyboard.type("/s")
    assert page.input_value("input[name=q]") == "/s"


def test_no_single_letter_is_a_command(open_page: Any) -> None:
    """WCAG 2.2, 2.1.4; also once the search's scripts are there."""
    page = open_page("report/complexity/")
    letters = "sfpn/.,k"
    page.keyboard.type(letters)
    assert not page.is_visible("#site-search")
    page.keyboard.press("Control+k")
    page.keyboard.type("Zurich")
    page.wait_for_selector("#site-search li a")
    page.keyboard.press("Escape")
    before = page.url
    page.evaluate("document.activeElement.blur()")
    page.keyboard.type(letters)
    page.wait_for_timeout(300)
    assert page.url == before
    assert not page.is_visible("#site-search")


def test_panel_opens_with_enter_and_closes_with_escape(open_page: Any) -> None:
    page = open_page("report/road-map/three-basic-lines/", reduced_motion="reduce")
    page.focus("a.pn >> nth=0")
    page.keyboard.press("Tab")
    page.wait_for_selector("#panel:not([hidden])")
    term = page.evaluate("document.activeElement.dataset.entry")
    described = page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent"
    )
    assert described
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('#panel')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.entry") == term
    assert not page.is_visible("#panel")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('#panel')")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert not page.is_visible("#panel") or page.evaluate("document.activeElement.dataset.entry") != term
    page.focus(f"a.term[data-entry={term}]")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('#panel')")
    page.focus("#panel > a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/glossary/**#{term}")


def test_a_panel_stays_under_the_pointer_and_goes_with_it(open_page: Any) -> None:
    page = open_page("report/road-map/three-basic-lines/")
    page.hover("a.term >> nth=2")
    page.wait_for_selector("#panel:not([hidden])")
    page.hover("#panel .headword")
    page.wait_for_timeout(600)
    assert page.is_visible("#panel")
    page.hover("h1")
    page.wait_for_selector("#panel", state="hidden")


def test_a_tap_opens_the_panel_and_a_second_tap_the_entry(open_page: Any) -> None:
    page = open_page("report/road-map/three-basic-lines/", has_touch=True, viewport={"width": 360, "height": 800})
    before = page.url
    page.tap("a.term >> nth=2")
    page.wait_for_selector("#panel:not([hidden])")
    assert page.url == before
    page.tap("#panel > a")
    page.wait_for_url("**/glossary/**")
