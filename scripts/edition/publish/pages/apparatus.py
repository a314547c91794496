"""The apparatus: what was done to the witness's text, where, and why; the pages; the editors' textual notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.model.values import Operation, OperationKind
from edition.publish.markup.markdown import attributes, escape
from edition.publish.plan import APPARATUS, View, front, plural

Block = str

TITLES = {
    OperationKind.EMENDATION: "Emendations",
    OperationKind.NORMALISATION: "Normalisations of typography",
    OperationKind.RUNNING_HEAD: "Running heads taken out",
    OperationKind.JOIN: "Units joined across a page break",
    OperationKind.EMPHASIS_MARK: "Marks of emphasis",
    OperationKind.LIST_MARKER: "Marks of list items",
}


def render(view: View) -> Iterator[tuple[str, str]]:
    """The apparatus page."""
    operations = view.edition.text.operations
    witness = view.edition.editorial.witness
    intro = (
        f"The text is that of one witness, {escape(witness.siglum)}: {escape(witness.obtained)} Its SHA-256 is "
        f"`{witness.sha256}`. It reaches the reader word for word, but for the "
        f"{plural(len(operations), 'operation')} recorded here; applied to the witness, they give "
        "exactly the text of this edition, and a test proves it."
    )
    blocks = ["# Apparatus { #apparatus }", f"{intro}\n{{ .editors }}", *_summary(operations)]
    for kind, title in TITLES.items():
        of_kind = [operation for operation in operations if operation.kind is kind]
        if of_kind:
            blocks.append(f"## {title} {attributes(id=kind.value.replace(' ', '-') + 's')}")
            blocks += _section(view, kind, of_kind)
    blocks += [*_notes(view), *_pages(view)]
    description = "Every operation on the witness’s text, with place and reason."
    yield APPARATUS, front("Apparatus", description) + "\n\n".join(blocks) + "\n"


def _summary(operations: tuple[Operation, ...]) -> list[Block]:
    counts = Counter(operation.kind for operation in operations)
    rows = ["| Operation | Places |", "| --- | ---: |"]
    rows += [f"| {title} | {counts[kind]} |" for kind, title in TITLES.items() if counts[kind]]
    return ["\n".join(rows)]


def _section(view: View, kind: OperationKind, operations: list[Operation]) -> list[Block]:
    if kind is OperationKind.EMENDATION:
        return _emendations(view, operations)
    if kind is OperationKind.NORMALISATION:
        return _normalisations(view, operations)
    reason = operations[0].reason
    rows = ["| Witness line | Page | At | Witness |", "| ---: | ---: | --- | --- |"]
    for operation in operations:
        at = view.locus(APPARATUS, operation.unit) if operation.unit else ""
        rows.append(f"| {operation.line} | {operation.page} | {at} | {_shown(operation.lemma)} |")
    return [f"{reason[0].upper()}{reason[1:]}.\n{{ .editors }}", "\n".join(rows)]


def _emendations(view: View, operations: list[Operation]) -> list[Block]:
    blocks = []
    for operation in operations:
        at = view.locus(APPARATUS, operation.unit) if operation.unit else ""
        blocks.append(f"### {at} {attributes('emendation', id=operation.rule or operation.id)}")
        reading = _shown(operation.reading)
        blocks.append(f"Reading: {reading}  \nWitness, line {operation.line}: {_shown(operation.lemma)}")
        blocks.append(f"{view.prose(APPARATUS, operation.reason)}\n{{ .editors }}")
    return blocks


def _normalisations(view: View, operations: list[Operation]) -> list[Block]:
    blocks = []
    for rule in view.edition.editorial.emendations.normalisations:
        done = [operation for operation in operations if operation.rule == rule.id]
        blocks.append(f"### {escape(rule.label)} {attributes(id=rule.id)}")
        blocks.append(
            f"{_shown(rule.find)} → {_shown(rule.replace)}, {plural(len(done), 'place')}. "
            f"{view.prose(APPARATUS, rule.reason)}\n{{ .editors }}"
        )
        places: dict[str, int] = {}
        for operation in done:
            if operation.unit:
                places[operation.unit] = places.get(operation.unit, 0) + 1
        blocks.append("; ".join(f"{view.locus(APPARATUS, name)} ({count})" for name, count in places.items()))
    return blocks


def _notes(view: View) -> list[Block]:
    if not view.edition.notes:
        return []
    blocks = ["## Textual notes { #notes }", "Places that stay as the witness has them.\n{ .editors }"]
    for resolved in view.edition.notes:
        note = resolved.note
        words = view.quotation(APPARATUS, resolved.passage)
        blocks.append(
            f"### {escape(note.kind[0].upper() + note.kind[1:])}: {escape(_short(note.quote))} {attributes(id=note.id)}"
        )
        blocks.append(f"{words}\n\n{view.prose(APPARATUS, note.text)}\n{{ .editors }}")
    return blocks


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:40].rsplit(" ", 1)[0] + " …"


def _pages(view: View) -> list[Block]:
    breaks = view.edition.text.breaks
    if not breaks:
        return []
    intro = (
        f"The witness has no page numbers. {plural(len(breaks), 'page break')} are inferred from running heads and "
        "from sentences that run on over a blank line; so the numbers of pages are the editors’ inference."
    )
    rows = ["| Page | Witness line | Evidence | Running head |", "| ---: | ---: | --- | --- |"]
    for item in breaks:
        rows.append(f"| {item.page} | {item.line} | {item.evidence} | {escape(item.running_head or '—')} |")
    return ["## Pages { #pages }", f"{intro}\n{{ .editors }}", "\n".join(rows)]


def _shown(words: str) -> str:
    """Words of the witness, with line breaks and blanks made visible; nothing as an empty-set sign."""
    if not words:
        return "∅"
    return f"‹{escape(words.replace(chr(10), '⏎'))}›"
