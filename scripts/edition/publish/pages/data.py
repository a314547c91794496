"""Data files: JSON, CSV and JSON Schema of everything, and the page that documents them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from edition.editorial import Sourced
from edition.index.edition import ResolvedEntry
from edition.model.identifiers import address
from edition.model.values import Passage, Unit
from edition.publish.data import records
from edition.publish.data.records import Record
from edition.publish.markup.markdown import attributes, escape, link
from edition.publish.pages.recommendations import heading
from edition.publish.pages.report import words_of
from edition.publish.pages.timeline import ordered
from edition.publish.plan import DATA, View, front, plural

Row = Record


def render(view: View) -> Iterator[tuple[str, str]]:
    """Every data file, its schema, and the page about them."""
    files = {name: list(rows(view)) for name, (_, rows) in FILES.items()}
    for name, listed in files.items():
        model = FILES[name][0]
        yield f"data/{name}.json", _json([row.model_dump(by_alias=True) for row in listed])
        yield f"data/{name}.csv", _csv(model, listed)
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array"}
        items = model.model_json_schema()
        definitions = items.pop("$defs", {})
        yield f"data/schema/{name}.schema.json", _json(schema | {"items": items, "$defs": definitions})
    yield DATA, _page(files)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _csv(model: type[Record], rows: Iterable[Row]) -> str:
    """RFC 4180, UTF-8; what is no plain value stands as JSON in its field."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(field.alias or name for name, field in model.model_fields.items())
    for row in rows:
        writer.writerow([_field(value) for value in row.model_dump().values()])
    return out.getvalue()


def _field(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) and "|" not in item for item in value):
        return "|".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def url(page: str) -> str:
    """The address of a page's file in the site: `report/complexity.md#p6` gives `report/complexity/#p6`."""
    path, hash_, anchor = page.partition("#")
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/{hash_}{anchor}" if stem else f"{hash_}{anchor}"


def _paragraphs(view: View) -> Iterator[Row]:
    for unit in view.edition.text.units:
        if unit.number is not None:
            yield records.Paragraph(
                id=unit.id,
                number=unit.number,
                kind=unit.kind.value,
                division=unit.division,
                page=unit.page,
                last_page=unit.last_page,
                text=unit.text,
                url=_unit_url(view, unit),
            )


def _unit_url(view: View, unit: Unit) -> str:
    return url(f"{view.chapter(unit)}#{unit.id}")


def _front_lines(view: View) -> Iterator[Row]:
    for unit in view.edition.text.units:
        if not unit.numbered:
            yield records.FrontLine(
                id=unit.id,
                kind=unit.kind.value,
                division=unit.division,
                page=unit.page,
                text=unit.text,
                url=_unit_url(view, unit),
            )


def _divisions(view: View) -> Iterator[Row]:
    for division in view.edition.text.divisions:
        numbers = [n for name in division.units if (n := view.edition.units[name].number) is not None]
        page = division
        while not page.is_page and page.parent:
            page = view.edition.divisions[page.parent]
        yield records.DivisionRow(
            id=division.id,
            title=division.title,
            supplied=division.supplied,
            level=division.level,
            parent=division.parent,
            summary=division.summary,
            first=min(numbers, default=None),
            last=max(numbers, default=None),
            words=words_of(view, division),
            url=url(view.page(page) + ("" if page is division else f"#{division.id}")),
        )


def _passage(view: View, passage: Passage) -> records.PassageRow:
    return records.PassageRow(
        paragraph=passage.unit, start=passage.span.start, end=passage.span.end, text=view.edition.words_at(passage)
    )


def _definition(view: View, resolved: ResolvedEntry) -> records.DefinitionRow | None:
    definition = resolved.entry.definition
    if definition is None:
        return None
    return records.DefinitionRow(
        text=view.plain(definition.text),
        by=definition.by,
        passage=_passage(view, resolved.definition.form) if resolved.definition else None,
        sources=list(definition.sources),
        general=definition.general,
    )


def _stated(view: View, statement: Sourced | None) -> records.Stated | None:
    return records.Stated(text=view.plain(statement.text), sources=list(statement.sources)) if statement else None


def _glossary(view: View) -> Iterator[Row]:
    for resolved in sorted(view.edition.entries, key=lambda item: item.id):
        entry = resolved.entry
        mentions = view.concordance.of_entry.get(entry.id, ())
        yield records.GlossaryRow(
            id=entry.id,
            headword=entry.printed,
            words=entry.words,
            definition=_definition(view, resolved),
            kind=resolved.kind.value,
            variants=[form for form, _ in view.concordance.forms(entry.id)],
            senses=[
                records.SenseRow(sense=view.plain(sense.sense), passage=_passage(view, found.form))
                for sense, found in resolved.senses
            ],
            office=[_passage(view, found.form) for _, found in resolved.office],
            reported=[_passage(view, found.form) for _, found in resolved.reported],
            expansion=_stated(view, entry.expansion),
            note=_stated(view, entry.note),
            see=list(entry.see),
            same_as=[address(item) or item for item in entry.same_as],
            contrast=[records.ContrastRow(entry=item.entry, why=view.plain(item.why)) for item in entry.contrast],
            count=len(mentions),
            mentions=[
                records.MentionRow(paragraph=m.unit, start=m.span.start, end=m.span.end, form=m.form) for m in mentions
            ],
            url=url(view.entry(entry.id)),
        )


