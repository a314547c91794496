"""The concordance: every entry with its count, and the loci of all its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.publish.markup.blocks import box, heading, page, paragraph, raw
from edition.publish.markup.html import Html, element, joined
from edition.publish.pages.paging import turning
from edition.publish.plan.paths import CONCORDANCE
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The concordance, on as many pages as its size needs."""
    labels, paged = view.labels, view.plan.concordance
    intro = labels(
        "concordance.intro",
        mentions=labels.count("mention", len(view.edition.mentions)),
        entries=labels.count("entry", len(view.edition.entries)),
    )
    meta = {"title": labels("concordance.title"), "description": labels("concordance.description")}
    for here, names in paged.pages:
        first = here == paged.first
        content = [
            heading(1, labels("concordance.title"), id=view.plan.section(CONCORDANCE, "concordance")),
            *([paragraph(intro, "editors")] if first else []),
            *turning(view, here, paged),
            box("div", "every-place", content=[raw(_table(view, here, names))]),
        ]
        yield here, page(meta, labels("page.generated"), content)


def _table(view: View, here: str, names: tuple[str, ...]) -> Html:
    heads = (element("th", view.labels(f"concordance.{name}")) for name in ("headword", "kind"))
    count = element("th", view.labels("concordance.mentions"), style="text-align: right;")
    head = element("tr", *heads, count, element("th", view.labels("concordance.paragraphs")))
    rows = joined((_row(view, here, name) for name in names), "\n")
    return element("table", element("thead", head), "\n", element("tbody", rows))


def _row(view: View, here: str, name: str) -> Html:
    resolved = view.entries[name]
    return element(
        "tr",
        element("td", element("a", resolved.entry.printed, href=view.plan.href(here, view.plan.entry(name)))),
        element("td", view.labels(f"kind.{resolved.kind.value}")),
        element("td", str(view.concordance.count(name)), style="text-align: right;"),
        element("td", joined(_loci(view, here, name), ", ")),
    )


def _loci(view: View, here: str, entry: str) -> Iterator[Html]:
    counts = Counter(mention.unit for mention in view.concordance.of_entry.get(entry, ()))
    for name, count in counts.items():
        unit = view.edition.units[name]
        label = str(unit.number) if unit.numbered else view.front_label(unit)
        linked = element("a", label, href=view.plan.href(here, view.plan.unit(name)))
        yield joined([linked, f" ({count})"]) if count > 1 else linked
