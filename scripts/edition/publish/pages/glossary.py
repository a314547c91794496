"""The glossary: an A–Z of all headwords, and a page for each kind with the full entries."""

from __future__ import annotations

from collections.abc import Iterator

from edition.index.edition import ResolvedEntry, ResolvedEvent
from edition.model.identifiers import address
from edition.model.identifiers import label as name_of
from edition.publish.markup.jsonld import term_set
from edition.publish.markup.markdown import attributes, escape, link
from edition.publish.markup.svg import strip
from edition.publish.pages.filters import boxed, filter_form
from edition.publish.pages.sourced import NOTE, listed, statement
from edition.publish.plan import GLOSSARY, KINDS, TIMELINE, View, front, plural

Block = str


def render(view: View) -> Iterator[tuple[str, str]]:
    """The A–Z page and the pages of the kinds that have entries."""
    yield GLOSSARY, _index(view)
    for kind, (slug, label) in KINDS.items():
        entries = _sorted(entry for entry in view.edition.entries if entry.kind is kind)
        if entries:
            here = f"glossary/{slug}.md"
            yield here, _kind_page(view, here, label, entries)


def _sorted(entries: Iterator[ResolvedEntry]) -> list[ResolvedEntry]:
    return sorted(entries, key=lambda resolved: (resolved.entry.order, resolved.id))


def _index(view: View) -> str:
    entries = _sorted(iter(view.edition.entries))
    mentions = len(view.edition.mentions)
    letters = list(dict.fromkeys(_initial(resolved) for resolved in entries))
    intro = (
        f"{plural(len(entries), 'entry', 'entries')} with {plural(mentions, 'mention')} in the report. The sense of "
        "each is the one it has in the report, and rests on a passage; what the editors add is marked as theirs."
    )
    kinds, labels = [], {}
    for kind, (slug, label) in KINDS.items():
        count = sum(resolved.kind is kind for resolved in entries)
        if count:
            kinds.append(f"- {link(label, f'{slug}.md')} {count}")
            labels[kind.value] = label
    blocks = ["# Glossary { #glossary }", f"{intro}\n{{ .editors }}", boxed("kinds editors", ["\n".join(kinds)])]
    blocks.append(filter_form(".letter li", ".letter", "headwords and senses", {"kind": ("Kind", labels)}))
    blocks.append(boxed("letters editors", [" ".join(link(letter, f"#{_anchor(letter)}") for letter in letters)]))
    for letter in letters:
        rows = [_index_row(view, resolved) for resolved in entries if _initial(resolved) == letter]
        head = f"## {letter} {attributes(id=_anchor(letter))}"
        # Each headword is found once in the header's search: at its entry.
        blocks.append(boxed("letter", [head, "\n".join(rows)], "section", search_exclude="true"))
    description = "All headwords of the glossary from A to Z."
    return front("Glossary", description, hide="[toc]") + "\n\n".join(blocks) + "\n"


def _initial(resolved: ResolvedEntry) -> str:
    initial = resolved.entry.order[:1].upper()
    return initial if initial.isalpha() else "0–9"


def _anchor(letter: str) -> str:
    return "letter-" + letter.lower().replace("–", "-")


def _index_row(view: View, resolved: ResolvedEntry) -> str:
    target = view.to(GLOSSARY, view.entry(resolved.id))
    count = plural(view.concordance.count(resolved.id), "mention")
    words = f"{view.named(resolved.entry.printed, target, 'headword')} {resolved.kind}, {count}"
    return f"- {words}\n  {attributes(data_kind=resolved.kind.value)}"


def _kind_page(view: View, here: str, label: str, entries: list[ResolvedEntry]) -> str:
    slug = here.split("/")[1].removesuffix(".md")
    blocks = [f"# {label} {attributes(id='kind-' + slug)}"]
    elsewhere = f'<span class="screen-only">; {link("all kinds from A to Z", "index.md")}</span>'
    blocks.append(f"{plural(len(entries), 'entry', 'entries')}{elsewhere}.\n{{ .editors }}")
    blocks.append(filter_form(".entry", "", "headwords, senses and notes", {}))
    for resolved in entries:
        blocks.append(boxed("entry", _entry(view, here, resolved), "section"))
    blocks.append(term_set(label, view.edition.editorial.witness.title, entries, view.plain))
    return front(label, f"Glossary: {label.lower()}.", hide="[toc]") + "\n\n".join(blocks) + "\n"