def _timeline(view: View) -> Iterator[Row]:
    for resolved in ordered(view):
        event, dates = resolved.event, resolved.dates
        yield records.EventRow(
            id=event.id,
            title=event.title,
            edtf=event.edtf,
            earliest=dates.earliest,
            latest=dates.latest,
            precision=dates.precision,
            ground=event.ground.value,
            category=event.category,
            target=event.target,
            printed=[_passage(view, found.form) for found in resolved.loci],
            quotations=[_passage(view, found.quote) for found in resolved.loci],
            inferred_from=[_passage(view, found.form) for found in resolved.grounds],
            sources=list(event.sources),
            note=_stated(view, event.note),
            disagrees=[other.event for other in event.disagrees],
            url=url(f"timeline.md#{event.id}"),
        )


def _recommendations(view: View) -> Iterator[Row]:
    for resolved in view.edition.recommendations:
        entry, span = resolved.entry, resolved.passage.span
        unit = view.edition.units[resolved.passage.unit]
        yield records.RecommendationRow(
            id=entry.id,
            paragraph=unit.id,
            start=span.start,
            end=span.end,
            text=view.edition.words_at(resolved.passage),
            division=unit.division,
            heading=heading(view, resolved),
            **{"class": entry.class_},
            voice=entry.voice,
            speaker=entry.speaker,
            addressees=list(resolved.addressees),
            themes=list(resolved.themes),
            actions=[
                records.ActionRow(
                    start=at.start,
                    end=at.end,
                    **action.model_dump(exclude={"where", "text", "object", "addressees", "themes"}),
                    text=action.text,
                    object=action.object,
                    addressees=list(action.addressees),
                    themes=list(action.themes),
                )
                for action, at in resolved.actions
            ],
            context=[unit.text[at.start : at.end] for at in resolved.context],
            note=_stated(view, entry.note),
            url=url(f"recommendations.md#{entry.id.lower()}"),
        )


def _operations(view: View) -> Iterator[Row]:
    for operation in view.edition.text.operations:
        yield records.OperationRow(
            id=operation.id,
            kind=operation.kind.value,
            start=operation.span.start,
            end=operation.span.end,
            line=operation.line,
            page=operation.page,
            paragraph=operation.unit,
            lemma=operation.lemma,
            reading=operation.reading,
            reason=view.plain(operation.reason),
        )


def _sources(view: View) -> Iterator[Row]:
    for source in sorted(view.edition.editorial.sources, key=lambda item: item.id):
        original, opened = source.original, source.read_at
        yield records.SourceRow(
            id=source.id,
            title=original.title,
            body=original.body,
            date=original.date,
            url=original.url,
            kind=source.kind,
            read=source.read,
            read_at=records.OpenedRow(**opened.model_dump(exclude={"where"})) if opened else None,
            verified=source.verified,
        )


FILES: Final[dict[str, tuple[type[Record], Any]]] = {
    "paragraphs": (records.Paragraph, _paragraphs),
    "front-matter": (records.FrontLine, _front_lines),
    "divisions": (records.DivisionRow, _divisions),
    "glossary": (records.GlossaryRow, _glossary),
    "timeline": (records.EventRow, _timeline),
    "recommendations": (records.RecommendationRow, _recommendations),
    "operations": (records.OperationRow, _operations),
    "sources": (records.SourceRow, _sources),
}


def _page(files: dict[str, list[Row]]) -> str:
    intro = (
        "Everything on this site as data: JSON (an array of records), CSV with the same fields (lists joined by `|`, "
        "records within records as JSON), and a JSON Schema for each file. Offsets count Unicode characters of a "
        "paragraph’s text."
    )
    blocks = ["# Data { #data }", intro]
    for name, rows in files.items():
        model = FILES[name][0]
        blocks.append(f"## {name} {attributes(id=name)}")
        downloads = [
            link("JSON", f"{name}.json"),
            link("CSV", f"{name}.csv"),
            link("schema", f"schema/{name}.schema.json"),
        ]
        blocks.append(f"{escape(model.__doc__ or '')} {plural(len(rows), 'record')}: {', '.join(downloads)}.")
        table = ["| Field | Meaning |", "| --- | --- |"]
        table += [f"| `{field}` | {info.description} |" for field, info in model.model_fields.items()]
        blocks.append("\n".join(table))
    return front("Data", "The edition as JSON and CSV, with schemas.") + "\n\n".join(blocks) + "\n"
