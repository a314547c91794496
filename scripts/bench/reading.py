"""`make lighthouse`: how the pages fare in Lighthouse, served compressed, and what a chapter's first view transfers.

The first paint of a chapter is measured against that of the same text as one bare HTML page, in the same run. Exits
with 1 where a score, the layout shift, the bytes or the ratio of first paints miss their mark.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import html5lib
import playwright

from bench.serving import built, served

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
NAME = "some-name"
BARE = "bare.html"
RUNS = 3
PAGES = ("", "glossary/", "timeline/", "recommendations/")
# Bytes of a chapter's first view, compressed, without and of fonts; first contentful paint over that of the bare page.
MOST, MOST_FONTS, MOST_RATIO = 72_000, 40_000, 1.7


@dataclass(frozen=True)
class Median:
    """The medians of the runs on one page in one form: scores (0 to 100), shift (no unit), first paint (ms)."""

    page: str
    form: str
    scores: dict[str, int]
    failed: tuple[str, ...]
    paint: float
    shift: float
    bytes: dict[str, int]

    @classmethod
    def of(cls, runs: list[dict[str, Any]]) -> Median:
        first = runs[0]
        kinds: dict[str, int] = {}
        for request in first["requests"]:
            kinds[request["kind"]] = kinds.get(request["kind"], 0) + int(request["bytes"])
        return cls(
            page=first["page"],
            form=first["form"],
            scores={name: round(statistics.median(run["scores"][name] for run in runs)) for name in first["scores"]},
            failed=tuple(sorted({name for run in runs for name in run["failed"]})),
            paint=statistics.median(run["paint"] for run in runs),
            shift=statistics.median(run["shift"] for run in runs),
            bytes=kinds,
        )

    @property
    def fonts(self) -> int:
        return self.bytes.get("Font", 0)

    @property
    def others(self) -> int:
        return sum(self.bytes.values()) - self.fonts


def bare(page: str) -> str:
    """The text of a page's article as one HTML page without style, script, image or link."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    article = next(tree.iter("article"))
    kept = (e for e in article.iter() if e.tag in {"h1", "h2", "h3", "p", "li"})
    blocks = [e for e in kept if e.tag != "li" or e.find("p") is None]
    lines = [f"<{e.tag}>{' '.join(''.join(e.itertext()).split())}</{e.tag}>" for e in blocks]
    return '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title>' + "\n".join(lines) + "</html>"


def measure(pages: list[str], runs: int) -> list[Median]:
    """Lighthouse on `pages`, mobile and desktop."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    asked = json.dumps({"browser": browser, "runs": runs, "pages": pages})
    # Playwright brings a newer Node.js than Debian has, and Lighthouse wants one.
    node = Path(playwright.__file__).parent / "driver/node"
    command = [str(node), str(HERE / "lighthouse.mjs")]
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = {}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        process.stdin.write(asked)
        process.stdin.close()
        for line in process.stdout:
            run = json.loads(line)
            grouped.setdefault((run["page"], run["form"]), []).append(run)
    return [Median.of(found) for found in grouped.values()]


def table(medians: list[Median], base: str) -> str:
    """The medians, a line each, in Markdown."""
    rows = ["| page | form | performance | accessibility | best practices | SEO | shift | paint ms | kB | fonts kB |"]
    rows.append("|---|---|---|---|---|---|---|---|---|---|")
    for m in medians:
        scores = " | ".join(str(m.scores[name]) for name in ("performance", "accessibility", "best-practices", "seo"))
        sizes = f"{m.others / 1000:.1f} | {m.fonts / 1000:.1f}"
        rows.append(f"| /{m.page.removeprefix(base)} | {m.form} | {scores} | {m.shift:.3f} | {m.paint:.0f} | {sizes} |")
    return "\n".join(rows)


def misses(medians: list[Median], chapter: str, bare_page: str) -> list[str]:
    """What misses its mark, a sentence each."""
    found = []
    for m in medians:
        if m.page == bare_page:
            continue
        for name in (name for name, score in m.scores.items() if score < 100):
            found.append(f"{m.page} {m.form}: {name} {m.scores[name]}, not 100: {', '.join(m.failed)}")
        found += [f"{m.page} {m.form}: layout shift {m.shift}"] if m.shift else []
    paints = {(m.page, m.form): m.paint for m in medians}
    ratio = paints[chapter, "mobile"] / paints[bare_page, "mobile"]
    print(f"\nFirst paint of the chapter over the bare page, mobile: {ratio:.2f} (at most {MOST_RATIO})")
    found += [f"{chapter}: first paint {ratio:.2f} times the bare page's"] if ratio > MOST_RATIO else []
    view = next(m for m in medians if m.page == chapter)
    print(f"First view of the chapter: {view.others} bytes and {view.fonts} of fonts ({view.bytes})")
    found += [f"{chapter}: {view.others} bytes"] if view.others > MOST else []
    found += [f"{chapter}: {view.fonts} bytes of fonts"] if view.fonts > MOST_FONTS else []
    return found


def chapter_of(site: Path) -> str:
    """The longest chapter: the address of its page under the site's."""
    chapters = [path for path in (site / "report").glob("*/index.html") if path.parent.name != "full-text"]
    longest = max(chapters, key=lambda path: path.stat().st_size)
    return f"report/{longest.parent.name}/"


def main() -> int:
    """Measures, prints the table, and says what misses its mark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="runs a page and form")
    parser.add_argument("--pages", nargs="*", default=PAGES, help="pages besides the chapter, by address")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
        base = f"{address}{NAME}/"
        site = Path(folder) / NAME
        built(ROOT, site, SITE_URL=base)
        chapter = chapter_of(site)
        (site / BARE).write_text(bare((site / chapter / "index.html").read_text(encoding="utf-8")), encoding="utf-8")
        pages = [base + path for path in (chapter, BARE, *options.pages)]
        medians = measure(pages, options.runs)
        print(table(medians, base))
        found = misses(medians, base + chapter, base + BARE)
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
