"""The search page: the form, the places for what is found, and the rules of searching."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from edition.publish.markup.blocks import Markdown, bullets, heading, page, paragraph, raw, table
from edition.publish.markup.html import element
from edition.publish.markup.markdown import Words, code, joined, link, strong, with_code
from edition.publish.pages.filters import select
from edition.publish.plan.paths import FULL_TEXT, SEARCH, WORDS
from edition.publish.view import View

SYNTAX: Final = ("all", "phrase", "either", "star", "any_word", "near")
RULES: Final = ("searched", "word", "same_word", "phrase", "near", "match", "mention")


def render(view: View) -> Iterator[tuple[str, str]]:
    """The page."""
    labels = view.labels
    index = view.link(SEARCH, labels("search.word_index"), WORDS)
    full_text = view.link(SEARCH, labels("search.full_text"), FULL_TEXT)
    off = labels.marked("search.off", word_index=index, full_text=full_text)
    content = [
        heading(1, labels("search.title"), id=view.plan.section(SEARCH, "search")),
        paragraph(off, "editors", id=view.plan.section(SEARCH, "desk-off")),
        _form(view),
        _output(view),
        *_rules(view),
    ]
    meta = {
        "title": labels("search.title"),
        "description": labels("search.description"),
        "template": "desk.html",
        "hide": ["toc"],
    }
    yield SEARCH, page(meta, labels("page.generated"), content)


def _form(view: View) -> Markdown:
    labels, field = view.labels, view.plan.section(SEARCH, "desk-find")
    boxes = (
        element("label", element("input", type="checkbox", name=name, value="1"), f" {words}")
        for name, words in labels.group("search.exactly").items()
    )
    ask = element(
        "input",
        id=field,
        name="find",
        type="search",
        autocomplete="off",
        autocapitalize="off",
        spellcheck="false",
    )
    return raw(
        element(
            "form",
            "\n",
            element(
                "p",
                element("label", labels("search.find"), for_=field),
                "\n",
                ask,
                element("button", labels("search.button")),
                class_="desk-ask",
            ),
            "\n",
            element(
                "p",
                select("match", labels("search.match_label"), labels.group("search.match")),
                "\n",
                select("scope", labels("search.scope_label"), _scopes(view)),
                "\n",
                select("sort", labels("search.sort_label"), labels.group("search.sort")),
                class_="desk-choices",
            ),
            "\n",
            element("fieldset", element("legend", labels("search.exactly_label")), *boxes, class_="desk-choices"),
            id=view.plan.section(SEARCH, "desk"),
            role="search",
            aria_label=labels("search.form"),
            hidden=True,
        )
    )


def _scopes(view: View) -> Mapping[str, str]:
    labels = view.labels
    parts = {
        f"part.{division.id}": "\u2003" * (division.level - 1) + labels("search.part", title=division.title)
        for division in view.edition.text.divisions
    }
    return {"text": labels("search.scope.text"), **parts} | {
        name: labels(f"search.scope.{name}") for name in ("recommendations", "headings", "names", "glossary", "events")
    }


def _output(view: View) -> Markdown:
    section, labels = view.plan.section, view.labels
    further = element(
        "button", labels("search.further"), type="button", id=section(SEARCH, "desk-further"), hidden=True
    )
    return raw(
        element(
            "div",
            element("p", id=section(SEARCH, "desk-summary"), role="status"),
            element("div", id=section(SEARCH, "desk-notes")),
            element("div", id=section(SEARCH, "desk-more")),
            element("ol", id=section(SEARCH, "desk-lines"), aria_label=labels("search.lines")),
            element("p", further),
            id=section(SEARCH, "desk-out"),
            hidden=True,
        )
    )


def _rules(view: View) -> list[Markdown]:
    labels = view.labels
    rows = (
        [code(labels(f"search.syntax.{name}.typed")), with_code(labels(f"search.syntax.{name}.finds"))]
        for name in SYNTAX
    )
    data = link(labels("search.data_file"), view.plan.link(SEARCH, view.plan.data_file("paragraphs.json")))
    filled: dict[str, Words] = {"searched": labels.marked("search.rules.searched.text", file=data)}
    rules = (
        joined(
            [strong(labels(f"search.rules.{name}.term")), " ", filled.get(name) or labels(f"search.rules.{name}.text")]
        )
        for name in RULES
    )
    return [
        heading(2, labels("search.syntax_title"), id=view.plan.section(SEARCH, "syntax")),
        table([labels("search.typed"), labels("search.finds")], rows),
        paragraph(labels("search.keys")),
        heading(2, labels("search.rules_title"), id=view.plan.section(SEARCH, "rules")),
        bullets(rules),
    ]
