"""The reading experience: what is offered, and what still works when something fails."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote

import pytest

from conftest import ROOT, TINY

CHAPTER = "report/road-map/three-basic-lines/"
BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("blocked", "SecurityError"); }});"""
REFUSED = """Object.defineProperty(navigator, "clipboard",
  {value: {writeText: () => Promise.reject(new Error("refused"))}});"""
OLD = """delete HTMLDialogElement.prototype.showModal; delete window.IntersectionObserver;
delete window.ResizeObserver; delete Array.prototype.findLast; delete HTMLElement.prototype.showPopover;"""

# What a reader may ask for (WCAG 2.2, 1.4.12).
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""


def data(name: str, whose: str = "report") -> list[dict[str, Any]]:
    docs = {"report": ROOT, "tiny": TINY}[whose] / "docs"
    found: list[dict[str, Any]] = json.loads((docs / f"data/{name}.json").read_text(encoding="utf-8"))
    return found


# Without scripts


@pytest.mark.parametrize("whose", ["report", "tiny"])
@pytest.mark.parametrize(
    ("path", "selector", "name"),
    [
        ("glossary/", ".letter li", "glossary"),
        ("timeline/", ".events > ol > li", "timeline"),
        ("recommendations/", ".asked", "recommendations"),
    ],
)
def test_everything_is_there_without_scripts(open_page: Any, whose: str, path: str, selector: str, name: str) -> None:
    page = open_page(path, whose=whose, java_script_enabled=False)
    assert page.locator(selector).count() == len(data(name, whose))
    assert page.locator(f"{selector}:visible").count() == len(data(name, whose))
    assert not page.is_visible(".filter")
    assert "JavaScript" in page.inner_text("main")


