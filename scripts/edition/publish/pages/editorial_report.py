"""The editorial report: what was found, indexed and left out, and what the editors' own statements rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.editorial import Ground, Reading
from edition.model.values import Coverage, OperationKind
from edition.publish.markup.markdown import attributes, escape, link
from edition.publish.plan import APPARATUS, EDITORIAL_REPORT, KINDS, View, front, plural

Block = str

NOUNS = {
    "date": "Temporal expressions",
    "directive": "Directives",
    "abbreviation": "Abbreviations",
    "name": "Names",
}
MEANING = {
    "date": "dates, spans, relative words, and nouns of events that imply a date",
    "directive": "sentences with a word that may ask for something",
    "abbreviation": "words in capitals",
    "name": "capitalised words outside of headings, one by one, but for ordinary words that open a sentence",
}


def render(view: View) -> Iterator[tuple[str, str]]:
    """The page of the editorial report."""
    intro = (
        "Nothing is lost in silence: detectors read the text more generously than the indexes, and whatever they find "
        "is either in an index or on a list of exclusions with a reason. All figures here are computed when the "
        "edition is built."
    )
    blocks = ["# Editorial report { #editorial-report }", f"{intro}\n{{ .editors }}"]
    blocks += [
        "## Coverage { #coverage }",
        _coverage(view.edition.coverage),
        *_reasons(view.edition.coverage),
        "## Indexes { #indexes }",
        _indexes(view),
        "## The editors’ statements { #statements }",
        *_statements(view),
        "## Operations on the text { #operations }",
        _operations(view),
    ]
    description = "What the detectors found, what is indexed, what is excluded and why."
    yield EDITORIAL_REPORT, front("Editorial report", description) + "\n\n".join(blocks) + "\n"


def _coverage(coverage: tuple[Coverage, ...]) -> Block:
    rows = [
        "| Detector | Found | Indexed | Excluded with reason | Accounted for |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for item in coverage:
        share = f"{100 * (item.indexed + item.excluded) / item.found:.0f} %" if item.found else "—"
        what = f"{NOUNS[item.detector]}: {MEANING[item.detector]}"
        rows.append(f"| {what} | {item.found} | {item.indexed} | {item.excluded} | {share} |")
    return "\n".join(rows)


def _reasons(coverage: tuple[Coverage, ...]) -> Iterator[Block]:
    for item in coverage:
        if item.reasons:
            yield f"### {NOUNS[item.detector]} left out {attributes(id='excluded-' + item.detector)}"
            rows = ["| Reason | Places |", "| --- | ---: |"]
            yield "\n".join([*rows, *(f"| {escape(reason)} | {count} |" for reason, count in item.reasons)])


def _indexes(view: View) -> Block:
    rows = ["| Index | Entries | Mentions | Linked in the text |", "| --- | ---: | ---: | ---: |"]
    linked = Counter(view.entries[mention.entry].kind for mention in view.concordance.linked)
    mentions = Counter(view.entries[mention.entry].kind for mention in view.edition.mentions)
    entries = Counter(resolved.kind for resolved in view.edition.entries)
    for kind, (_, label) in KINDS.items():
        rows.append(f"| {label} | {entries[kind]} | {mentions[kind]} | {linked[kind]} |")
    rows.append(f"| All | {entries.total()} | {mentions.total()} | {linked.total()} |")
    return "\n".join(rows)


def _statements(view: View) -> Iterator[Block]:
    facts = Counter[str]()
    for definition in (resolved.entry.definition for resolved in view.edition.entries):
        facts["Definitions from the report, with the passage"] += definition is not None and definition.by == "report"
        facts["Definitions by the editors, with a source"] += bool(definition and definition.sources)
        facts["Definitions by the editors, general knowledge"] += bool(definition and definition.general)
    for resolved in view.edition.entries:
        facts["Expansions of abbreviations"] += resolved.entry.expansion is not None
        facts["Notes to glossary entries, with a source"] += bool(resolved.entry.note and resolved.entry.note.sources)
        facts["Notes to glossary entries, on the text itself"] += bool(
            resolved.entry.note and not resolved.entry.note.sources
        )
    grounds = Counter(resolved.event.ground for resolved in view.edition.events)
    facts["Dates stated in the report"] = grounds[Ground.STATED]
    facts["Dates inferable from the report"] = grounds[Ground.INFERABLE]
    facts["Dates supplied, with a source"] = grounds[Ground.SUPPLIED]
    yield "\n".join(["| Statement | Number |", "| --- | ---: |", *(f"| {name} | {n} |" for name, n in facts.items())])
    sources = view.edition.editorial.sources
    read, record = Counter(source.read for source in sources), link("record", "data/sources.json")
    yield (
        f"They rest on {plural(len(sources), 'public source')}. Read in the original: {read[Reading.ORIGINAL]}; as a "
        f"copy that somebody else publishes: {read[Reading.COPY]}; in a report of it: {read[Reading.REPORT]}. Each "
        f"{record} says what was read and what it confirms.\n{{ .editors }}"
    )


def _operations(view: View) -> Block:
    counts = Counter(operation.kind for operation in view.edition.text.operations)
    named = [plural(counts[kind], kind.value) for kind in OperationKind if counts[kind]]
    return f"{', '.join(named)}: all listed in the {link('apparatus', APPARATUS)}.\n{{ .editors }}"
