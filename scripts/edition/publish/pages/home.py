"""The home page: what this is, whose voice it is, the report's structure, the ways in, the figures."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model.values import Division
from edition.publish.markup.markdown import attributes, escape, link
from edition.publish.pages.report import words_of
from edition.publish.plan import (
    APPARATUS,
    CITE,
    DOWNLOADS,
    FULL_TEXT,
    GLOSSARY,
    HOME,
    REGISTER,
    SEARCH,
    TIMELINE,
    View,
    front,
    plural,
)


def render(view: View) -> Iterator[tuple[str, str]]:
    """The home page."""
    record, witness = view.edition.editorial.edition, view.edition.editorial.witness
    title = escape(witness.title)
    subtitle = f"{escape(witness.subtitle.lstrip('—– '))}\n{{ .subtitle }}" if witness.subtitle else ""
    body = witness.issuing_body_full or witness.issuing_body
    blocks = [f"# {title} {attributes(id='home')}", subtitle, f"{escape(body)}\n{{ .byline }}"]
    blocks += [f"{escape(record.lead)}\n{{ .editors .lead }}", f"{escape(record.voice)}\n{{ .editors .voice }}"]
    blocks += [
        f"{escape(words)}\n{{ .editors .voice }}" for words in (record.responsibility, record.corrections) if words
    ]
    if record.editors:
        blocks.append(f"Editors: {escape(', '.join(record.editors))}.\n{{ .editors .voice }}")
    blocks += ["## The report { #the-report }", _map(view)]
    blocks += ["## Ways in { #ways-in }", _ways(view)]
    blocks += ["## In figures { #figures }", _figures(view)]
    for section in record.about:
        blocks += [f"## {escape(section.title)}", escape(section.text)]
    text = "\n\n".join(block for block in blocks if block)
    yield HOME, front(record.site_name, record.description, hide="[toc]") + text + "\n"


def _map(view: View) -> str:
    rows = "\n".join(_outline(view, list(_top(view)), 0))
    return f'<div class="map" markdown="1">\n\n{rows}\n\n</div>'


def _top(view: View) -> Iterator[Division]:
    return (division for division in view.edition.text.divisions if division.parent is None)


def _outline(view: View, divisions: list[Division], depth: int) -> Iterator[str]:
    """The structure of the report as nested lists: each part with what it says, and how long it is."""
    for division in divisions:
        target = view.page(division) if division.is_page else _within(view, division)
        title = link(division.title, view.to(HOME, target), *(("supplied",) if division.supplied else ()))
        summary = f'<span class="summary">{escape(division.summary)}</span>'
        yield f"{'    ' * depth}- {title} {summary} {_length(view, division)}"
        children = [view.edition.divisions[child] for child in division.children]
        yield from _outline(view, children, depth + 1)


def _length(view: View, division: Division) -> str:
    """First page and words of a division, and where in the whole it stands, drawn as a bar."""
    words, whole = words_of(view, division), view.concordance.words
    begin = next(view.concordance.begin(name) for name in _units(view, division))
    first = next(view.edition.units[name].page for name in _units(view, division))
    style = f"--from: {begin / whole:.4f}; --share: {words / whole:.4f}"
    return f'<span class="length" style="{style}">p. {first} · {plural(words, "word")}</span>'


def _units(view: View, division: Division) -> Iterator[str]:
    yield from division.units
    for child in division.children:
        yield from _units(view, view.edition.divisions[child])


def _within(view: View, division: Division) -> str:
    page = division
    while not page.is_page and page.parent:
        page = view.edition.divisions[page.parent]
    return f"{view.page(page)}#{division.id}"


def _ways(view: View) -> str:
    first = view.edition.text.divisions[0]
    rows = (
        ("Read", view.page(first), "chapter by chapter, every paragraph numbered and linkable"),
        ("Full text", FULL_TEXT, "the whole report on one page, to print"),
        ("Glossary", GLOSSARY, "names, terms and formulas, with every place they stand in"),
        ("Timeline", TIMELINE, "events, dates and targets, and what each date rests on"),
        ("Register of recommendations", REGISTER, "what is asked, of whom, in the report’s own words"),
        ("Search", SEARCH, "exact words and phrases, counted, line by line"),
        ("Cite", CITE, "the report and each of its paragraphs, in several styles"),
        ("Downloads", DOWNLOADS, "the text and the data in other forms"),
        ("Apparatus", APPARATUS, "what was done to the text as received"),
    )
    lines = "\n".join(f"- {link(title, target)} {escape(words)}" for title, target, words in rows)
    return f'<div class="ways editors" markdown="1">\n\n{lines}\n\n</div>'


def _figures(view: View) -> str:
    edition = view.edition
    numbered = [unit for unit in edition.text.units if unit.numbered]
    actions = sum(len(entry.actions) for entry in edition.recommendations)
    rows = (
        ("Words", view.concordance.words),
        ("Numbered paragraphs and items", len(numbered)),
        ("Pages (inferred)", edition.text.units[-1].last_page),
        ("Glossary entries", len(edition.entries)),
        ("Mentions", len(edition.mentions)),
        ("Events and dates", len(edition.events)),
        ("Recommendations and directives", len(edition.recommendations)),
        ("Actions", actions),
        ("Operations on the text", len(edition.text.operations)),
    )
    shown = "".join(f"<div><dt>{escape(name)}</dt><dd>{value:,}</dd></div>" for name, value in rows if value)
    return f'<dl class="figures">{shown}</dl>'
