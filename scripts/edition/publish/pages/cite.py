"""Citing the report: one CSL-JSON record, and everything else from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from edition.model.slugs import slug
from edition.model.values import Unit
from edition.publish.citation.csl import STYLES, citation, reference
from edition.publish.citation.exchange import bibtex, cff, ris
from edition.publish.formats.preview import ALT, HEIGHT, WIDTH
from edition.publish.markup.markdown import attributes, escape, link
from edition.publish.plan import CITE, View, front

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FORMATS: Final = (
    ("citation.json", "CSL-JSON", "the record itself, for Zotero, Pandoc and citation processors"),
    ("citation.bib", "BibTeX", "for LaTeX"),
    ("citation.ris", "RIS", "for EndNote, Mendeley, Zotero"),
    ("CITATION.cff", "Citation File Format", "for repositories"),
)


def render(view: View) -> Iterator[tuple[str, str]]:
    """The record in all formats, the citations of every paragraph, and the page about citing."""
    item = record(view)
    yield "data/citation.json", _json([item])
    yield "data/citation.bib", bibtex(item)
    yield "data/citation.ris", ris(item)
    title = f"{view.edition.editorial.witness.title}: a digital edition"
    yield "data/CITATION.cff", cff(item, title, view.edition.editorial.citation.url)
    cited = citations(view, item)
    yield "data/citations.json", _json(cited)
    yield "data/citations.js", f"globalThis.editionCitations = {json.dumps(cited, ensure_ascii=False)};\n"
    yield CITE, _page(view, item)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def key(view: View) -> str:
    """The citation key, which also names the downloads."""
    editorial = view.edition.editorial
    year = (editorial.edition.inferred_date or "undated")[:4].rstrip("u") or "undated"
    return editorial.citation.id or f"{slug(editorial.witness.issuing_body)}-{year}"


def record(view: View) -> dict[str, Any]:
    """The report as an item of CSL-JSON (schema 1.0.2): the one source of every citation."""
    editorial = view.edition.editorial
    witness, more = editorial.witness, editorial.citation
    body = witness.issuing_body_full or witness.issuing_body
    subtitle = f": {witness.subtitle.lstrip('—– ')}" if witness.subtitle else ""
    item: dict[str, Any] = {
        "id": key(view),
        "type": "report",
        "title": f"{witness.title}{subtitle}",
        "title-short": more.short_title or witness.title,
        "author": [{"literal": body}],
        "publisher": body,
        "genre": more.genre,
        "language": witness.language,
    }
    if more.place:
        item["publisher-place"] = more.place.text
    if editorial.edition.inferred_date:
        item["issued"] = {"date-parts": [_date_parts(editorial.edition.inferred_date)], "circa": True}
        item["note"] = date_note(view)
    if more.abstract:
        item["abstract"] = more.abstract
    if more.keywords:
        item["keyword"] = "; ".join(more.keywords)
    if more.url:
        item["URL"] = more.url
    return item


def _date_parts(date: str) -> list[int]:
    return [int(part) for part in date.split("-")]


def date_note(view: View) -> str:
    """What the date rests on, in a sentence; empty where the report is dated or no date is inferred."""
    edition = view.edition.editorial.edition
    if not edition.inferred_date:
        return ""
    year, *rest = _date_parts(edition.inferred_date)
    words = " ".join([*([str(rest[1])] if rest[1:] else []), *([MONTHS[rest[0] - 1]] if rest else []), str(year)])
    places = ", ".join(_named(view.edition.units[place.at]) for place in edition.inferred_date_from)
    return f"Undated; {words} is the editors’ inference{f' from {places}' if places else ''}."


def _named(unit: Unit) -> str:
    return f"paragraph {unit.number}" if unit.numbered else f"“{unit.text}”"


def pinpoint(unit: Unit) -> str:
    """The place of a unit for a citation: paragraph, and the inferred page in square brackets (`f.`: and the next)."""
    beyond = unit.last_page - unit.page
    return f"{unit.number} [p. {unit.page}{['', ' f.', ' ff.'][min(beyond, 2)]}]"


def citations(view: View, item: dict[str, Any]) -> dict[str, Any]:
    """All styles: the reference, and the citation of every numbered paragraph with its pinpoint."""
    units = [unit for unit in view.edition.text.units if unit.numbered]
    out: dict[str, Any] = {}
    for style in STYLES:
        out[style.id] = {
            "label": style.label,
            "notes": style.notes,
            "reference": reference(item, style),
            "paragraphs": {unit.id: citation(item, style, "paragraph", pinpoint(unit)) for unit in units},
        }
    return out


def for_templates(view: View) -> dict[str, Any]:
    """What the templates of the site need of the record, for the metadata of pages."""
    item = record(view)
    fields = {
        "key": item["id"],
        "title": item["title"],
        "author": item["author"][0]["literal"],
        "institution": item["publisher"],
        "place": item.get("publisher-place"),
        "date": view.edition.editorial.edition.inferred_date,
        "note": item.get("note"),
        "language": item["language"],
        "genre": item["genre"],
        "abstract": item.get("abstract"),
        "keywords": list(view.edition.editorial.citation.keywords),
    }
    preview = {"width": WIDTH, "height": HEIGHT, "alt": ALT}
    return {**{name: value for name, value in fields.items() if value}, "preview": preview}


def _page(view: View, item: dict[str, Any]) -> str:
    intro = (
        "Cite the report by its issuing body and title, and the place by paragraph: the numbers are the same on every "
        "page and in every download. Page numbers are inferred, so they stand in square brackets."
    )
    blocks = ["# Cite { #cite }", f"{intro}\n{{ .editors }}"]
    if "note" in item:
        rules = "Each style and format shows that as its rules allow: a question mark or brackets, “ca.”, or a note."
        blocks.append(f"{escape(item['note'])} {rules}\n{{ .editors }}")
    example = next(unit for unit in view.edition.text.units if unit.numbered)
    for style in STYLES:
        blocks.append(f"## {style.label} {attributes(id=style.id)}")
        blocks.append(f'<div class="csl-entry" lang="{item["language"]}">{reference(item, style, html=True)}</div>')
        cited = escape(citation(item, style, "paragraph", pinpoint(example)))
        blocks.append(f"{'In a note' if style.notes else 'In the text'}, of {view.locus(CITE, example.id)}: {cited}")
    blocks.append("## For reference managers { #formats }")
    rows = (f"- {link(label, f'data/{name}')}, {words}" for name, label, words in FORMATS)
    blocks.append("\n".join(rows))
    blocks.append(
        "Zotero’s browser connector takes the whole report from the full text, and a chapter as a section from its "
        "page. With JavaScript, every paragraph offers its address and a quotation with its citation for copying."
    )
    return front("Cite", "How to cite the report, a chapter or a paragraph.") + "\n\n".join(blocks) + "\n"
