"""Blocks of a Markdown page: each function gives one block, without the empty lines around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from edition.publish.markup.html import Html, element
from edition.publish.markup.markdown import Markdown, Words, attribute_list, escape, escape_line, joined, wrapped
from edition.publish.markup.yaml import scalar, value

Align = Literal["left", "right"]
_RULES: Final[dict[Align, str]] = {"left": "---", "right": "---:"}


def heading(level: int, words: Words, *classes: str, id: str) -> Markdown:
    """A heading of `level` 1 to 6 with its anchor; deeper ones are of the sixth."""
    return Markdown(f"{'#' * min(level, 6)} {escape(words)} {attribute_list(*classes, id=id)}")


def paragraph(words: Words, *classes: str, id: str | None = None, **fields: str | None) -> Markdown:
    """A paragraph, with its attributes on a line of their own."""
    listed = attribute_list(*classes, id=id, **fields)
    return Markdown(f"{escape_line(words)}\n{listed}" if listed else escape_line(words))


def quotation(words: Words) -> Markdown:
    """A block quotation of one paragraph."""
    return Markdown(f"> {escape_line(words)}")


def bullets(items: Iterable[Words]) -> Markdown:
    """A tight list. Items are `item(...)`, or words."""
    return Markdown("\n".join(f"- {escape_line(words)}" for words in items))


def item(words: Words, *classes: str, id: str | None = None, **fields: str | None) -> Markdown:
    """An item for `bullets` with attributes: in a tight list they go on the item's next line."""
    return Markdown(f"{escape_line(words)}\n  {attribute_list(*classes, id=id, **fields)}")


def numbered(items: Iterable[Words]) -> Markdown:
    """A tight list with numbers."""
    return Markdown("\n".join(f"1. {escape_line(words)}" for words in items))


def numbered_blocks(items: Iterable[Sequence[Markdown]], start: int = 1) -> Markdown:
    """A list with numbers from `start` on, whose items hold blocks.

    Python-Markdown reads no number of a list but takes all lists to begin at 1; others are written as elements.
    """
    if start != 1:
        before, after = wrapped("li", markdown="block")
        listed = [Markdown(f"{before}\n\n{blocks(parts)}\n\n{after}") for parts in items]
        return box("ol", content=listed, start=str(start))
    rows = []
    for number, parts in enumerate(items, start=1):
        body = blocks(parts).replace("\n", "\n    ").replace("\n    \n", "\n\n")
        rows.append(f"{number}.  {body}")
    return Markdown("\n\n".join(rows))


def table(head: Sequence[Words], rows: Iterable[Sequence[Words]], align: Sequence[Align] = ()) -> Markdown:
    """A table with a head; columns without `align` are left-aligned."""
    aligned = [*align, *["left"] * (len(head) - len(align))]
    lines = [_row(head), "| " + " | ".join(_RULES[side] for side in aligned) + " |"]  # type: ignore[index]
    return Markdown("\n".join([*lines, *(_row(cells) for cells in rows)]))


def _row(cells: Iterable[Words]) -> str:
    return "| " + " | ".join(escape(cell) for cell in cells) + " |"


def blocks(parts: Iterable[Markdown]) -> Markdown:
    """Blocks with empty lines between them; empty ones are left out."""
    return Markdown("\n\n".join(part for part in parts if part))


def box(name: str, *classes: str, content: Iterable[Markdown], id: str | None = None, **fields: str | None) -> Markdown:
    """Blocks in one element (md_in_html)."""
    before, after = wrapped(name, class_=" ".join(classes) or None, id=id, **fields, markdown="1")
    return Markdown(f"{before}\n\n{blocks(content)}\n\n{after}")


def details(summary: Words, content: Iterable[Markdown], *classes: str, **fields: str | None) -> Markdown:
    """Blocks that are folded away under a line of plain text."""
    line = element("summary", summary)
    return box("details", *classes, content=[Markdown(line), *content], **fields)


def raw(html: Html) -> Markdown:
    """A block of HTML that Markdown does not read: its links are addresses in the site, not paths of files."""
    return Markdown(str(html).replace("\n\n", "\n"))


def page(meta: Mapping[str, object], notice: str, content: Iterable[Markdown]) -> str:
    """A page: its metadata as YAML, the notice as a comment, and its blocks."""
    lines = [f"{scalar(key)}: {value(item)}" for key, item in meta.items()]
    comment = notice.replace("--", "–")
    return "---\n" + "\n".join(lines) + f"\n---\n\n<!-- {comment} -->\n\n" + blocks(content) + "\n"


__all__ = [
    "Markdown",
    "blocks",
    "box",
    "bullets",
    "details",
    "heading",
    "item",
    "joined",
    "numbered",
    "numbered_blocks",
    "page",
    "paragraph",
    "quotation",
    "raw",
    "table",
]
