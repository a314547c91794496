"""The apparatus: what was done to the witness's text, where, and why; the pages; the editors' textual notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from edition.editorial import Normalisation
from edition.index.edition import ResolvedNote
from edition.model.values import Operation, OperationKind, PageBreak
from edition.publish.markup.blocks import Markdown, heading, page, paragraph, table
from edition.publish.markup.markdown import Words, code, joined, line_break, strong
from edition.publish.pages.paging import moved, turning
from edition.publish.plan.apparatus import SECTIONS, ChangedPlace, Item, Row, rows
from edition.publish.plan.paths import APPARATUS
from edition.publish.plan.plan import Paged
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The apparatus's page or pages."""
    listed = {row.key: row for row in rows(view.edition)}
    done = Counter(operation.rule for operation in view.edition.text.operations)
    for here, names in view.plan.apparatus.pages:
        yield here, _page(view, here, [listed[name] for name in names], listed, done)


def _page(view: View, here: str, on_page: list[Row], listed: dict[str, Row], done: Counter[str | None]) -> str:
    labels, paged = view.labels, view.plan.apparatus
    content = [heading(1, labels("apparatus.title"), id=view.plan.section(APPARATUS, "apparatus"))]
    if here == paged.first:
        content += [_intro(view), *turning(view, here, paged), _summary(view)]
    else:
        content += turning(view, here, paged)
    kinds = {section: kind for kind, section in SECTIONS.items()}
    for section, group in groupby(on_page, key=lambda row: row.section):
        title = labels(f"apparatus.section.{section}")
        content.append(heading(2, title, id=view.plan.section(APPARATUS, section)))
        content += _section(view, here, kinds.get(section), [row.item for row in group], done)
    anchored = Paged(tuple((path, tuple(key for key in keys if listed[key].anchored)) for path, keys in paged.pages))
    content += moved(view, here, anchored, lambda key: _name(view, listed[key]), view.plan.operation)
    content += turning(view, here, paged)
    meta = {"title": labels("apparatus.title"), "description": labels("apparatus.description")}
    return page(meta, labels("page.generated"), content)


def _name(view: View, row: Row) -> str:
    """What a row is called in a list of links."""
    if isinstance(row.item, ResolvedNote):
        return _note_title(view, row.item)
    if isinstance(row.item, Normalisation):
        return row.item.label
    assert isinstance(row.item, Operation)
    return view.locus_label(row.item.unit) if row.item.unit else row.key


def _intro(view: View) -> Markdown:
    witness, labels = view.edition.editorial.witness, view.labels
    words = labels.marked(
        "apparatus.intro",
        siglum=witness.siglum,
        obtained=witness.obtained,
        sha=code(witness.sha256),
        operations=labels.count("operation", len(view.edition.text.operations)),
    )
    return paragraph(words, "editors")


def _summary(view: View) -> Markdown:
    labels = view.labels
    counts = Counter(operation.kind for operation in view.edition.text.operations)
    listed = [
        [labels(f"apparatus.section.{section}"), str(counts[kind])]
        for kind, section in SECTIONS.items()
        if counts[kind]
    ]
    return table([labels("apparatus.operation"), labels("apparatus.places")], listed, ["left", "right"])


def _section(
    view: View, here: str, kind: OperationKind | None, items: list[Item], done: Counter[str | None]
) -> Iterable[Markdown]:
    if kind is OperationKind.EMENDATION:
        return _emendations(view, here, [item for item in items if isinstance(item, Operation)])
    if kind is OperationKind.NORMALISATION:
        return _normalisations(view, here, items, done)
    if kind is None:
        notes = [item for item in items if isinstance(item, ResolvedNote)]
        return _notes(view, here, notes) if notes else _pages(view, [i for i in items if isinstance(i, PageBreak)])
    return _operations(view, here, kind, [item for item in items if isinstance(item, Operation)])


def _operations(view: View, here: str, kind: OperationKind, operations: list[Operation]) -> Iterator[Markdown]:
    labels = view.labels
    yield paragraph(labels(f"apparatus.reason.{SECTIONS[kind]}"), "editors")
    head = [labels(f"apparatus.{name}") for name in ("line", "page", "at", "witness")]
    listed: list[list[Words]] = [
        [str(operation.line), str(operation.page), _at(view, here, operation), _shown(view, operation.lemma)]
        for operation in operations
    ]
    yield table(head, listed, ["right", "right"])


