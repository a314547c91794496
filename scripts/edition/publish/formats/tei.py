"""The edition in TEI P5: header, text with page breaks, running heads, apparatus and names, glossary as a gloss list.

Sections cited are those of the TEI Guidelines, P5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from edition.editorial import EntryKind
from edition.index.edition import ResolvedEntry, ResolvedEvent
from edition.model.identifiers import identifier_url
from edition.model.values import Division, Span, Unit, UnitKind
from edition.publish.formats import tei_header
from edition.publish.formats.tei_header import TEI
from edition.publish.markup.xml import Element, Overlay, document, weave
from edition.publish.view import View

NAMES: Final = {
    EntryKind.PERSON: "persName",
    EntryKind.ORGANISATION: "orgName",
    EntryKind.PLACE: "placeName",
    EntryKind.DOCUMENT: "name",
    EntryKind.CONCEPT: "term",
    EntryKind.ISSUE: "term",
}
# Elements that hold elements alone: each of these on a line.
BROKEN: Final = frozenset(
    [
        "TEI",
        "teiHeader",
        "fileDesc",
        "titleStmt",
        "publicationStmt",
        "sourceDesc",
        "listWit",
        "witness",
        "bibl",
        "encodingDesc",
        "editorialDecl",
        "correction",
        "normalization",
        "segmentation",
        "interpretation",
        "classDecl",
        "taxonomy",
        "profileDesc",
        "textClass",
        "keywords",
        "text",
        "front",
        "body",
        "back",
        "div",
        "list",
        "listEvent",
        "event",
    ]
)


def render(view: View) -> bytes:
    """A TEI document, valid against tei_all."""
    front = [unit for unit in view.edition.text.units if unit.kind is UnitKind.FRONT]
    lines = [weave(TEI("p", xml_id=unit.id, rend=unit.id), unit.text, _laid(view, unit)) for unit in front]
    root = TEI(
        "TEI",
        tei_header.header(view),
        TEI(
            "text",
            TEI("front", TEI("div", *lines, type="front-matter")) if lines else None,
            TEI("body", *(_division(view, division) for division in view.plan.tree.tops)),
            _back(view),
        ),
        xml_lang=view.edition.editorial.witness.language,
    )
    return document(root, BROKEN)


def _division(view: View, division: Division) -> Element:
    kind = ("chapter", "section")[division.level > 1]
    units = [view.edition.units[name] for name in division.units]
    resp = "#editors" if division.supplied else None
    return TEI(
        "div",
        _heading(view, division, units),
        *_units(view, [unit for unit in units if unit.kind is not UnitKind.HEADING]),
        *(_division(view, child) for child in view.plan.tree.children(division)),
        type=kind,
        xml_id=division.id,
        resp=resp,
    )


def _heading(view: View, division: Division, units: list[Unit]) -> Element:
    for unit in units:
        if unit.kind is UnitKind.HEADING:
            return weave(TEI("head"), unit.text, _laid(view, unit))
    return TEI("head", TEI("supplied", division.title, resp="#editors"))


def _units(view: View, units: list[Unit]) -> Iterator[Element]:
    items: list[Element] = []
    for unit in units:
        name = "item" if unit.kind is UnitKind.ITEM else "p"
        element = weave(TEI(name, xml_id=unit.id, n=str(unit.number)), unit.text, _laid(view, unit))
        if name == "item":
            items.append(element)
            continue
        if items:
            yield TEI("list", *items, rend="bulleted")
            items = []
        yield element
    if items:
        yield TEI("list", *items, rend="bulleted")


def _laid(view: View, unit: Unit) -> list[Overlay]:
    return [*_breaks(view, unit), *_structure(view, unit), *_apparatus(view, unit), *_named(view, unit)]


def _breaks(view: View, unit: Unit) -> Iterator[Overlay]:
    """Page breaks and, after each, the running head that the received text has there (section 11.6)."""
    first = view.edition.text.units[0]
    begins = [(0, unit.page)] if unit is first or view.layers.begins_page(unit) else []
    for offset, page in [*begins, *unit.breaks]:
        point = Span(offset, offset)
        yield Overlay(point, TEI("pb", n=str(page), xml_id=view.plan.page_break(page), resp="#editors"))
        if head := view.layers.running_heads.get(page):
            yield Overlay(point, TEI("fw", head, type="head", place="top"))


def _structure(view: View, unit: Unit) -> Iterator[Overlay]:
    if unit.run_in:
        yield Overlay(unit.run_in.span, TEI("seg", type="run-in-heading", xml_id=view.plan.run_in(unit.id)))
    for span in unit.emphasis:
        yield Overlay(span, TEI("emph"))


def _apparatus(view: View, unit: Unit) -> Iterator[Overlay]:
    """Emendations by parallel segmentation: what the edition reads, and what the witness has (section 12.2.3)."""
    for emended in unit.emended:
        operation = view.layers.emendations[emended.operation]
        lemma = TEI("lem", resp="#editors")
        app = TEI(
            "app",
            lemma,
            TEI("rdg", operation.lemma, wit=f"#{tei_header.witness_id(view)}"),
            TEI("note", view.plain(operation.reason), type="reason", resp="#editors"),
            xml_id=f"app.{operation.rule}",
        )
        yield Overlay(emended.span, app, lemma)


def _named(view: View, unit: Unit) -> Iterator[Overlay]:
    for mention in view.concordance.in_unit.get(unit.id, ()):
        kind = view.entries[mention.entry].kind
        type_ = kind.value if kind in (EntryKind.DOCUMENT, EntryKind.ISSUE) else None
        yield Overlay(mention.span, TEI(NAMES[kind], ref=f"#entry.{mention.entry}", type=type_))
    taken: set[Span] = set()
    for event, span in view.layers.dates.get(unit.id, ()):
        if span not in taken:
            taken.add(span)
            yield Overlay(span, TEI("date", **_when(event), corresp=f"#event.{event.id}"))


def _when(event: ResolvedEvent) -> dict[str, str | None]:
    """The date's attributes: `when` for a plain date, else the bounds (section 14.4.1)."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", event.event.edtf):
        return {"when": event.event.edtf}
    return {"notBefore": event.dates.earliest, "notAfter": event.dates.latest}


