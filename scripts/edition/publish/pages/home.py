"""The home page: what this is, whose voice it is, the report's structure, ways to explore it, figures."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model.slugs import slug
from edition.model.values import Division
from edition.publish.markup.blocks import Markdown, box, bullets, heading, page, paragraph, raw
from edition.publish.markup.html import Html, element
from edition.publish.markup.markdown import Words, joined, span
from edition.publish.plan.paths import (
    APPARATUS,
    CITE,
    DOWNLOADS,
    FULL_TEXT,
    GLOSSARY,
    HOME,
    REGISTER,
    SEARCH,
    TIMELINE,
)
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The home page."""
    record, witness, labels = view.edition.editorial.edition, view.edition.editorial.witness, view.labels
    content = [
        heading(1, witness.title, id=view.plan.section(HOME, "home")),
        paragraph(witness.subtitle.lstrip("—– "), "subtitle") if witness.subtitle else Markdown(),
        paragraph(witness.issuing_body_full or witness.issuing_body, "byline"),
        paragraph(record.lead, "editors", "lead"),
        paragraph(record.voice, "editors", "voice"),
        *(paragraph(words, "editors", "voice") for words in _whose(view)),
        heading(2, labels("home.the_report"), id=view.plan.section(HOME, "the-report")),
        box("div", "map", content=[Markdown("\n".join(_outline(view, view.plan.tree.tops, 0)))]),
        heading(2, labels("home.ways"), id=view.plan.section(HOME, "ways-in")),
        box("div", "ways", "editors", content=[_ways(view)]),
        heading(2, labels("home.figures"), id=view.plan.section(HOME, "figures")),
        raw(_figures(view)),
    ]
    for section in record.about:
        content += [heading(2, section.title, id=slug(section.title)), paragraph(section.text)]
    meta = {"title": record.site_name, "description": record.description, "hide": ["toc"]}
    yield HOME, page(meta, labels("page.generated"), content)


def _whose(view: View) -> Iterator[str]:
    """Whose edition this is, who edited it if they want to be named, and how to report an error."""
    record = view.edition.editorial.edition
    if record.responsibility:
        yield record.responsibility
    if record.editors:
        yield view.labels("home.edition.editors", names=", ".join(record.editors))
    if record.corrections:
        yield record.corrections


def _outline(view: View, divisions: tuple[Division, ...], depth: int) -> Iterator[str]:
    """The structure of the report as nested lists: each part with what it says, and how long it is."""
    for division in divisions:
        classes = ("supplied",) if division.supplied else ()
        title = view.link(HOME, division.title, view.plan.division(division), *classes)
        words: list[Words] = [title, span(division.summary, "summary"), _length(view, division)]
        yield f"{'    ' * depth}{bullets([joined(words, ' ')])}"
        yield from _outline(view, view.plan.tree.children(division), depth + 1)


def _length(view: View, division: Division) -> Markdown:
    """First page and words of a division, and where in the whole it stands, drawn as a bar."""
    extent = view.extent(division)
    style = f"--from: {extent.begin / view.concordance.words:.4f}; --share: {extent.words / view.concordance.words:.4f}"
    words = view.labels("home.length", page=str(extent.page), words=view.labels.count("word", extent.words))
    return span(words, "length", style=style)


def _ways(view: View) -> Markdown:
    first = view.plan.text[view.plan.tree.pages[0].id].first
    targets = {
        "read": first,
        "full_text": FULL_TEXT,
        "glossary": GLOSSARY,
        "timeline": TIMELINE,
        "register": REGISTER,
        "search": SEARCH,
        "cite": CITE,
        "downloads": DOWNLOADS,
        "apparatus": APPARATUS,
    }
    return bullets(
        joined(
            [view.link(HOME, view.labels(f"home.way.{name}.title"), target), view.labels(f"home.way.{name}.text")], " "
        )
        for name, target in targets.items()
    )


def _figures(view: View) -> Html:
    edition = view.edition
    figures = {
        "words": view.concordance.words,
        "units": sum(unit.numbered for unit in edition.text.units),
        "pages": edition.text.units[-1].last_page,
        "entries": len(edition.entries),
        "mentions": len(edition.mentions),
        "events": len(edition.events),
        "recommendations": len(edition.recommendations),
        "actions": sum(len(entry.actions) for entry in edition.recommendations),
        "operations": len(edition.text.operations),
    }
    rows = (
        element("div", element("dt", view.labels(f"home.figure.{name}")), element("dd", f"{value:,}"))
        for name, value in figures.items()
        if value
    )
    return element("dl", *rows, class_="figures")
