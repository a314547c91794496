"""axe-core finds nothing, on any page, at two widths, in both schemes, with everything open that can be opened."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import ROOT, TINY
from served import tool

DOCS = {"report": ROOT / "docs", "tiny": TINY / "docs"}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def paths(whose: str) -> list[str]:
    """The addresses of all pages, those with most in them first: so two workers end at the same time."""
    docs, found = DOCS[whose], []
    for path in sorted(docs.rglob("*.md"), key=lambda path: -path.stat().st_size):
        stem = path.relative_to(docs).as_posix().removesuffix(".md")
        stem = stem.removesuffix("index").removesuffix("/")
        found.append(f"{stem}/" if stem else "")
    return [*found, "404.html"]


# The rules that a colour scheme can break; the others need no second run.
OF_COLOUR = ["color-contrast", "link-in-text-block"]


# The twelve first of many siblings of one kind stand for all: what differs is their words.
THIN = """() => {
  for (const parent of document.querySelectorAll("main *")) {
    if (!parent.isConnected || parent.childElementCount <= 24) continue;
    const kinds = new Map(), first = [...parent.children].filter((child) => {
      const kind = `${child.tagName} ${child.className}`, count = (kinds.get(kind) ?? 0) + 1;
      kinds.set(kind, count);
      return count <= 12;
    });
    parent.replaceChildren(...first);
  }
}"""


def violations(page: Any, rules: list[str] = TAGS) -> list[str]:
    """What axe finds on the page, a line an element."""
    if not page.evaluate("typeof axe === 'object'"):
        page.add_script_tag(path=str(tool("axe-core/axe.min.js")))
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options)", options)
    assert found["testEngine"]["version"].startswith("4.14")
    return [f"{v['id']}: {n['target']} {n['failureSummary']}" for v in found["violations"] for n in v["nodes"]]


@pytest.mark.parametrize(("whose", "path"), [(whose, path) for whose in DOCS for path in paths(whose)])
def test_no_violation_on_any_page(open_page: Any, whose: str, path: str) -> None:
    """The whole page once, then what is left of it in each scheme and width."""
    page = open_page(path, whose=whose, reduced_motion="reduce", viewport={"width": 360, "height": 900})
    for scheme, width in (("light", 360), ("light", 1280), ("dark", 1280), ("dark", 360)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.querySelectorAll('main details, .page-toc').forEach(d => (d.open = true))")
        assert not violations(page, TAGS if scheme == "light" else OF_COLOUR), (scheme, width)
        page.evaluate(THIN)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_with_things_open(open_page: Any, scheme: str, width: int) -> None:
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = open_page("report/complexity/", **options)
    if width == 360:
        page.click("[data-open=drawer]")
        page.evaluate("document.querySelectorAll('#drawer details').forEach(d => (d.open = true))")
        assert not violations(page)
        page.keyboard.press("Escape")
    page.focus("a.term >> nth=3")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:not([hidden])")
    assert not violations(page)
    page.keyboard.press("Escape")
    page.click("[data-open=site-search]")
    for typed in ("United States", "12", "coop"):
        page.fill("#site-search input", typed)
        page.wait_for_function("Boolean(globalThis.Desk?.groups)")
        page.wait_for_load_state("networkidle")
        page.wait_for_selector("#site-search li a")
        assert not violations(page), typed


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["glossary/?q=war&kind=concept", "timeline/?ground=stated", "recommendations/?sort=theme"]
)
def test_no_violation_when_filtered(open_page: Any, path: str, scheme: str, width: int) -> None:
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    page = open_page(path, **options)
    page.wait_for_selector("output:not(:empty)")
    page.evaluate(THIN)
    assert not violations(page)
