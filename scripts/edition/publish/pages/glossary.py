"""The glossary: an A–Z of all headwords, and for each kind a page, or several, with the full entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from edition.editorial import EntryKind
from edition.index.edition import ResolvedEntry, ResolvedEvent
from edition.model.identifiers import identifier_url
from edition.model.values import Mention, Span
from edition.publish.markup.blocks import Markdown, box, bullets, heading, item, page, paragraph, raw
from edition.publish.markup.html import Html, element
from edition.publish.markup.html import joined as html_joined
from edition.publish.markup.jsonld import term_set
from edition.publish.markup.languages import marked_html
from edition.publish.markup.markdown import Words, escape, inline, joined, link, strong
from edition.publish.markup.svg import strip
from edition.publish.pages.filters import filter_form
from edition.publish.pages.paging import moved, turning
from edition.publish.pages.sourced import listed, statement
from edition.publish.plan.paths import GLOSSARY, KIND_SLUGS
from edition.publish.plan.plan import Address, Paged
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The A–Z page and the pages of the kinds that have entries."""
    yield GLOSSARY, _index(view)
    for kind, paged in view.plan.kinds.items():
        for here, names in paged.pages:
            yield here, _kind_page(view, here, kind, paged, [view.entries[name] for name in names])


def kind_labels(view: View) -> dict[EntryKind, str]:
    """The kinds that have entries, each with its label."""
    return {kind: view.labels(f"kinds.{kind.value}") for kind in view.plan.kinds}


def _index(view: View) -> str:
    labels, entries = view.labels, view.entries_in_order
    intro = labels(
        "glossary.intro",
        entries=labels.count("entry", len(entries)),
        mentions=labels.count("mention", len(view.edition.mentions)),
    )
    kinds = kind_labels(view)
    rows = [
        joined([view.link(GLOSSARY, label, view.plan.kinds[kind].first), str(len(view.plan.kinds[kind].page_of))], " ")
        for kind, label in kinds.items()
    ]
    choices = {"kind": (labels("glossary.kind"), {kind.value: label for kind, label in kinds.items()})}
    letters = [(initial, list(group)) for initial, group in groupby(entries, _initial)]
    jumps: list[Words] = [
        view.link(GLOSSARY, initial, Address(GLOSSARY, view.plan.letter(initial))) for initial, _ in letters
    ]
    content = [
        heading(1, labels("glossary.title"), id=view.plan.section(GLOSSARY, "glossary")),
        paragraph(intro, "editors"),
        box("div", "kinds", "editors", content=[bullets(rows)]),
        filter_form(labels, ".letter li", ".letter", labels("glossary.filtered"), choices),
        box("div", "letters", "editors", content=[paragraph(joined(jumps, " "))]),
    ]
    for initial, members in letters:
        head = heading(2, initial, id=view.plan.letter(initial))
        rows = [_index_row(view, resolved) for resolved in members]
        content.append(box("section", "letter", content=[head, bullets(rows)]))
    meta = {"title": labels("glossary.title"), "description": labels("glossary.description"), "hide": ["toc"]}
    return page(meta, labels("page.generated"), content)


def _initial(resolved: ResolvedEntry) -> str:
    initial = resolved.entry.order[:1].upper()
    return initial if initial.isalpha() else "0–9"


def _index_row(view: View, resolved: ResolvedEntry) -> Markdown:
    labels = view.labels
    count = labels.count("mention", view.concordance.count(resolved.id))
    kind = labels("glossary.row", kind=labels(f"kind.{resolved.kind.value}"), mentions=count)
    words: list[Words] = [view.headword(GLOSSARY, resolved.id, "headword"), kind]
    return item(joined(words, " "), data_kind=resolved.kind.value)


def _kind_page(view: View, here: str, kind: EntryKind, paged: Paged, entries: list[ResolvedEntry]) -> str:
    labels, label = view.labels, view.labels(f"kinds.{kind.value}")
    count = labels.count("entry", len(paged.page_of))
    elsewhere = view.link(here, labels("glossary.all_kinds"), GLOSSARY)
    content = [
        heading(1, label, id=f"kind-{KIND_SLUGS[kind]}"),
        paragraph(labels.marked("glossary.kind_intro", entries=count, elsewhere=elsewhere), "editors"),
        *turning(view, here, paged),
        filter_form(labels, ".entry", "", labels("glossary.filtered_entries"), {}),
    ]
    for resolved in entries:
        content.append(box("section", "entry", content=_entry(view, here, resolved)))
    title = labels("glossary.term_set", kind=label, title=view.edition.editorial.witness.title)
    content += moved(view, here, paged, lambda name: view.entries[name].entry.printed, view.plan.entry)
    content += [*turning(view, here, paged), raw(term_set(title, entries, view.plain))]
    description = labels("glossary.kind_description", kind=label.lower())
    meta: Mapping[str, object] = {"title": label, "description": description, "hide": ["toc"]}
    return page(meta, labels("page.generated"), content)


def _entry(view: View, here: str, resolved: ResolvedEntry) -> list[Markdown]:
    entry, labels = resolved.entry, view.labels
    content = [heading(2, view.words(entry.printed), resolved.kind.value, id=entry.id)]
    content += _definition(view, here, resolved)
    for sense, found in resolved.senses:
        words = [view.prose(here, sense.sense), view.quotation(here, found.form)]
        content.append(paragraph(joined(words, " "), "sense"))
    if resolved.office:
        offices = joined((view.quotation(here, found.form) for _, found in resolved.office), "; ")
        content.append(paragraph(joined([strong(labels("glossary.office")), offices], " "), "office"))
    for how in ("quotation", "paraphrase"):
        said = [view.quotation(here, found.form) for item, found in resolved.reported if item.how == how]
        if said:
            content.append(paragraph(joined([strong(labels(f"glossary.{how}")), joined(said, "; ")], " "), "reported"))
    content += statement(view, here, labels("statement.expansion"), entry.expansion, "editors", "note")
    content += statement(view, here, labels("statement.note"), entry.note, "editors", "note")
    content += _authorities(view, here, resolved)
    content += _relations(view, here, resolved)
    return [*content, *_mentions(view, here, resolved)]