def test_the_contents_open_without_scripts(open_page: Any) -> None:
    page = open_page(CHAPTER, java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.click("[data-open=drawer]")
    assert page.is_visible(".site-nav a[aria-current=page]")
    assert not page.is_visible("[data-scheme-switch]")
    page.click(".site-nav .no-script")
    assert not page.is_visible(".site-nav")


def test_a_term_is_a_link_without_scripts(open_page: Any) -> None:
    page = open_page(CHAPTER, java_script_enabled=False)
    page.click("a.term >> nth=1")
    page.wait_for_url("**/glossary/**")


# In a chapter


def test_a_number_copies_the_address_of_its_paragraph(open_page: Any) -> None:
    page = open_page(CHAPTER, permissions=["clipboard-read", "clipboard-write"])
    page.click("#p38 > a.pn")
    page.wait_for_selector(".said:has-text('copied')")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.url.endswith(f"{CHAPTER}#p38")


def test_run_in_headings_stand_in_the_contents_of_the_page(open_page: Any) -> None:
    page = open_page(CHAPTER, viewport={"width": 1280, "height": 800})
    heads = page.locator(".run-in")
    titles = [heads.nth(i).inner_text().rstrip(".") for i in range(heads.count())]
    listed = page.locator(".page-toc a").all_inner_texts()
    assert titles
    assert [title for title in listed if title in titles] == titles


def test_a_place_is_offered_on_return(open_page: Any, base: str) -> None:
    page = open_page(CHAPTER, reduced_motion="reduce")
    page.evaluate("document.getElementById('p44').scrollIntoView()")
    page.wait_for_function("Object.keys(localStorage).some(key => key.endsWith('place'))")
    page.goto(base)
    offer = page.wait_for_selector(".said a")
    assert re.search(r"¶ 4\d", offer.inner_text())
    offer.click()
    page.wait_for_url(f"**/{CHAPTER}#p4*")


def test_the_scheme_is_chosen_and_kept(open_page: Any, base: str) -> None:
    page = open_page("", color_scheme="light")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("[data-scheme-switch]")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground != dark
    page.goto(base + CHAPTER)
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    assert page.get_attribute("[data-scheme-switch]", "aria-pressed") == "true"


def test_words_of_other_languages_are_marked(open_page: Any) -> None:
    languages = {"détente": "fr", "pingshi": "zh-Latn"}
    page = open_page("report/full-text/")
    found = page.evaluate("[...document.querySelectorAll('.u [lang]')].map(e => [e.textContent, e.lang])")
    assert {word for word, _ in found} == set(languages)
    assert all(languages[word] == lang for word, lang in found)
    texts = " ".join(row["text"] for row in data("paragraphs"))
    assert len(found) == sum(texts.count(word) for word in languages)


# Filters


def test_filters_stand_in_the_address(open_page: Any) -> None:
    page = open_page("timeline/")
    page.select_option("select[name=ground]", "stated")
    stated = sum(row["ground"] == "stated" for row in data("timeline"))
    assert f"{stated} of {len(data('timeline'))}" in page.inner_text("output")
    assert page.url.endswith("?ground=stated")
    page.reload()
    page.wait_for_selector("output:not(:empty)")
    assert page.locator(".events > ol > li:visible").count() == stated
    page.click("button[type=reset]")
    page.wait_for_function("!location.search")
    assert page.locator(".events > ol > li:visible").count() == len(data("timeline"))


def test_the_overview_filters_the_register(open_page: Any) -> None:
    page = open_page("recommendations/", reduced_motion="reduce")
    cell = page.locator("td[data-count]:not([data-count='0'])").first
    wanted = {name: cell.get_attribute(f"data-{name}") for name in ("addressee", "theme")}
    cell.locator("button").click()
    assert page.locator(".asked:visible").count() == int(cell.get_attribute("data-count") or 0)
    for name, value in wanted.items():
        assert f"{name}={value}" in unquote(page.url)
    cell.locator("button").click()
    assert page.locator(".asked:visible").count() == len(data("recommendations"))


def test_the_register_can_be_sorted(open_page: Any) -> None:
    page = open_page("recommendations/?sort=actions")
    page.wait_for_selector("output:not(:empty)")
    counts = page.evaluate(
        "[...document.querySelectorAll('.series')].map(s => [...s.children].map(e => +e.dataset.actions))"
    )
    for series in counts:
        assert series == sorted(series, reverse=True)


def test_the_glossary_is_filtered_by_word_and_kind(open_page: Any) -> None:
    page = open_page("glossary/")
    page.fill("input[name=q]", "detente")
    assert page.locator(".letter li:visible").all_inner_texts()[0].startswith("incremental détente")
    assert page.locator(".letter:visible").count() == 1


# Bad input


def test_an_unknown_filter_is_named_and_everything_shown(open_page: Any) -> None:
    page = open_page("timeline/?ground=nonsense&strange=1")
    page.wait_for_selector("output:not(:empty)")
    assert "“nonsense”" in page.inner_text("output")
    assert page.locator(".events > ol > li:visible").count() == len(data("timeline"))


@pytest.mark.parametrize("anchor", ["p9999", "%E0%A4%A", "<b>"])
def test_an_anchor_that_does_not_exist_is_named(open_page: Any, anchor: str) -> None:
    page = open_page(f"{CHAPTER}#{anchor}")
    page.wait_for_selector(".said:has-text('was not found on this page')")
    assert page.is_visible("#p37")


@pytest.mark.parametrize("path", ["", CHAPTER, "glossary/", "recommendations/"])
def test_nothing_fails_where_storage_is_blocked(open_page: Any, path: str) -> None:
    page = open_page(path, before=BLOCKED)
    page.click("[data-scheme-switch]")
    page.wait_for_selector(".said:has-text('blocks storage')")
    page.evaluate("scrollTo(0, 2000)")
    page.wait_for_timeout(700)


def test_a_refused_clipboard_is_said(open_page: Any) -> None:
    page = open_page(CHAPTER, before=REFUSED)
    page.click("#p38 > a.pn")
    page.wait_for_selector(".said:has-text('address bar')")
    assert page.url.endswith("#p38")


def test_a_panel_without_its_data_leads_to_the_entry(open_page: Any) -> None:
    page = open_page(CHAPTER)
    page.route("**/panels.json", lambda route: route.abort())
    page.focus("a.term >> nth=1")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:has-text('could not be loaded')")
    page.wait_for_function("document.activeElement.closest('#panel')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/**")


def test_a_search_that_does_not_load_says_so_and_can_be_tried_again(open_page: Any) -> None:
    page = open_page(CHAPTER)
    page.route("**/box.js", lambda route: route.abort())
    page.keyboard.press("Control+k")
    page.wait_for_selector("#site-search [role=status]:has-text('could not be loaded')")
    page.unroute("**/box.js")
    page.keyboard.press("Escape")
    page.wait_for_selector("#site-search:not([open])", state="attached")
    page.keyboard.press("Control+k")
    page.keyboard.type("Taiwan")
    page.wait_for_selector("#site-search li a")


@pytest.mark.parametrize("path", ["", CHAPTER, "glossary/", "timeline/", "recommendations/"])
def test_an_old_browser_reads_on(open_page: Any, path: str) -> None:
    page = open_page(path, before=OLD, viewport={"width": 360, "height": 800})
    page.click("[data-open=drawer]")
    assert page.is_visible(".site-nav")


def test_a_small_report_of_another_body_reads_the_same(open_page: Any) -> None:
    """On the tiny report: a term's panel, a filter, an anchor that is not there."""
    page = open_page("report/trees/to-be-done/", whose="tiny", reduced_motion="reduce")
    page.focus("a.term >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .headword")
    page.keyboard.press("Escape")
    page.evaluate("location.hash = '#p99'")
    page.wait_for_selector(".said:has-text('p99')")
    page = open_page("timeline/?ground=stated", whose="tiny")
    page.wait_for_selector("output:not(:empty)")
    stated = sum(row["ground"] == "stated" for row in data("timeline", "tiny"))
    assert 0 < page.locator(".events > ol > li:visible").count() == stated < len(data("timeline", "tiny"))


# On every screen


@pytest.mark.parametrize(
    "path",
    [
        "",
        CHAPTER,
        "report/full-text/",
        "glossary/",
        "glossary/documents/",
        "timeline/",
        "recommendations/",
        "concordance/",
        "apparatus/",
        "about/architecture/",
        "404.html",
    ],
)
def test_no_page_scrolls_sideways(open_page: Any, path: str) -> None:
    scrolls_sideways_nowhere(open_page(path))


def test_no_page_of_the_tiny_report_scrolls_sideways(open_page: Any, tiny_base: str) -> None:
    page = open_page("", whose="tiny")
    for path in sorted((TINY / "docs").rglob("*.md")):
        address = path.relative_to(TINY / "docs").as_posix().removesuffix(".md").removesuffix("index").rstrip("/")
        page.goto(f"{tiny_base}{address}/" if address else tiny_base)
        page.wait_for_selector("html[data-ready]", state="attached")
        scrolls_sideways_nowhere(page)


def scrolls_sideways_nowhere(page: Any) -> None:
    for width in (320, 360, 768, 960, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    page.set_viewport_size({"width": 320, "height": 800})
    spaced = page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    spaced.evaluate("style => style.remove()")
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 330


@pytest.mark.parametrize("path", ["recommendations/", "timeline/"])
def test_a_place_far_down_a_list_is_found_exactly(open_page: Any, path: str) -> None:
    """Lists are laid out as far as they are seen, but not where the address names a place."""
    page = open_page(path, viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    names = page.evaluate("[...document.querySelectorAll('.asked h3[id], .events h3[id]')].map((e) => e.id)")
    at = "location.hash && document.querySelector(location.hash).getBoundingClientRect().top"
    for name in (names[-5], names[len(names) // 2]):
        page.evaluate("name => { location.hash = name }", name)
        page.wait_for_function(f"Math.abs(({at}) - 64) < 40")
    page = open_page(f"{path}#{names[-5]}", viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page.wait_for_function(f"Math.abs(({at}) - 64) < 40")


def test_nothing_moves_while_a_page_loads(open_page: Any) -> None:
    for path in ("", CHAPTER, "glossary/", "timeline/", "recommendations/"):
        watch = """window.shift = 0; new PerformanceObserver(list => { for (const e of list.getEntries())
          if (!e.hadRecentInput) window.shift += e.value; }).observe({type: "layout-shift", buffered: true});"""
        for width in (360, 1350):
            page = open_page(path, before=watch, viewport={"width": width, "height": 900})
            page.wait_for_load_state("networkidle")
            assert page.evaluate("window.shift") == 0, (path, width)