def _entry(view: View, here: str, resolved: ResolvedEntry) -> list[Block]:
    entry = resolved.entry
    blocks = [f"## {view.words(entry.printed)} {attributes(resolved.kind.value, id=entry.id)}"]
    blocks += _definition(view, here, resolved)
    for sense, found in resolved.senses:
        blocks.append(f"{view.prose(here, sense.sense)} {view.quotation(here, found.form)}\n{{ .sense }}")
    if resolved.office:
        offices = "; ".join(view.quotation(here, found.form) for _, found in resolved.office)
        blocks.append(f"**Office in the report.** {offices}\n{{ .office }}")
    if resolved.reported:
        said = "; ".join(f"{item.how}, {view.quotation(here, found.form)}" for item, found in resolved.reported)
        blocks.append(f"**Words the report gives.** {said}\n{{ .reported }}")
    blocks += statement(view, here, "Expansion", entry.expansion, ".editors .note")
    blocks += statement(view, here, NOTE, entry.note, ".editors .note")
    blocks += _authorities(view, here, resolved)
    blocks += _relations(view, here, resolved)
    return [*blocks, *_mentions(view, here, resolved)]


def _definition(view: View, here: str, resolved: ResolvedEntry) -> list[Block]:
    """What the headword is: the report's words with their place, or the editors' with their sources."""
    definition = resolved.entry.definition
    if definition is None:
        return []
    words = view.prose(here, definition.text)
    if resolved.definition:
        return [f"{words} {view.quotation(here, resolved.definition.form)}\n{{ .definition }}"]
    source = f" (Source: {listed(view, definition.sources)}.)" if definition.sources else ""
    return [f"{words}{source}\n{{ .definition .editors }}"]


def _authorities(view: View, here: str, resolved: ResolvedEntry) -> list[Block]:
    entry = resolved.entry
    if not entry.same_as:
        return []
    named = ((name_of(item), address(item)) for item in entry.same_as)
    rows = ", ".join(link(words, to) if to else escape(words) for words, to in named)
    note = f" {view.prose(here, entry.same_as_note)}" if entry.same_as_note else ""
    return [f"**Authority files.** {rows}.{note}\n{{ .editors .same-as }}"]


def _relations(view: View, here: str, resolved: ResolvedEntry) -> list[Block]:
    def to(name: str) -> str:
        return view.named(view.entries[name].entry.printed, view.to(here, view.entry(name)))

    blocks = []
    if resolved.entry.see:
        blocks.append(f"**See also.** {', '.join(map(to, resolved.entry.see))}\n{{ .see }}")
    dated = _dated(view, resolved)
    if dated:
        rows = ", ".join(link(event.event.title, view.to(here, f"{TIMELINE}#{event.id}")) for event in dated)
        blocks.append(f"**In the timeline.** {rows}\n{{ .see }}")
    if resolved.entry.contrast:
        rows = "; ".join(f"{to(item.entry)}: {view.prose(here, item.why)}" for item in resolved.entry.contrast)
        blocks.append(f"**Not to be confused with.** {rows}\n{{ .contrast }}")
    return blocks


def _dated(view: View, resolved: ResolvedEntry) -> list[ResolvedEvent]:
    """The events whose words in the text are a link to the entry, and so can’t be a link to the event."""
    mentions = [m for m in view.concordance.of_entry.get(resolved.id, ()) if m in view.concordance.linked]
    return [
        event
        for event in view.edition.events
        if any(found.link.unit == m.unit and found.link.span.overlaps(m.span) for found in event.loci for m in mentions)
    ]


def _mentions(view: View, here: str, resolved: ResolvedEntry) -> list[Block]:
    mentions = view.concordance.of_entry.get(resolved.id, ())
    forms = ", ".join(f"{view.words(form)} ({count})" for form, count in view.concordance.forms(resolved.id))
    summary = f"{plural(len(mentions), 'mention')} in {plural(len({m.unit for m in mentions}), 'place')}"
    rows = []
    for mention in mentions:
        line = view.concordance.kwic(mention)
        left = f'<span class="kl">{view.words(line.left)}</span>'
        right = f'<span class="kr">{view.words(line.right)}</span>'
        rows.append(f"- {left}**{view.words(line.keyword)}**{right} {view.locus(here, mention.unit, mention.span)}")
    body = "\n".join(rows)
    opening = '<details class="mentions" data-search-exclude="true" markdown="1">'
    return [
        f"**Forms as printed.** {forms}\n{{ .forms }}",
        *_where(view, resolved),
        f"{opening}\n<summary>{summary}</summary>\n\n{body}\n\n</details>",
    ]


def _where(view: View, resolved: ResolvedEntry) -> list[Block]:
    """Where in the report an entry is mentioned: drawn as a strip, and in words."""
    counts = view.concordance.by_division(resolved.id)
    if not counts:
        return []
    titles = {"": "Front matter"} | {division.id: division.title for division in view.edition.text.divisions}
    words = "; ".join(f"{escape(title)} {counts[name]}" for name, title in titles.items() if name in counts)
    tops = [division for division in view.edition.text.divisions if division.parent is None]
    begins = [view.concordance.begin(division.units[0]) / view.concordance.words for division in tops if division.units]
    return [f"{strip(view.concordance.dispersion(resolved.id), begins)} {words}\n{{ .where }}"]
