"""The concordance: every entry with its count in each chapter, and the loci of all its mentions."""

from __future__ import annotations

from collections.abc import Iterator

from edition.publish.markup.markdown import escape, link
from edition.publish.pages.filters import boxed
from edition.publish.plan import CONCORDANCE, View, front, plural


def render(view: View) -> Iterator[tuple[str, str]]:
    """The concordance page: a table of counts and the loci, entry by entry."""
    entries = sorted(view.edition.entries, key=lambda resolved: (resolved.entry.order, resolved.id))
    total = plural(len(view.edition.mentions), "mention")
    intro = (
        f"All {total} of {plural(len(entries), 'entry', 'entries')}, with every place. A number in brackets says how "
        "often a paragraph mentions the entry, where more than once."
    )
    rows = ["| Headword | Kind | Mentions | Paragraphs |", "| --- | --- | ---: | --- |"]
    for resolved in entries:
        headword = link(resolved.entry.printed, view.to(CONCORDANCE, view.entry(resolved.id)))
        loci = _loci(view, resolved.id)
        rows.append(f"| {headword} | {resolved.kind} | {view.concordance.count(resolved.id)} | {loci} |")
    table = boxed("every-place", ["\n".join(rows)], search_exclude="true")
    blocks = ["# Concordance { #concordance }", f"{intro}\n{{ .editors }}", table]
    description = "Every mention of every glossary entry, with its paragraph."
    yield CONCORDANCE, front("Concordance", description) + "\n\n".join(blocks) + "\n"


def _loci(view: View, entry: str) -> str:
    counts: dict[str, int] = {}
    for mention in view.concordance.of_entry.get(entry, ()):
        counts[mention.unit] = counts.get(mention.unit, 0) + 1
    shown = []
    for name, count in counts.items():
        unit = view.edition.units[name]
        label = str(unit.number) if unit.numbered else view.front_label(unit)
        times = f" ({count})" if count > 1 else ""
        shown.append(f"{link(label, view.to_unit(CONCORDANCE, name))}{escape(times)}")
    return ", ".join(shown)
