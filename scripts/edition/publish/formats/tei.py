"""The edition in TEI P5: header, text with page breaks, running heads, apparatus and names, glossary as a gloss list.

Sections cited are those of the TEI Guidelines, P5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from edition.editorial import EntryKind
from edition.index.edition import ResolvedEntry, ResolvedEvent
from edition.model.identifiers import address
from edition.model.values import Division, OperationKind, Span, Unit, UnitKind
from edition.publish.formats import tei_header
from edition.publish.markup.markdown import Mark
from edition.publish.markup.xml import element, empty, text_element, woven
from edition.publish.plan import View

NAMES: Final = {
    EntryKind.PERSON: "persName",
    EntryKind.ORGANISATION: "orgName",
    EntryKind.PLACE: "placeName",
    EntryKind.DOCUMENT: "name",
    EntryKind.CONCEPT: "term",
    EntryKind.ISSUE: "term",
}


def render(view: View) -> str:
    """A TEI document, valid against tei_all."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{view.edition.editorial.witness.language}">',
        *tei_header.render(view),
        "<text>",
        *_front(view),
        "<body>",
        *(line for division in _top(view) for line in _division(view, division)),
        "</body>",
        *_back(view),
        "</text>",
        "</TEI>",
    ]
    return "\n".join(lines) + "\n"


def _top(view: View) -> list[Division]:
    return [division for division in view.edition.text.divisions if division.parent is None]


def _front(view: View) -> Iterator[str]:
    """The front matter as a division: its lines are what the editors call them (section 4.5)."""
    units = [unit for unit in view.edition.text.units if unit.kind is UnitKind.FRONT]
    if not units:
        return
    yield '<front>\n<div type="front-matter">'
    for unit in units:
        start, end = element("p", xml_id=unit.id, rend=unit.id)
        yield start + _words(view, unit) + end
    yield "</div>\n</front>"


def _division(view: View, division: Division) -> Iterator[str]:
    kind = ("chapter", "section")[division.level > 1]
    units = [view.edition.units[name] for name in division.units]
    start, end = element("div", type=kind, xml_id=division.id, resp="#editors" if division.supplied else None)
    yield start
    yield _heading(view, division, units)
    yield from _units(view, [unit for unit in units if unit.kind is not UnitKind.HEADING])
    for child in division.children:
        yield from _division(view, view.edition.divisions[child])
    yield end


def _heading(view: View, division: Division, units: list[Unit]) -> str:
    printed = [unit for unit in units if unit.kind is UnitKind.HEADING]
    if printed:
        return f"<head>{_words(view, printed[0])}</head>"
    return f'<head><supplied resp="#editors">{escape(division.title)}</supplied></head>'


def _units(view: View, units: list[Unit]) -> Iterator[str]:
    in_list = False
    for unit in units:
        item = unit.kind is UnitKind.ITEM
        if item and not in_list:
            yield '<list rend="bulleted">'
        if in_list and not item:
            yield "</list>"
        in_list = item
        start, end = element("item" if item else "p", xml_id=unit.id, n=str(unit.number))
        yield start + _words(view, unit) + end
    if in_list:
        yield "</list>"


def _words(view: View, unit: Unit) -> str:
    return woven(unit.text, [*_breaks(view, unit), *_structure(unit), *_apparatus(view, unit), *_named(view, unit)])


def _breaks(view: View, unit: Unit) -> Iterator[Mark]:
    """Page breaks and, after each, the running head that the received text has there (section 11.6)."""
    heads = {item.page: item.running_head for item in view.edition.text.breaks}
    units = view.edition.text.units
    before = units[units.index(unit) - 1] if unit is not units[0] else None
    begins = [(0, unit.page)] if before is None or before.last_page < unit.page else []
    for offset, page in [*begins, *unit.breaks]:
        head = heads.get(page)
        running = text_element("fw", head, type="head", place="top") if head else ""
        yield Mark(Span(offset, offset), empty("pb", n=str(page), xml_id=f"page-{page}", resp="#editors") + running)


def _structure(unit: Unit) -> Iterator[Mark]:
    if unit.run_in:
        yield Mark(unit.run_in.span, *element("seg", type="run-in-heading", xml_id=unit.run_in.id))
    for span in unit.emphasis:
        yield Mark(span, *element("emph"))


