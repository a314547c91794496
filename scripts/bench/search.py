"""`make bench`: search page and box against Material's search and Pagefind, on the report and on 600,000 words.

Each is given the same queries, key by key, in Chromium; measured are the time from the last key to the results (laid
out), the longest task meanwhile, and the bytes (gzip) fetched from the opening of the search to its first results.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from bench import synthetic
from bench.serving import Served, built, served

ROOT = Path(__file__).parent.parent.parent
WORDS = 600_000
QUIET = 200
PASSES = 3
# What the box fetches after its first results.
LATER = ("names", "headings", "recommendations", "events")
# No stop words, no stemmer; dashes, punctuation and quotation marks separate words.
MATERIAL_SEARCH = r"""plugins:
  - search:
      lang: en
      pipeline: []
      separator: '[\s\u200b\-‐-―.,;:!?()\[\]{}/"''‘’“”&…·]+'
"""
PAGEFIND_PAGE = """<!doctype html><meta charset="utf-8"><input id="q"><ol id="out"></ol><script type="module">
const pagefind = await import("./pagefind/pagefind.js");
const out = document.querySelector("#out");
document.querySelector("#q").addEventListener("input", async (event) => {
  const found = await pagefind.search(event.target.value);
  const shown = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
  const line = (innerHTML) => Object.assign(document.createElement("li"), { innerHTML });
  out.replaceChildren(...shown.map(({ excerpt }) => line(excerpt)));
});
document.body.dataset.ready = "";
</script>"""


@dataclass
class Result:
    """What one search took: times, how many queries it answered, the longest task, the files before its first hit."""

    name: str
    times: list[float] = field(default_factory=list)
    answered: int = 0
    longest: float = 0
    fetched: dict[str, int] = field(default_factory=dict)

    def row(self, size: str) -> str:
        times = f"{statistics.median(self.times):.1f} | {max(self.times):.1f} | {self.longest:.0f}"
        bytes_ = f"{sum(self.fetched.values()) / 1000:.1f}"
        return f"| {size} | {self.name} | {times} | {bytes_} | {self.answered}/{len(self.times)} |"


def lengthened(root: Path, words: int) -> list[str]:
    """A checkout whose report has so many words; returns its paragraphs."""
    docs = root / "docs"
    for name in ("assets", "data"):
        shutil.copytree(ROOT / "docs" / name, docs / name)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    shutil.copy(ROOT / "docs/search.md", docs / "search.md")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    shutil.rmtree(docs / "data/schema")
    (docs / "data/search-text.js").unlink()
    made = synthetic.chapters(ROOT / "docs/data", words)
    synthetic.write(docs, made)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("strict: true", "strict: false")
    pages = "".join(f"\n  - report/c{n}.md" for n in range(len(made)))
    (docs / "edition.yml").write_text(f"site_name: Long\nnav:\n  - index.md\n  - search.md{pages}\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return [text for chapter in made for text in chapter]


def pagefind(texts: list[str], target: Path) -> None:
    """An index of Pagefind with one page a paragraph, and a page that asks it."""
    target.mkdir()
    for number, text in enumerate(texts, 1):
        page = f'<!doctype html><html lang="en"><title>{number}</title><body data-pagefind-body>{escape(text)}</body>'
        (target / f"p{number}.html").write_text(page, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(target)], check=True, stdout=subprocess.DEVNULL)
    (target / "index.html").write_text(PAGEFIND_PAGE, encoding="utf-8")


def typed(page: Any, result: Result, field_: str, queries: list[str], place: str, lines: str, first: bool) -> None:
    """Types the queries one after the other, and takes the time of each last key: the median of some passes."""
    script = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
    page.evaluate(f"{script.rstrip()}({json.dumps(place)}, {json.dumps(lines)}, {json.dumps(first)})")
    page.focus(field_)
    for query in queries:
        passes = [one_pass(page, field_, query) for _ in range(PASSES)]
        times = [found["time"] for found in passes if found["time"] > 0]
        if times:
            result.times.append(statistics.median(times))
            result.answered += passes[-1]["results"] > 0
        result.longest = max(result.longest, *(found["longest"] for found in passes))


def one_pass(page: Any, field_: str, query: str) -> dict[str, float]:
    """All of a query but its last letter; then, when all is quiet, that."""
    page.fill(field_, query[:-1])
    page.wait_for_timeout(QUIET)
    page.keyboard.press("End")
    page.evaluate("measured()")
    page.keyboard.type(query[-1])
    page.wait_for_timeout(QUIET)
    found: dict[str, float] = page.evaluate("measured()")
    return found


def desk(page: Any, address: str, queries: list[str]) -> Result:
    """The search page of this edition."""
    result = Result("search page")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    common = set(Served.sent)
    page.goto(address + "search/")
    page.fill("#desk-find", "competition")
    page.wait_for_selector("#desk-lines li")
    after = ("assets/js/desk/more.js", "assets/js/desk/offers.js", "data/search-names.js")
    late = ("/search/", *(f"/{name}" for name in after))
    result.fetched = {name: size for name, size in Served.sent.items() if name not in common and name not in late}
    page.wait_for_function("Boolean(Desk.more)")
    typed(page, result, "#desk-find", queries, "#desk-out", "#desk-lines li", first=False)
    return result


def box(page: Any, address: str, queries: list[str]) -> Result:
    """The box on every page of this edition, up to its first results."""
    result = Result("search box")
    page.goto(address)
    page.wait_for_selector("html[data-ready]", state="attached")
    page.wait_for_load_state("networkidle")
    common = set(Served.sent)
    late = ("offers.js", "groups.js", "help.js", *(f"search-{name}.js" for name in LATER))
    page.keyboard.press("Control+k")
    page.keyboard.type("competition")
    page.wait_for_selector("#site-search section li")
    page.wait_for_load_state("networkidle")
    sent = Served.sent.items()
    result.fetched = {name: size for name, size in sent if name not in common and not name.endswith(late)}
    lines = "#site-search .box-found > :nth-child(2)"
    typed(page, result, "#site-search input", queries, lines, f"{lines} li", first=True)
    return result


def with_material(root: Path, site: Path) -> None:
    """The pages of the checkout at `root` with Material's own skeleton and search, built into `site`."""
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("INHERIT: docs/", f"docs_dir: {root}/docs\nINHERIT: {root}/docs/")
    templates = site.with_suffix(".templates")
    templates.mkdir()
    for name in ("desk.html", "downloads.html"):  # Pages name them.
        (templates / name).write_text('{% extends "main.html" %}', encoding="utf-8")
    config = config.replace("custom_dir: overrides", f"custom_dir: {templates}").replace("plugins: []", MATERIAL_SEARCH)
    file = site.with_suffix(".yml")
    file.write_text(config.replace("strict: true", "strict: false"), encoding="utf-8")
    built(root, site, "--config-file", str(file))


