"""The comparison: the dispersion of the glossary's entries through the report, one under the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from edition.publish.markup.blocks import Markdown, box, heading, page, paragraph, raw
from edition.publish.markup.html import Html, element, joined
from edition.publish.markup.svg import drawing
from edition.publish.pages.paging import turning
from edition.publish.plan.paths import COMPARE, SEARCH
from edition.publish.view import View

STRIP: Final = 1000


def render(view: View) -> Iterator[tuple[str, str]]:
    """The comparison, on as many pages as its size needs."""
    labels, paged = view.labels, view.plan.comparison
    meta = {
        "title": labels("comparison.title"),
        "description": labels("comparison.description"),
        "hide": ["toc"],
    }
    for here, names in paged.pages:
        search = view.link(here, labels("comparison.search_page"), SEARCH)
        entries = labels.count("glossary_entry", len(view.edition.entries))
        content = [
            heading(1, labels("comparison.title"), id=view.plan.section(COMPARE, "comparison")),
            paragraph(labels.marked("comparison.intro", entries=entries, search=search), "editors"),
            *turning(view, here, paged),
            _only(view),
            box("div", "desk-compare", content=[raw(_table(view, here, names))]),
        ]
        yield here, page(meta, labels("page.generated"), content)


def _only(view: View) -> Markdown:
    """The box that hides all rows but the selected ones (by style alone), and the lines where the sections begin."""
    starts = "".join(f"M{round(STRIP * share)} 0v10" for share in view.section_starts)
    box_ = element("input", type="checkbox", id=view.plan.section(COMPARE, "desk-only"))
    parts = element("path", id=view.plan.section(COMPARE, "desk-parts"), d=starts)
    lines = element("svg", element("defs", parts), width="0", height="0", aria_hidden="true")
    return raw(element("p", element("label", box_, " " + view.labels("comparison.only")), lines, class_="desk-only"))


def _table(view: View, here: str, names: tuple[str, ...]) -> Html:
    labels = view.labels
    columns = ("select", "entry", "kind", "mentions", "dispersion")
    heads = (
        element("th", labels(f"comparison.{name}"), style="text-align: right;" if name == "mentions" else None)
        for name in columns
    )
    rows = joined((_row(view, here, name) for name in names), "\n")
    return element("table", element("thead", element("tr", *heads)), "\n", element("tbody", rows))


def _row(view: View, here: str, name: str) -> Html:
    entry, labels = view.entries[name].entry, view.labels
    select = labels("comparison.select_entry", entry=entry.printed)
    strokes = "".join(f"M{round(STRIP * share)} 0v10" for share in view.concordance.dispersion(name))
    strip = drawing(
        element("use", href=f"#{view.plan.section(COMPARE, 'desk-parts')}"),
        element("path", d=strokes),
        viewbox=f"0 0 {STRIP} 10",
        class_="desk-strip",
        stretched=True,
        label=_spread(view, name),
    )
    return element(
        "tr",
        element("td", element("input", type="checkbox", aria_label=select)),
        element("td", element("a", entry.printed, href=view.plan.href(here, view.plan.entry(name)))),
        element("td", labels(f"kind.{view.entries[name].kind.value}")),
        element("td", str(view.concordance.count(name)), style="text-align: right;"),
        element("td", strip),
    )


def _spread(view: View, entry: str) -> str:
    """The mentions of an entry in each division at the top, in words."""
    counts: Counter[str] = Counter()
    for name, count in view.concordance.by_division(entry).items():
        division = view.edition.divisions.get(name)
        counts[view.plan.tree.top_of(division).title if division else view.labels("report.front_matter")] += count
    return "; ".join(view.labels("comparison.spread", title=title, count=count) for title, count in counts.items())
