"""What the data files hold: a list of records for each, with the model that documents its fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from edition.editorial import Sourced
from edition.index.edition import ResolvedEntry
from edition.model.identifiers import identifier_url
from edition.model.values import Passage
from edition.publish.data import records
from edition.publish.data.records import Record
from edition.publish.view import View

Row = Record


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
                url=view.plan.url(view.plan.unit(unit.id)),
            )


def _front_lines(view: View) -> Iterator[Row]:
    for unit in view.edition.text.units:
        if not unit.numbered:
            yield records.FrontLine(
                id=unit.id,
                kind=unit.kind.value,
                division=unit.division,
                page=unit.page,
                text=unit.text,
                url=view.plan.url(view.plan.unit(unit.id)),
            )


def _divisions(view: View) -> Iterator[Row]:
    for division in view.edition.text.divisions:
        numbers = [n for name in division.units if (n := view.edition.units[name].number) is not None]
        yield records.DivisionRow(
            id=division.id,
            title=division.title,
            supplied=division.supplied,
            level=division.level,
            parent=division.parent,
            summary=division.summary,
            first=min(numbers, default=None),
            last=max(numbers, default=None),
            words=view.extent(division).words,
            url=view.plan.url(view.plan.division(division)),
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
            same_as=[identifier_url(item) or item for item in entry.same_as],
            contrast=[records.ContrastRow(entry=item.entry, why=view.plain(item.why)) for item in entry.contrast],
            count=len(mentions),
            mentions=[
                records.MentionRow(paragraph=m.unit, start=m.span.start, end=m.span.end, form=m.form) for m in mentions
            ],
            url=view.plan.url(view.plan.entry(entry.id)),
        )


def _timeline(view: View) -> Iterator[Row]:
    for resolved in view.edition.events_in_order:
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
            url=view.plan.url(view.plan.event(event.id)),
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
            heading=view.heading_over(unit),
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
            url=view.plan.url(view.plan.recommendation(entry.id)),
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
            read=source.read.value,
            read_at=records.OpenedRow(**opened.model_dump(exclude={"where"})) if opened else None,
            verified=source.verified,
        )


FILES: Final[dict[str, tuple[type[Record], Callable[[View], Iterator[Row]]]]] = {
    "paragraphs": (records.Paragraph, _paragraphs),
    "front-matter": (records.FrontLine, _front_lines),
    "divisions": (records.DivisionRow, _divisions),
    "glossary": (records.GlossaryRow, _glossary),
    "timeline": (records.EventRow, _timeline),
    "recommendations": (records.RecommendationRow, _recommendations),
    "operations": (records.OperationRow, _operations),
    "sources": (records.SourceRow, _sources),
}
