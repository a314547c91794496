"""The page about citing: the record in each style, an example of a pinpoint, files for reference managers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition.publish.citation.csl import STYLES, Style, citation, reference
from edition.publish.citation.record import pinpoint, record
from edition.publish.markup.blocks import Markdown, bullets, heading, page, paragraph, raw
from edition.publish.markup.html import Html, element
from edition.publish.plan.paths import CITE
from edition.publish.view import View

# The files for reference managers; each has a name and a description among the labels.
FORMATS = {"csl": "citation.json", "bibtex": "citation.bib", "ris": "citation.ris", "cff": "CITATION.cff"}


def render(view: View) -> Iterator[tuple[str, str]]:
    """The page."""
    labels, item = view.labels, record(view)
    content = [
        heading(1, labels("cite.title"), id=view.plan.section(CITE, "cite")),
        paragraph(labels("cite.intro"), "editors"),
    ]
    if "note" in item:
        content.append(paragraph(labels("cite.date", note=item["note"]), "editors"))
    for style in STYLES:
        content += _style(view, item, style)
    rows = (
        labels.marked(
            "cite.format",
            name=view.link(CITE, labels(f"cite.formats.{name}.name"), view.plan.data_file(file)),
            use=labels(f"cite.formats.{name}.use"),
        )
        for name, file in FORMATS.items()
    )
    content += [
        heading(2, labels("cite.managers"), id=view.plan.section(CITE, "formats")),
        bullets(rows),
        paragraph(labels("cite.zotero")),
    ]
    meta = {"title": labels("cite.title"), "description": labels("cite.description")}
    yield CITE, page(meta, labels("page.generated"), content)


def _style(view: View, item: dict[str, Any], style: Style) -> list[Markdown]:
    example = next(unit for unit in view.edition.text.units if unit.numbered)
    entry = Html(reference(item, style, html=True))
    cited = citation(item, style, "paragraph", pinpoint(example))
    where = "cite.in_note" if style.notes else "cite.in_text"
    return [
        heading(2, style.label, id=view.plan.section(CITE, style.id)),
        raw(element("div", entry, class_="csl-entry", lang=item["language"])),
        paragraph(view.labels.marked(where, place=view.locus(CITE, example.id), citation=cited)),
    ]
