"""Timeline, register and apparatus: what editors and the report write changes no page's structure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import markdown
import pytest
from pydantic import BaseModel

from edition.editorial import Sourced
from edition.index.edition import Edition
from edition.model.values import Span
from edition.publish.everything import view_of
from edition.publish.markup.markdown import annotate_line, mark
from edition.publish.pages import apparatus, editorial_report, recommendations, timeline

PLAIN = "zq plain words"
PAYLOADS = [
    "zq <b>x</b> <b class=live>",
    "zq *x* **y** _z_ __w__ ~~v~~",
    "zq [a](javascript:x) ![b](c) [d]: e",
    "zq <https://example.org> <a@b.org>",
    "zq { .c } {: .d } {#e}",
    "zq | a | b |",
    "zq `x` ``y `z",
    "zq ]]> --> <!-- &lt; &amp; &#60;",
    "zq \" ' onmouseover=\"live()\"",
    "zq \\ \\* x\\",
    "# zq", "1. zq", "- zq", "> zq", "    zq", "=== zq", ": zq", "~~~ zq", "<div>zq", "+ zq",
]  # fmt: skip
FREE = {"title", "text", "label", "why", "body", "reason", "obtained", "siglum", "kind", "verb", "timeframe"}
FREE |= {"instrument", "addressee", "reading", "lemma", "quote", "replace", "find"}


# Texts that can refer to something in braces: a brace itself is written twice there.
PROSE = {("Sourced", "text"), ("TextNote", "text"), ("Disagreement", "why"), ("Withdrawn", "why")}
PROSE |= {("Normalisation", "reason"), ("Emendation", "reason")}


def doubled(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def changed(value: Any, words: str) -> Any:
    """A copy of the editors' data whose free texts are `words`."""
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        new = {
            name: (doubled(words) if (type(value).__name__, name) in PROSE else words)
            if name in FREE and isinstance(old, str)
            else changed(old, words)
            for name, old in fields.items()
        }
        return value.model_copy(update=new)
    return tuple(changed(item, words) for item in value) if isinstance(value, tuple) else value


def with_words(edition: Edition, words: str) -> Edition:
    """The edition with `words` for every free text, with notes everywhere, and as what the report says in its items."""
    note = Sourced.model_construct(text=doubled(words), sources=("ledger",))
    units = tuple(replace(unit, text=words, emphasis=(), breaks=(), run_in=None) for unit in edition.text.units)
    whole = {unit.id: Span(0, len(words)) for unit in units}
    editorial = {name: changed(item, words) for name, item in vars(edition.editorial).items()}
    events = []
    for resolved in edition.events:
        event = changed(resolved.event, words).model_copy(update={"note": note, "sources": ("ledger",)})
        quotes = tuple(
            replace(
                found,
                quote=replace(found.quote, span=whole[found.quote.unit]),
                form=replace(found.form, unit=found.quote.unit, span=Span(0, 2)),
            )
            for found in resolved.loci
        )
        events.append(replace(resolved, event=event, loci=quotes, grounds=()))
    asked = [
        replace(
            resolved,
            entry=changed(resolved.entry, words).model_copy(update={"note": note}),
            passage=replace(resolved.passage, span=whole[resolved.passage.unit]),
            actions=tuple((changed(action, words), Span(1, 2)) for action, _ in resolved.actions[:1]),
            context=(),
        )
        for resolved in edition.recommendations
    ]
    notes = tuple(
        replace(found, note=changed(found.note, words), passage=replace(found.passage, span=whole[found.passage.unit]))
        for found in edition.notes
    )
    reason = doubled(words)
    operations = tuple(replace(item, lemma=words, reading=words, reason=reason) for item in edition.text.operations)
    coverage = tuple(replace(item, reasons=((words, 1),)) for item in edition.coverage)
    return replace(
        edition,
        editorial=type(edition.editorial)(**editorial),
        text=replace(edition.text, units=units, operations=operations),
        events=tuple(events),
        recommendations=tuple(asked),
        notes=notes,
        mentions=(),
        coverage=coverage,
    )


class Page(HTMLParser):
    """The elements of a page with the names of their attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.words = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(name for name, _ in attributes))))

    def handle_data(self, data: str) -> None:
        self.words += data


def pages(edition: Edition, words: str) -> dict[str, Page]:
    view = view_of(with_words(edition, words))
    found = {}
    for module in (timeline, recommendations, apparatus, editorial_report):
        for path, page in module.render(view):
            body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
            found[path] = Page(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"]))
    return found


@pytest.fixture(scope="module")
def plain(tiny_edition: Edition) -> dict[str, Page]:
    return pages(tiny_edition, PLAIN)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads_are_text_and_nothing_else(tiny_edition: Edition, plain: dict[str, Page], payload: str) -> None:
    for path, page in pages(tiny_edition, payload).items():
        expected = plain[path]
        assert Counter(page.elements) == Counter(expected.elements), path
        assert page.elements == expected.elements, path
        # The kind of a note gets a capital.
        wanted, words = (" ".join(text.casefold().split()) for text in (payload, page.words))
        assert words.count(wanted) == expected.words.casefold().count(PLAIN), path


@pytest.mark.parametrize("text", ["1. x y", "# x y", "- x y", "~~~ x", "=== x", ": x y", "x y", "2021) x", "#x"])
def test_words_of_the_report_open_no_block(text: str) -> None:
    for marks in ([], [mark(Span(len(text) - 1, len(text)), "strong")], [mark(Span(1, 2), "strong")]):
        page = Page(markdown.markdown(f"> {annotate_line(text, marks)}"))
        assert [name for name, _ in page.elements if name != "strong"] == ["blockquote", "p"]
        assert page.words.strip() == text
