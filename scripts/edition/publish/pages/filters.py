"""Blocks that can be filtered, and the form for it. Without scripts the form is not shown, and all blocks are."""

from __future__ import annotations

from edition.publish.markup.markdown import attribute

Block = str
Choice = tuple[str, dict[str, str]]


def boxed(classes: str, blocks: list[Block], element: str = "div", **data: str) -> Block:
    """Markdown blocks in one element; `data` become its data attributes."""
    fields = "".join(f' data-{name.replace("_", "-")}="{attribute(value)}"' for name, value in data.items())
    inner = "\n\n".join(blocks)
    return f'<{element} class="{classes}"{fields} markdown="1">\n\n{inner}\n\n</{element}>'


def filter_form(
    items: str, groups: str, what: str, choices: dict[str, Choice], sorts: dict[str, str] | None = None
) -> Block:
    """A form that shows those of `items` (a selector) that match; `groups` without any are hidden, too.

    `choices`: the items' data attribute to the label of its list and what can be chosen (value to label); `sorts`: the
    data attribute to sort by, to its label; the empty one is the order on the page.
    """
    fields = [f'<label>Find in {what} <input type="search" name="q" autocomplete="off"></label>']
    for name, (label, values) in choices.items():
        fields.append(_select(name, label, {"": "all"} | values))
    if sorts:
        fields.append(_select("sort", "Sort by", sorts))
    fields.append('<button type="reset" class="tool">Show all</button>')
    data = f'data-filter="{attribute(items)}" data-groups="{attribute(groups)}"'
    return (
        f'<form class="filter editors" {data} role="search" aria-label="Filter">{"".join(fields)}'
        '<output class="found"></output></form>'
    )


def _select(name: str, label: str, values: dict[str, str]) -> str:
    options = "".join(
        f'<option value="{attribute(value)}">{attribute(words)}</option>' for value, words in values.items()
    )
    return f'<label>{attribute(label)} <select name="{attribute(name)}">{options}</select></label>'