def _at(view: View, here: str, operation: Operation) -> Markdown:
    return view.locus(here, operation.unit) if operation.unit else Markdown()


def _emendations(view: View, here: str, operations: list[Operation]) -> Iterator[Markdown]:
    labels = view.labels
    for operation in operations:
        yield heading(3, _at(view, here, operation), "emendation", id=operation.rule or operation.id)
        reading = labels.marked("apparatus.reading", words=_shown(view, operation.reading))
        lemma = labels.marked("apparatus.lemma", line=str(operation.line), words=_shown(view, operation.lemma))
        yield paragraph(joined([reading, lemma], line_break()))
        yield paragraph(view.prose(here, operation.reason), "editors")


def _normalisations(view: View, here: str, items: list[Item], done: Counter[str | None]) -> Iterator[Markdown]:
    """Rules and the units that they changed; units whose rule is on the page before are listed under its name.

    `done`: how many places each rule changed.
    """
    for is_rule, group in groupby(items, key=lambda item: isinstance(item, Normalisation)):
        members = list(group)
        if is_rule:
            for rule in members:
                assert isinstance(rule, Normalisation)
                yield from _rule(view, here, rule, done[rule.id])
            continue
        changed = [item for item in members if isinstance(item, ChangedPlace)]
        listed = joined((_count(view, here, item) for item in changed), "; ")
        if members[0] is items[0]:
            listed = joined([strong(changed[0].rule.label), listed], " ")
        yield paragraph(listed)


def _rule(view: View, here: str, rule: Normalisation, places: int) -> Iterator[Markdown]:
    yield heading(3, rule.label, id=rule.id)
    words = view.labels.marked(
        "apparatus.normalised",
        find=_shown(view, rule.find),
        replace=_shown(view, rule.replace),
        places=view.labels.count("place", places),
        reason=view.prose(here, rule.reason),
    )
    yield paragraph(words, "editors")


def _count(view: View, here: str, item: ChangedPlace) -> Markdown:
    return view.labels.marked("apparatus.counted", locus=view.locus(here, item.unit), count=item.count)


def _notes(view: View, here: str, notes: list[ResolvedNote]) -> Iterator[Markdown]:
    yield paragraph(view.labels("apparatus.noted"), "editors")
    for resolved in notes:
        yield heading(3, _note_title(view, resolved), id=resolved.note.id)
        yield paragraph(view.quotation(here, resolved.passage))
        yield paragraph(view.prose(here, resolved.note.text), "editors")


def _note_title(view: View, resolved: ResolvedNote) -> str:
    note = resolved.note
    kind = note.kind[0].upper() + note.kind[1:]
    words = note.quote if len(note.quote) <= 40 else note.quote[:40].rsplit(" ", 1)[0] + " …"
    return view.labels("apparatus.note", kind=kind, words=words)


def _pages(view: View, breaks: list[PageBreak]) -> Iterator[Markdown]:
    labels = view.labels
    pages = labels.count("page_break", len(view.edition.text.breaks))
    yield paragraph(labels("apparatus.inferred", pages=pages), "editors")
    head = [labels(f"apparatus.{name}") for name in ("page", "line", "evidence", "running_head")]
    listed = [
        [str(item.page), str(item.line), _evidence(view, item), item.running_head or labels("apparatus.none")]
        for item in breaks
    ]
    yield table(head, listed, ["right", "right"])


def _evidence(view: View, item: PageBreak) -> str:
    """What a page break was inferred from, in the language of the page."""
    return view.labels.group("apparatus.evidences").get(item.evidence.replace(" ", "_"), item.evidence)


def _shown(view: View, words: str) -> Markdown:
    """Words of the witness, with line breaks made visible; nothing as an empty-set sign."""
    if not words:
        return view.labels.marked("apparatus.nothing")
    return view.labels.marked("apparatus.shown", words=words.replace("\n", "⏎"))