def _definition(view: View, here: str, resolved: ResolvedEntry) -> list[Markdown]:
    """What the headword is: the report's words with their place, or the editors' with their sources."""
    definition = resolved.entry.definition
    if definition is None:
        return []
    words: list[Words] = [view.prose(here, definition.text)]
    if resolved.definition:
        return [paragraph(joined([*words, view.quotation(here, resolved.definition.form)], " "), "definition")]
    if definition.sources:
        words.append(view.labels.marked("statement.source", sources=listed(view, definition.sources)))
    return [paragraph(joined(words, " "), "definition", "editors")]


def _authorities(view: View, here: str, resolved: ResolvedEntry) -> list[Markdown]:
    entry, labels = resolved.entry, view.labels
    if not entry.same_as:
        return []
    words: list[Words] = [strong(labels("glossary.authorities")), " "]
    words.append(joined((_authority(view, identifier) for identifier in entry.same_as), ", "))
    words.append(".")
    if entry.same_as_note:
        words += [" ", view.prose(here, entry.same_as_note)]
    return [paragraph(joined(words), "editors", "same-as")]


def _authority(view: View, identifier: str) -> Markdown:
    scheme, _, value = identifier.partition(":")
    words = view.labels("glossary.authority", scheme=view.labels(f"authority.{scheme}"), id=value)
    uri = identifier_url(identifier)
    return link(words, uri) if uri else escape(words)


def _dated(view: View, resolved: ResolvedEntry) -> list[ResolvedEvent]:
    """The events whose words in the text are a link to the entry, and so can’t be a link to the event."""
    spans: dict[str, list[Span]] = {}
    for mention in view.concordance.of_entry.get(resolved.id, ()):
        if mention in view.concordance.linked:
            spans.setdefault(mention.unit, []).append(mention.span)
    named = dict.fromkeys(event.id for unit in spans for event in view.layers.events.get(unit, ()))
    return [
        view.events[name]
        for name in named
        if any(
            found.link.span.overlaps(span)
            for found in view.events[name].loci
            for span in spans.get(found.link.unit, ())
        )
    ]


def _relations(view: View, here: str, resolved: ResolvedEntry) -> list[Markdown]:
    labels, content = view.labels, []
    if resolved.entry.see:
        listed = joined((view.headword(here, name) for name in resolved.entry.see), ", ")
        content.append(paragraph(joined([strong(labels("glossary.see")), listed], " "), "see"))
    dated = _dated(view, resolved)
    if dated:
        events = joined((view.link(here, event.event.title, view.plan.event(event.id)) for event in dated), ", ")
        content.append(paragraph(joined([strong(labels("glossary.timeline")), events], " "), "see"))
    if resolved.entry.contrast:
        rows = (
            joined([view.headword(here, other.entry), ": ", view.prose(here, other.why)])
            for other in resolved.entry.contrast
        )
        content.append(paragraph(joined([strong(labels("glossary.contrast")), joined(rows, "; ")], " "), "contrast"))
    return content


def _mentions(view: View, here: str, resolved: ResolvedEntry) -> list[Markdown]:
    labels = view.labels
    mentions = view.concordance.of_entry.get(resolved.id, ())
    forms = (joined([view.words(form), f" ({count})"]) for form, count in view.concordance.forms(resolved.id))
    summary = labels(
        "glossary.mentions",
        mentions=labels.count("mention", len(mentions)),
        places=labels.count("place", len({mention.unit for mention in mentions})),
    )
    lines = html_joined((_line(view, here, mention) for mention in mentions), "\n")
    return [
        paragraph(joined([strong(labels("glossary.forms")), joined(forms, ", ")], " "), "forms"),
        *_where(view, resolved),
        raw(
            element("details", element("summary", summary), element("ul", lines), class_="mentions"),
        ),
    ]


def _line(view: View, here: str, mention: Mention) -> Html:
    """A mention in its context, with its locus."""
    line, languages = view.concordance.kwic(mention), view.edition.editorial.edition.languages
    target = view.plan.href(here, view.plan.unit(mention.unit))
    return element(
        "li",
        element("span", marked_html(line.left, languages), class_="kl"),
        element("strong", marked_html(line.keyword, languages)),
        element("span", marked_html(line.right, languages), class_="kr"),
        " ",
        element("a", view.locus_label(mention.unit, mention.span), class_="locus", href=target),
    )


def _where(view: View, resolved: ResolvedEntry) -> list[Markdown]:
    """Where in the report an entry is mentioned: drawn as a strip, and in words."""
    counts = view.concordance.by_division(resolved.id)
    if not counts:
        return []
    titles = {"": view.labels("report.front_matter")}
    titles |= {division.id: division.title for division in view.edition.text.divisions}
    words = "; ".join(f"{title} {counts[name]}" for name, title in titles.items() if name in counts)
    drawn = inline(strip(view.concordance.dispersion(resolved.id), view.section_starts))
    return [paragraph(joined([drawn, words], " "), "where")]