def _back(view: View) -> Element:
    labels, parts = view.labels, []
    if view.edition.entries:
        rows = [row for resolved in view.entries_in_order for row in _gloss(view, resolved)]
        head = TEI("head", labels("glossary.title"))
        parts.append(TEI("div", head, TEI("list", *rows, type="gloss"), type="glossary", resp="#editors"))
    if view.edition.events:
        events = (_event(event) for event in view.edition.events)
        head = TEI("head", labels("timeline.title"))
        parts.append(TEI("div", head, TEI("listEvent", *events), type="timeline", resp="#editors"))
    return TEI("back", *parts)


def _gloss(view: View, resolved: ResolvedEntry) -> Iterator[Element]:
    entry = resolved.entry
    yield TEI("label", entry.printed, xml_id=f"entry.{entry.id}")
    content: list[Element | str] = []
    if entry.definition:
        content.append(TEI("gloss", view.plain(entry.definition.text), type="definition", resp="#editors"))
    for sense, found in resolved.senses:
        quote = TEI("quote", view.edition.words_at(found.form), source=f"#{found.form.unit}")
        content += [TEI("gloss", view.plain(sense.sense)), " ", quote]
    for name, statement in (("expansion", entry.expansion), ("note", entry.note)):
        if statement:
            content.append(TEI("note", view.plain(statement.text), type=name, resp="#editors"))
    content += [TEI("ref", type="authority", target=uri) for uri in filter(None, map(identifier_url, entry.same_as))]
    content += [TEI("ref", type="see", target=f"#entry.{name}") for name in entry.see]
    content += [
        TEI("note", view.plain(contrast.why), type="contrast", resp="#editors", target=f"#entry.{contrast.entry}")
        for contrast in entry.contrast
    ]
    yield TEI("item", *content, ana=f"#{resolved.kind.value}")


def _event(event: ResolvedEvent) -> Element:
    places = " ".join(dict.fromkeys(f"#{found.form.unit}" for found in event.loci))
    words = f"EDTF {event.event.edtf}; {event.event.ground.value}. "
    note = TEI("note", words, TEI("ptr", target=places))
    label = TEI("label", event.event.title)
    return TEI("event", label, note, xml_id=f"event.{event.id}", **_when(event), type=event.event.category)