def _apparatus(view: View, unit: Unit) -> Iterator[Mark]:
    """Emendations by parallel segmentation: what the edition reads, and what the witness has (section 12.2.3)."""
    emendations = {op.id: op for op in view.edition.text.operations if op.kind is OperationKind.EMENDATION}
    witness = f"#{tei_header.witness_id(view)}"
    for emended in unit.emended:
        operation = emendations[emended.operation]
        start, _ = element("app", xml_id=f"app.{operation.rule}")
        reading = text_element("rdg", operation.lemma, wit=witness)
        note = text_element("note", view.plain(operation.reason), type="reason", resp="#editors")
        yield Mark(emended.span, f'{start}<lem resp="#editors">', f"</lem>{reading}{note}</app>")


def _named(view: View, unit: Unit) -> Iterator[Mark]:
    for mention in view.concordance.in_unit.get(unit.id, ()):
        kind = view.entries[mention.entry].kind
        type_ = kind.value if kind in (EntryKind.DOCUMENT, EntryKind.ISSUE) else None
        yield Mark(mention.span, *element(NAMES[kind], ref=f"#entry.{mention.entry}", type=type_))
    taken: set[Span] = set()
    for event in view.edition.events:
        for found in event.loci:
            if found.form.unit == unit.id and found.form != found.quote and found.form.span not in taken:
                taken.add(found.form.span)
                yield Mark(found.form.span, *element("date", **_when(event), corresp=f"#event.{event.id}"))


def _when(event: ResolvedEvent) -> dict[str, str | None]:
    """The date's attributes: `when` for a plain date, else the bounds (section 14.4.1)."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", event.event.edtf):
        return {"when": event.event.edtf}
    return {"notBefore": event.dates.earliest, "notAfter": event.dates.latest}


def _back(view: View) -> Iterator[str]:
    yield "<back>"
    if view.edition.entries:
        yield '<div type="glossary" resp="#editors">\n<head>Glossary</head>\n<list type="gloss">'
        for resolved in sorted(view.edition.entries, key=lambda item: (item.entry.order, item.id)):
            yield from _gloss(view, resolved)
        yield "</list>\n</div>"
    if view.edition.events:
        yield '<div type="timeline" resp="#editors">\n<head>Timeline</head>\n<listEvent>'
        for event in view.edition.events:
            yield from _event(event)
        yield "</listEvent>\n</div>"
    yield "</back>"


def _gloss(view: View, resolved: ResolvedEntry) -> Iterator[str]:
    entry = resolved.entry
    yield text_element("label", entry.printed, xml_id=f"entry.{entry.id}")
    yield f'<item ana="#{resolved.kind.value}">'
    if entry.definition:
        yield text_element("gloss", view.plain(entry.definition.text), type="definition", resp="#editors")
    for sense, found in resolved.senses:
        quoted = text_element("quote", view.edition.words_at(found.form), source=f"#{found.form.unit}")
        yield f"<gloss>{escape(view.plain(sense.sense))}</gloss> {quoted}"
    for name, statement in (("expansion", entry.expansion), ("note", entry.note)):
        if statement:
            yield text_element("note", view.plain(statement.text), type=name, resp="#editors")
    for uri in filter(None, map(address, entry.same_as)):
        yield empty("ref", type="authority", target=uri)
    for name in entry.see:
        yield empty("ref", type="see", target=f"#entry.{name}")
    for contrast in entry.contrast:
        fields = {"type": "contrast", "resp": "#editors", "target": f"#entry.{contrast.entry}"}
        yield text_element("note", view.plain(contrast.why), **fields)
    yield "</item>"


def _event(event: ResolvedEvent) -> Iterator[str]:
    start, end = element("event", xml_id=f"event.{event.id}", **_when(event), type=event.event.category)
    places = " ".join(dict.fromkeys(f"#{found.form.unit}" for found in event.loci))
    yield start
    yield text_element("label", event.event.title)
    yield f'<note>EDTF {escape(event.event.edtf)}; {event.event.ground.value}. <ptr target="{places}"/></note>'
    yield end
