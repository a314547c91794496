"""The form that filters the blocks of a page. Without scripts it is not shown, and all blocks are."""

from __future__ import annotations

from collections.abc import Mapping

from edition.publish.labels import Labels
from edition.publish.markup.blocks import Markdown, raw
from edition.publish.markup.html import Html, element

Choice = tuple[str, Mapping[str, str]]


def filter_form(
    labels: Labels,
    items: str,
    groups: str,
    what: str,
    choices: Mapping[str, Choice],
    sorts: Mapping[str, str] | None = None,
) -> Markdown:
    """A form that shows those of `items` (a selector) that match; `groups` without any are hidden, too.

    `choices`: the items' data attribute to the label of its list and what can be chosen (value to label); `sorts`: the
    data attribute to sort by, to its label; the empty one is the order on the page.
    """
    find = element(
        "label", labels("filter.find", what=what) + " ", element("input", type="search", name="q", autocomplete="off")
    )
    fields = [find]
    for name, (label, values) in choices.items():
        fields.append(select(name, label, {"": labels("filter.all"), **values}))
    if sorts:
        fields.append(select("sort", labels("filter.sort"), sorts))
    fields.append(element("button", labels("filter.reset"), type="reset", class_="tool"))
    return raw(
        element(
            "form",
            *fields,
            element("output", class_="found"),
            class_="filter editors",
            data_filter=items,
            data_groups=groups,
            role="search",
            aria_label=labels("filter.name"),
        )
    )


def select(name: str, label: str, values: Mapping[str, str]) -> Html:
    """A labelled list of choices, value to label."""
    options = (element("option", words, value=value) for value, words in values.items())
    return element("label", label + " ", element("select", *options, name=name))
