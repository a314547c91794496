"""The search page as a reader uses it: addresses, bad input, keyboard, help, files, and what it costs."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_site import ask, settled, shown, summary

from conftest import ROOT
from served import leave

pytestmark = pytest.mark.browser
ATTACK = '<img src=x onerror="globalThis.hurt=1"><script>globalThis.hurt=1</script>'


@pytest.fixture
def page(tab: Any, base: str) -> Iterator[Any]:
    faults: list[str] = []

    def hear(error: Any) -> None:
        faults.append(str(error))

    tab.address = base
    tab.on("pageerror", hear)
    yield tab
    tab.remove_listener("pageerror", hear)
    leave(tab)
    assert not faults


@pytest.fixture
def first_visit(browser: Any, base: str) -> Iterator[Any]:
    """A page of a browser that has fetched nothing yet."""
    context = browser.new_context()
    page = context.new_page()
    page.address = base
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    yield page
    assert not page.faults
    context.close()


def test_an_address_shows_the_same_in_a_fresh_browser(page: Any, browser: Any) -> None:
    page.goto(page.address + "search/")
    page.fill("#desk-find", '"mutual respect" OR win*')
    page.select_option("[name=sort]", "right")
    page.check("[name=case]")
    page.press("#desk-find", "Enter")
    page.wait_for_function("location.search.includes('sort=right')")
    settled(page)
    other = browser.new_context().new_page()
    other.goto(page.url)
    settled(other)
    assert shown(other)
    assert (summary(other), shown(other)) == (summary(page), shown(page))
    other.context.close()


def test_back_and_forward(page: Any) -> None:
    page.goto(page.address + "search/")
    found = []
    for typed in ("competition", "cooperation"):
        page.fill("#desk-find", typed)
        settled(page)
        page.wait_for_function("Boolean(Desk.more)")
        page.press("#desk-find", "Enter")
        page.wait_for_function(f"location.search === '?find={typed}'")
        found.append(summary(page))
    page.go_back()
    page.wait_for_function("document.querySelector('#desk-find').value === 'competition'")
    assert summary(page) == found[0]
    page.go_forward()
    page.wait_for_function("document.querySelector('#desk-find').value === 'cooperation'")
    assert summary(page) == found[1]


@pytest.mark.parametrize(
    ("typed", "fields", "sentence"),
    [
        ('"mutual respect', {}, "not closed"),
        ("*", {}, "needs a letter or digit"),
        ('""', {}, "without a word"),
        ("—", {}, "no letter or digit"),
        ('"mutual respect"~many', {}, "not a valid distance"),
        ("mutual~3", {}, "follows words in quotation marks"),
        ("OR mutual OR", {}, "belongs between two words"),
        ("mutual -respect", {}, "cannot be excluded"),
        ("peace " * 1700, {}, "first 500 characters"),
        ("a " * 100, {}, "too many words"),
        ("peace", {"scope": "part.nowhere"}, "“part.nowhere” is not a valid value"),
        ("peace", {"sort": ATTACK}, "is not a valid value"),
        (ATTACK, {}, ""),
        ("peace", {"scope": ATTACK, "match": ATTACK, "hit": ATTACK}, "is not a valid value"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_bad_input_is_answered(page: Any, typed: str, fields: dict[str, str], sentence: str) -> None:
    ask(page, page.address, typed, **fields)
    page.wait_for_function("(words) => document.querySelector('#desk-notes').textContent.includes(words)", arg=sentence)
    assert summary(page)
    assert page.evaluate("globalThis.hurt") is None
    assert page.locator("#desk-out img, #desk-out script").count() == 0


def test_ten_thousand_characters_without_a_space(page: Any) -> None:
    ask(page, page.address, "x*" * 5000)
    assert summary(page).startswith("0 matches")


def test_an_empty_query_asks_for_nothing(page: Any) -> None:
    ask(page, page.address, " ")
    assert summary(page) == "Enter a word or phrase."
    assert not shown(page)


@pytest.mark.parametrize("empty", [False, True], ids=["refused", "empty"])
@pytest.mark.parametrize("name", ["data/search-text.js", "data/search-glossary.js", "assets/js/desk/near.js"])
def test_what_fails_to_load_is_said(page: Any, name: str, empty: bool) -> None:
    page.route(f"**/{name}", lambda route: route.fulfill(body="") if empty else route.abort())
    scope = {"scope": "glossary"} if "glossary" in name else {}
    page.goto(f"{page.address}search/?find=%22mutual+respect%22~5&{'&'.join(f'{k}={v}' for k, v in scope.items())}")
    page.wait_for_function("document.querySelector('#desk-summary').textContent.includes('could not be loaded')")
    assert "nothing was searched" in summary(page)


def test_what_is_typed_before_the_search_is_there_is_searched_for(page: Any) -> None:
    held: list[Any] = []
    page.route("**/desk.js", lambda route: held.append(route))
    page.goto(page.address + "search/?find=cooperation", wait_until="commit")
    page.fill("#desk-find", "competition")
    page.select_option("[name=sort]", "right")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    page.wait_for_selector("#desk-lines li")
    assert page.input_value("#desk-find") == "competition"
    assert "for “competition” in" in summary(page)
    page.wait_for_function("location.search === '?find=competition&sort=right'")


@pytest.mark.parametrize("empty", [False, True], ids=["refused", "empty"])
def test_lines_stand_without_what_comes_after_them(page: Any, empty: bool) -> None:
    page.route("**/more.js", lambda route: route.fulfill(body="") if empty else route.abort())
    page.goto(page.address + "search/?find=competition")
    page.wait_for_selector("#desk-lines li")
    page.fill("#desk-find", "cooperation")
    page.wait_for_function("document.querySelector('#desk-summary').textContent.includes('for “cooperation” in')")
    page.wait_for_function("document.querySelector('#desk-summary').textContent.includes('could not be loaded')")


def test_each_script_is_fetched_once(first_visit: Any) -> None:
    """Two handlers of one key would go two lines at once. Each key asks for what has not come yet."""
    page, held = first_visit, []
    page.route(re.compile(r"/desk/(near|more)\.js$"), lambda route: held.append(route))
    page.goto(page.address + "search/")
    page.fill("#desk-find", "mutual")
    page.wait_for_selector("#desk-lines li")
    page.locator("#desk-find").press_sequentially(" respect")
    while held:
        held.pop().continue_()
    page.unroute_all(behavior="wait")
    settled(page)
    page.wait_for_function("Boolean(Desk.more)")
    loaded = page.evaluate("[...document.scripts].map((script) => script.src).filter(Boolean)")
    assert sorted(loaded) == sorted(set(loaded))


def test_without_hits_the_page_helps(page: Any) -> None:
    ask(page, page.address, "strategik")
    page.wait_for_selector("#desk-notes li")
    rows = [row.inner_text() for row in page.locator("#desk-notes li").all()]
    assert rows[0].startswith("“strategic” (")
    for row, link in [
        (row, page.locator("#desk-notes li a").nth(n).get_attribute("href")) for n, row in enumerate(rows)
    ]:
        other = page.context.new_page()
        other.goto(link)
        settled(other)
        count = re.search(r"\(([\d,]+ match(es)?)", row)
        assert count
        assert summary(other).startswith(count.group(1) + " in")
        other.close()


@pytest.mark.parametrize(
    ("typed", "fields", "offered"),
    [
        ("winwin", {}, "“win win”"),
        ("China US", {"match": "phrase", "marks": "1"}, "“China US”"),
        ("taiwan", {"case": "1"}, "“taiwan”"),
        ('"respect benefit"', {}, "“respect benefit”~10"),
        ("Afghanistan", {"scope": "part.complexity"}, "“Afghanistan”"),
    ],
)
def test_help_for_each_kind_of_miss(page: Any, typed: str, fields: dict[str, str], offered: str) -> None:
    ask(page, page.address, typed, **fields)
    assert summary(page).startswith("0 ")
    page.wait_for_selector("#desk-notes li")
    assert [row for row in page.locator("#desk-notes li").all_inner_texts() if row.startswith(f"{offered} (")]


def test_results_as_csv(page: Any) -> None:
    ask(page, page.address, "China-US")
    with page.expect_download() as download:
        page.click("text=Results as CSV")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    lines = shown(page)
    assert [(row["before"], row["hit"], row["after"], row["place"]) for row in rows] == [
        (line["left"], line["hit"], line["right"], line["place"]) for line in lines
    ]
    assert all(row["address"].endswith("#" + row["anchor"]) for row in rows)


@pytest.mark.parametrize("side", ["left", "right"])
def test_sorted_by_context(page: Any, side: str) -> None:
    ask(page, page.address, "competition", sort=side)
    words = [re.findall(r"[^\W_]+", line[side].lower()) for line in shown(page)]
    nearest = [(found[-1] if side == "left" else found[0]) if found else "" for found in words]
    assert nearest == sorted(nearest)


def test_counts_by_part_add_up(page: Any) -> None:
    ask(page, page.address, "Taiwan")
    page.click("#desk-more summary")
    rows = page.evaluate(
        """() => [...document.querySelectorAll("#desk-more tbody tr")].map((tr) => ({
            part: tr.cells[0].textContent, hits: Number(tr.cells[1].textContent),
            depth: Number(tr.cells[0].style.getPropertyValue("--depth")), href: tr.querySelector("a").href}))"""
    )
    total = int(summary(page).split()[0])
    assert sum(row["hits"] for row in rows if row["depth"] == 0) == total
    most = max(rows, key=lambda row: row["hits"])
    page.goto(most["href"])
    settled(page)
    assert summary(page).startswith(f"{most['hits']} matches")


def test_a_strip_for_each_of_several_terms(page: Any) -> None:
    ask(page, page.address, "competition OR cooperation")
    rows = page.locator(".desk-strips li").all_inner_texts()
    assert [row.split(":")[0] for row in rows] == ["competition", "cooperation"]
    assert page.locator(".desk-strips svg path").count() == 4


def test_the_keyboard_goes_through_the_lines(page: Any) -> None:
    ask(page, page.address, "competition")
    page.focus("#desk-find")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#desk-lines a')[1]")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "desk-find"
    assert page.get_attribute("#desk-summary", "role") == "status"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".desk-hit[aria-current]")


def test_the_other_scopes(page: Any) -> None:
    ask(page, page.address, "coexistence", scope="headings")
    assert "lines" in summary(page)
    assert {line["place"] for line in shown(page)} == {"Title, p. 1", "heading “Peaceful Coexistence”, p. 11"}
    ask(page, page.address, "coexistence", scope="glossary")
    lines = shown(page)
    page.goto(lines[0]["href"])
    assert page.locator(f"[id='{lines[0]['href'].split('#')[1]}']").count() == 1


def test_the_hits_stand_marked_where_the_lines_lead(page: Any) -> None:
    ask(page, page.address, '"peaceful coexistence"')
    lines = shown(page)
    page.goto(lines[2]["href"])
    page.wait_for_selector(".desk-hit[aria-current]")
    marked = page.evaluate("[...document.querySelectorAll('.desk-hit')].map((e) => e.textContent).join(' ')")
    here = lines[2]["href"].split("?")[0]
    assert marked == " ".join(line["hit"] for line in lines if line["href"].split("?")[0] == here)
    assert page.evaluate("document.querySelector('.desk-hit[aria-current]').closest('.u').id") == page.url.split("#")[1]
    for number in range(4, len(lines) + 1):
        page.click("text=Next match")
        page.wait_for_function(
            "(words) => document.querySelector('.desk-bar')?.textContent.startsWith(words)",
            arg=f"Match {number} of {len(lines)} ",
        )
        assert page.url.split("#")[1] == lines[number - 1]["href"].split("#")[1]
    assert page.get_by_text("Next match").count() == 0
    page.click("text=All matches")
    settled(page)
    assert shown(page) == lines


def test_unmarking_leaves_the_text_as_it_was(page: Any) -> None:
    text = "[...document.querySelectorAll('.u')].map((e) => e.textContent).join('|')"
    page.goto(page.address + "report/full-text/")
    page.wait_for_selector(".cite-tools", state="attached")
    before = page.evaluate(text)
    page.goto(page.address + "report/full-text/?find=the+OR+China-US&hit=3#p1")
    page.wait_for_selector(".desk-bar")
    page.wait_for_selector(".cite-tools", state="attached")
    assert page.locator(".desk-hit").count() > 400
    assert page.evaluate(text) == before
    page.click("text=Clear highlights")
    assert page.locator(".desk-hit").count() == 0
    assert page.evaluate(text) == before


def test_every_hit_is_marked_in_the_full_text(page: Any) -> None:
    """Links, page marks and emendations within a paragraph do not hide a word from the marker."""
    texts = {row["id"]: row["text"] for row in json.loads((ROOT / "docs/data/paragraphs.json").read_text("utf-8"))}
    page.goto(page.address + "report/full-text/?find=*e*+OR+*a*+OR+*i*+OR+*o*+OR+*u*&hit=1#p1")
    page.wait_for_selector(".desk-bar", timeout=180_000)
    marked = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".u")].map((unit) =>
            [unit.id, [...unit.querySelectorAll(".desk-hit")].map((mark) => mark.textContent).join("")]))"""
    )
    for name, text in texts.items():
        expected = [run for run in re.findall(r"[^\W_]+", text) if re.search("[aeiouéï]", run, re.IGNORECASE)]
        assert re.sub(r"[\W_]", "", marked[name]) == "".join(expected), name