def material(page: Any, address: str, queries: list[str]) -> Result:
    """Material's own search, with the options that this edition gave it."""
    result = Result("Material’s search")
    Served.sent.clear()
    page.goto(f"{address}search/")
    page.click(".md-search__input")
    page.keyboard.type("competition")
    page.wait_for_selector(".md-search-result__item", timeout=120_000)
    result.fetched = {name: size for name, size in Served.sent.items() if name.endswith((".js", "search_index.json"))}
    typed(page, result, ".md-search__input", queries, ".md-search-result__list", ".md-search-result__item", first=True)
    return result


def pagefind_search(page: Any, address: str, queries: list[str]) -> Result:
    """Pagefind with the least of a page around it."""
    result = Result("Pagefind")
    Served.sent.clear()
    page.goto(address)
    page.wait_for_selector("body[data-ready]", state="attached")
    page.fill("#q", "competition")
    page.wait_for_selector("#out li")
    result.fetched = {name: size for name, size in Served.sent.items() if name != "/"}
    typed(page, result, "#q", queries, "#out", "#out li", first=True)
    return result


def measured(root: Path, site: Path, texts: list[str], work: Path, queries: list[str]) -> list[Result]:
    """All four on one report, whose checkout is at `root` and whose site is in `site`."""
    from playwright.sync_api import sync_playwright

    target = work / f"pagefind-{len(texts)}"
    pagefind(texts, target)
    themed = work / f"material-{len(texts)}"
    with_material(root, themed)
    runs: list[tuple[Callable[[Any, str, list[str]], Result], Path]]
    runs = [(desk, site), (box, site), (material, themed), (pagefind_search, target)]
    results = []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for run, folder in runs:
            with served(folder) as address:
                Served.sent.clear()
                results.append(run(browser.new_context().new_page(), address, queries))
        browser.close()
    return results


def main() -> None:
    """Builds, measures, prints a table."""
    parser = argparse.ArgumentParser(description="Measure the search page against Material’s search and Pagefind.")
    parser.add_argument("--words", type=int, default=WORDS, help="of the long report (default %(default)s)")
    parser.add_argument("--details", action="store_true", help="list the files fetched before the first results")
    options = parser.parse_args()
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/desk")]
    from queries import QUERIES  # type: ignore[import-not-found]

    queries = list(dict.fromkeys(query for query, _, _ in QUERIES))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        built(ROOT, work / "short")
        rows = json.loads((ROOT / "docs/data/paragraphs.json").read_text(encoding="utf-8"))
        (work / "root").mkdir()
        texts = lengthened(work / "root", options.words)
        built(work / "root", work / "long")
        print(f"{len(queries)} queries; times in ms from the last key to the results; KB (1,000 bytes) gzip\n")
        print("| Words | Search | Median | Worst | Longest task | KB to first results | Queries with results |")
        print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
        short = (ROOT, work / "short", [row["text"] for row in rows])
        for root, site, listed in (short, (work / "root", work / "long", texts)):
            size = f"{sum(len(text.split()) for text in listed):,}"
            for result in measured(root, site, listed, work, queries):
                print(result.row(size), flush=True)
                if options.details:
                    print("\n".join(f"    {size:>9,} {name}" for name, size in result.fetched.items()))


if __name__ == "__main__":
    main()
