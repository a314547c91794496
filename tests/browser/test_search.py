"""The search box on every page: what is typed is found in the report, counted, and led to."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT

pytestmark = pytest.mark.browser

FIELD, FOUND = "#site-search input", "#site-search .box-found"
GROUPS = "document.querySelectorAll('#site-search .box-found section')"
FIRST_RESULT = 36_000
TOO_WIDE = """[...document.querySelectorAll("#site-search, #site-search *")]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML)"""
OPENED = """() => {
    const dialog = document.getElementById("site-search");
    dialog.showModal();
    Desk.prepare(() => Desk.box(dialog));
}"""
MOVED = """<ul><li id="gone" data-moved="../glossary/concepts/#gone">
    <a href="../glossary/concepts/#zero-sum">Gone</a></li></ul></article>"""


def search(page: Any, typed: str, keys: str = "Control+k") -> None:
    """Opens the box and types; waits until what follows the first result is there."""
    if not page.is_visible(FIELD):
        page.keyboard.press(keys)
    page.fill(FIELD, typed)
    page.wait_for_selector(f"{FOUND}[aria-busy=false]", state="attached")


def groups(page: Any) -> dict[str, str]:
    """The headings of what is shown, each with its count."""
    rows: list[list[str]] = page.evaluate(
        f"[...{GROUPS}].map((e) => [e.querySelector('h2').firstChild, e.querySelector('small')])"
        ".map((pair) => pair.map((e) => e.textContent.trim()))"
    )
    return dict(rows)


def links(page: Any) -> list[dict[str, str]]:
    found: list[dict[str, str]] = page.evaluate(
        f"[...document.querySelectorAll('{FOUND} a')].map((a) => ({{words: a.textContent, href: a.href}}))"
    )
    return found


@pytest.mark.parametrize(
    ("query", "group"),
    [
        *(("China–US", "Paragraphs"), ("China-US", "Paragraphs"), ("US", "Paragraphs"), ("and", "Paragraphs")),
        *(("pingshi", "Paragraphs"), ("détente", "Paragraphs"), ("détente", "Glossary")),
        *(("Complexity", "Headings and front matter"), ("hotlines", "Recommendations"), ("Taiwan Travel", "Timeline")),
    ],
)
def test_found_by_search(open_page: Any, base: str, query: str, group: str) -> None:
    page = open_page("")
    foreign: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(base) else foreign.append(request.url))
    search(page, query)
    assert group in groups(page)
    assert not foreign


def test_the_box_and_the_search_page_count_alike(open_page: Any, base: str) -> None:
    page = open_page("report/complexity/")
    search(page, "Taiwan")
    shown = groups(page)
    assert list(shown) == ["Paragraphs", "Glossary", "Recommendations", "Timeline"]
    assert page.inner_text("#site-search [role=status]") == f"{shown['Paragraphs']} for “Taiwan”"
    page.press(FIELD, "Enter")
    page.wait_for_url("**/search/?find=Taiwan")
    page.wait_for_selector("#desk-lines li")
    assert page.inner_text("#desk-summary").startswith(f"{shown['Paragraphs']} for “Taiwan” in: paragraphs")
    for scope, title in (("names", "Glossary"), ("recommendations", "Recommendations"), ("events", "Timeline")):
        page.goto(f"{base}search/?find=Taiwan&scope={scope}")
        page.wait_for_selector("#desk-lines li")
        assert shown[title].split(" in ")[-1] in page.inner_text("#desk-summary"), title


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        *(("¶ 37", ["¶ 37"]), ("¶37", ["¶ 37"]), ("37", ["¶ 37"]), ("12", ["¶ 12", "p. 12"]), ("p. 12", ["p. 12"])),
        *(("page 3", ["p. 3"]), ("p37", ["¶ 37"]), ("R7", ["R7"]), ("r 7", ["R7"]), ("A3", ["A3"])),
        *(("¶ 9999", []), ("p. 0", []), ("R999", []), ("2021", [])),
    ],
)
def test_places_to_go_to(open_page: Any, typed: str, labels: list[str]) -> None:
    page = open_page("timeline/")
    search(page, typed)
    assert page.locator(f"{FOUND} .desk-places strong").all_inner_texts() == labels
    for number in range(len(labels)):
        other = page.context.new_page()
        other.goto(page.locator(f"{FOUND} .desk-places a").nth(number).get_attribute("href"))
        assert other.evaluate("Boolean(document.querySelector(':target'))"), labels[number]
        other.close()


def test_a_place_on_the_page_itself_closes_the_box(open_page: Any) -> None:
    page = open_page("report/complexity/")
    search(page, "¶ 12")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/complexity/#p12")
    assert not page.is_visible("#site-search")


def test_other_forms_of_a_headword_are_offered_and_counted(open_page: Any) -> None:
    page = open_page("")
    search(page, "cpc")
    offer = page.locator(f"{FOUND} .desk-offer")
    assert offer.inner_text() == "CPC, also printed as Communist Party of China: search both forms"
    alone = int(groups(page)["Paragraphs"].split()[0])
    offer.locator("a").click()
    page.wait_for_function("document.activeElement.value.includes(' OR ')")
    page.wait_for_function("document.querySelector('#site-search [role=status]').textContent.includes(' or ')")
    text = " ".join(row["text"] for row in json.loads((ROOT / "docs/data/paragraphs.json").read_text("utf-8")))
    party, short = len(re.findall(r"Communist Party of China", text)), len(re.findall(r"\bCPC\b", text))
    assert alone == short
    assert int(groups(page)["Paragraphs"].split()[0]) == short + party


def test_without_a_match_the_box_offers_what_matches(open_page: Any) -> None:
    page = open_page("")
    search(page, '"peaceful coexistence" "mutual respect" Zurich')
    first = page.locator(f"{FOUND} li a").first
    first.wait_for()
    assert first.inner_text() == "any of them: “peaceful coexistence” or “mutual respect” or “Zurich”"
    count = page.locator(f"{FOUND} li").first.inner_text().rpartition("(")[2].removesuffix(")")
    first.click()
    page.wait_for_function(f"{GROUPS}.length")
    assert groups(page)["Paragraphs"].startswith(f"{count} in ")
    search(page, "coop")
    page.wait_for_selector(f"{FOUND} a:has-text('coop*')")
    assert page.locator(f"{FOUND} p", has_text="No matches. Try:").count() == 1


def test_counts_that_differ_say_why(open_page: Any) -> None:
    page = open_page("")
    search(page, "United States")
    assert page.locator(f"{FOUND} .note").all_inner_texts() == [
        "Mentions count every printed form of an entry, in headings too; "
        "matches count the words typed, in paragraphs only.",
        "Counted separately: headings are not among the matches in paragraphs.",
    ]


def test_markup_is_words(open_page: Any) -> None:
    page = open_page("")
    search(page, "<img src=x onerror=globalThis.hurt=1> OR competition")
    assert page.evaluate("globalThis.hurt") is None
    assert page.locator(f"{FOUND} img").count() == 0


def test_what_the_first_result_costs(open_page: Any, base: str, site: Path) -> None:
    """Nothing before the box is opened; then at most 36 KB, as a server sends it."""
    page = open_page("report/complexity/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(base)))
    page.wait_for_timeout(300)
    assert not asked
    page.keyboard.press("Control+k")
    page.wait_for_function("Boolean(globalThis.Desk.box && Desk.sets?.text)")
    first = list(asked)
    sizes = {name: len(gzip.compress((site / name).read_bytes(), 9)) for name in first}
    assert "data/search-text.js" in sizes
    assert sum(sizes.values()) <= FIRST_RESULT, sizes
    # These suffice: the rest is refused.
    page.route("**/*.js", lambda route: route.abort())
    page.keyboard.type("competition")
    page.wait_for_selector(f"{FOUND} section li a")


def test_the_pointer_over_the_button_fetches_and_each_file_once(open_page: Any) -> None:
    page = open_page("report/complexity/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.hover("[data-open=site-search]")
    page.wait_for_function("Boolean(globalThis.Desk.box && Desk.sets?.text)")
    page.click("[data-open=site-search]")
    search(page, '"mutual respect"~3')
    assert len(asked) == len(set(asked))


def test_on_the_search_page_the_button_leads_to_its_field(open_page: Any) -> None:
    page = open_page("search/")
    page.focus("#content")
    page.keyboard.press("Control+k")
    assert page.evaluate("document.activeElement.id") == "desk-find"
    assert not page.is_visible("#site-search")


@pytest.mark.parametrize("width", [320, 360])
def test_the_box_fits_a_narrow_window(open_page: Any, width: int) -> None:
    page = open_page("report/complexity/", viewport={"width": width, "height": 500}, has_touch=True)
    page.tap("[data-open=site-search]")
    search(page, "“peaceful coexistence” OR mutual")
    assert not page.evaluate(TOO_WIDE)
    last = page.locator(f"{FOUND} a").last
    last.scroll_into_view_if_needed()
    assert last.is_visible()
    page.locator(f"{FOUND} section li a").first.tap()
    page.wait_for_selector(".desk-hit[aria-current]")


def test_without_javascript_the_button_leads_to_the_search_page(browser: Any, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "report/complexity/")
    page.click("[data-open=site-search]")
    assert page.url == base + "search/"
    assert "needs JavaScript" in page.inner_text("#desk-off")
    context.close()


def test_from_a_folder_without_a_server(browser: Any, tiny_site: Path) -> None:
    page = browser.new_page()
    page.goto((tiny_site / "report/opening/index.html").as_uri())
    # Modules don't load from a folder: in the ZIP, a classic script in their place opens the box.
    page.wait_for_function("Boolean(globalThis.Desk?.prepare)")
    page.evaluate(OPENED)
    page.fill(FIELD, "memorandum")
    page.wait_for_function(f"{GROUPS}.length")
    assert groups(page)["Paragraphs"] == "2 matches in 1 paragraph"
    page.close()


def test_an_anchor_that_moved_leads_to_its_page(open_page: Any, base: str) -> None:
    page = open_page("")

    def answer(route: Any) -> None:
        got = route.fetch()
        route.fulfill(response=got, body=got.text().replace("</article>", MOVED))

    page.route("**/timeline/", answer)
    page.goto(f"{base}timeline/#gone")
    page.wait_for_url("**/glossary/concepts/#zero-sum")