def test_the_address_of_a_hit_is_never_markup(page: Any) -> None:
    page.goto(page.address + f"report/complexity/?find=competition+{ATTACK}&match=any&hit={ATTACK}#p9")
    page.wait_for_selector(".desk-bar")
    assert page.evaluate("globalThis.hurt") is None
    assert page.locator(".desk-bar img").count() == 0


def test_nothing_is_fetched_before_the_search_page_is_opened(page: Any) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(page.address)))
    page.goto(page.address)
    page.wait_for_load_state("networkidle")
    assert [name for name in asked if "js/desk" in name or "data/" in name] == ["assets/js/desk/everywhere.js"]
    asked.clear()
    page.goto(page.address + "search/")
    page.fill("#desk-find", "competition")
    page.wait_for_selector("#desk-lines li")
    first = [name for name in asked if re.search(r"desk/(?!everywhere|more|offers)|data/(?!search-names)", name)]
    sizes = {name: len(gzip.compress((ROOT / "docs" / name).read_bytes(), 9)) for name in first}
    assert sum(sizes.values()) <= 24_000, sizes


def test_without_javascript_the_page_says_so(browser: Any, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "search/")
    assert not page.is_visible("#desk")
    assert "needs JavaScript" in page.inner_text("#desk-off")
    page.click("#desk-off >> text=word index")
    page.click("summary:has-text('C:')")
    assert page.is_visible("details[open] >> text=coexistence")
    context.close()


def test_from_a_folder_without_a_server(page: Any, tiny_site: Path) -> None:
    page.goto(f"{(tiny_site / 'search/index.html').as_uri()}?find=%22old+trees%22")
    settled(page)
    assert summary(page).startswith("2 matches")
    assert [line["hit"].lower() for line in shown(page)] == ["old trees", "old trees"]
    page.fill("#desk-find", "memorandum")
    page.press("#desk-find", "Enter")
    settled(page)
    assert summary(page).startswith("2 matches in 1 paragraph")
