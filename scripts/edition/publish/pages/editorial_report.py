"""The editorial report: what was found, indexed and left out, and what the editors' own statements rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.editorial import EntryKind, Ground, Reading
from edition.model.values import Coverage, OperationKind
from edition.publish.markup.blocks import Align, Markdown, heading, page, paragraph, table
from edition.publish.plan.paths import APPARATUS, EDITORIAL_REPORT, SOURCES_DATA
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The page of the editorial report."""
    labels = view.labels
    content = [
        heading(1, labels("editorial_report.title"), id=view.plan.section(EDITORIAL_REPORT, "editorial-report")),
        paragraph(labels("editorial_report.intro"), "editors"),
        _section(view, "coverage"),
        _coverage(view),
        *_reasons(view),
        _section(view, "indexes"),
        _indexes(view),
        _section(view, "statements"),
        *_statements(view),
        _section(view, "operations"),
        _operations(view),
    ]
    meta = {"title": labels("editorial_report.title"), "description": labels("editorial_report.description")}
    yield EDITORIAL_REPORT, page(meta, labels("page.generated"), content)


def _section(view: View, name: str) -> Markdown:
    anchor = view.plan.section(EDITORIAL_REPORT, name)
    return heading(2, view.labels(f"editorial_report.section.{name}"), id=anchor)


def _table(view: View, columns: tuple[str, ...], rows: list[list[str]]) -> Markdown:
    """A table whose first column holds words, the others numbers."""
    align: list[Align] = ["left", *["right" for _ in columns[1:]]]  # type: ignore[list-item]
    return table([view.labels(f"editorial_report.head.{name}") for name in columns], rows, align)


def _coverage(view: View) -> Markdown:
    labels = view.labels
    rows = []
    for item in view.edition.coverage:
        what = labels(
            "editorial_report.detector",
            finds=labels(f"editorial_report.finds.{item.detector}"),
            meaning=labels(f"editorial_report.meaning.{item.detector}"),
        )
        rows.append([what, str(item.found), str(item.indexed), str(item.excluded), _share(view, item)])
    return _table(view, ("detector", "found", "indexed", "excluded", "accounted"), rows)


def _share(view: View, item: Coverage) -> str:
    if not item.found:
        return view.labels("editorial_report.nothing")
    percent = f"{100 * (item.indexed + item.excluded) / item.found:.0f}"
    return view.labels("editorial_report.percent", number=percent)


def _reasons(view: View) -> Iterator[Markdown]:
    labels = view.labels
    for item in view.edition.coverage:
        if item.reasons:
            anchor = view.plan.section(EDITORIAL_REPORT, f"excluded-{item.detector}")
            finds = labels(f"editorial_report.finds.{item.detector}")
            yield heading(3, labels("editorial_report.left_out", finds=finds), id=anchor)
            yield _table(view, ("reason", "places"), [[reason, str(count)] for reason, count in item.reasons])


def _indexes(view: View) -> Markdown:
    linked = Counter(view.entries[mention.entry].kind for mention in view.concordance.linked)
    mentions = Counter(view.entries[mention.entry].kind for mention in view.edition.mentions)
    entries = Counter(resolved.kind for resolved in view.edition.entries)
    rows = [
        [view.labels(f"kinds.{kind.value}"), str(entries[kind]), str(mentions[kind]), str(linked[kind])]
        for kind in EntryKind
    ]
    totals = (entries.total(), mentions.total(), linked.total())
    rows.append([view.labels("editorial_report.all"), *map(str, totals)])
    return _table(view, ("index", "entries", "mentions", "linked"), rows)


def _statements(view: View) -> Iterator[Markdown]:
    labels = view.labels
    notes = [resolved.entry.note for resolved in view.edition.entries if resolved.entry.note]
    grounds = Counter(resolved.event.ground for resolved in view.edition.events)
    definitions = [resolved.entry.definition for resolved in view.edition.entries if resolved.entry.definition]
    facts = {
        "definitions_report": sum(definition.by == "report" for definition in definitions),
        "definitions_sourced": sum(bool(definition.sources) for definition in definitions),
        "definitions_general": sum(definition.general for definition in definitions),
        "expansions": sum(resolved.entry.expansion is not None for resolved in view.edition.entries),
        "notes_sourced": sum(bool(note.sources) for note in notes),
        "notes_on_text": sum(not note.sources for note in notes),
        **{ground.value: grounds[ground] for ground in Ground},
    }
    rows = [[labels(f"editorial_report.statement.{name}"), str(number)] for name, number in facts.items()]
    yield _table(view, ("statement", "number"), rows)
    sources = view.edition.editorial.sources
    read = Counter(source.read for source in sources)
    words = labels.marked(
        "editorial_report.sources",
        sources=labels.count("public_source", len(sources)),
        originals=read[Reading.ORIGINAL],
        copies=read[Reading.COPY],
        reports=read[Reading.REPORT],
        record=view.link(EDITORIAL_REPORT, labels("editorial_report.record"), SOURCES_DATA),
    )
    yield paragraph(words, "editors")


def _operations(view: View) -> Markdown:
    labels = view.labels
    counts = Counter(operation.kind for operation in view.edition.text.operations)
    named = [labels.count(kind.value.replace(" ", "_"), counts[kind]) for kind in OperationKind if counts[kind]]
    words = labels.marked(
        "editorial_report.operations",
        operations=", ".join(named),
        apparatus=view.link(EDITORIAL_REPORT, labels("editorial_report.apparatus"), APPARATUS),
    )
    return paragraph(words, "editors")
