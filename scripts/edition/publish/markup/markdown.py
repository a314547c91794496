"""Markdown from values: plain text is escaped, what is `Markdown` already is taken as it is.

Nothing here reads Markdown. What is written is Python-Markdown with the extensions attr_list, md_in_html and tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from edition.model.values import Span
from edition.publish.markup.html import EDITORIAL, Html, checked_address, element

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]|&<>\n\r]")
_REPLACED: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\n": " ", "\r": " "}
# What begins a block when it begins a line: list items, headings, rules, setext underlines, definition lists, fences.
_READ_IN_TAGS: Final = re.compile(r"[\\`*_{}\[\]|\n\r]")
_OPENS_BLOCK: Final = re.compile(r"\d+[.)]|[-+#!=~:\t ]")


class Markdown(str):
    """Markdown that shows what is intended. Only the functions of this module make it."""

    __slots__ = ()


Words = str | Markdown


def escape(words: Words) -> Markdown:
    """`words` so that Markdown shows them to the letter, anywhere but at the beginning of a line."""
    if isinstance(words, Markdown):
        return words
    return Markdown(_SPECIAL.sub(lambda match: _REPLACED.get(match.group(), "\\" + match.group()), words))


def escape_line(words: Words) -> Markdown:
    """`words` escaped, also for the beginning of a line."""
    escaped = escape(words)
    if isinstance(words, Markdown) or not (opening := _OPENS_BLOCK.match(words)):
        return escaped
    if words[0].isdigit():
        end = opening.end() - 1
        return Markdown(f"{escaped[:end]}\\{escaped[end:]}")
    if words[0] in "-+#!":
        return Markdown("\\" + escaped)
    return Markdown(f"&#{ord(words[0])};{escaped[1:]}")


def joined(parts: Iterable[Words], separator: Words = "") -> Markdown:
    """`parts` one after the other, with `separator` between them."""
    return Markdown(escape(separator).join(escape(part) for part in parts))


def filled(template: str, **values: Words | int) -> Markdown:
    """`template` as text, with each `{name}` replaced by its value. Raises KeyError where a value is missing."""
    pieces = re.split(r"\{(\w+)\}", template)
    return joined(piece if n % 2 == 0 else _value(values[piece]) for n, piece in enumerate(pieces))


def _value(value: Words | int) -> Words:
    return value if isinstance(value, str) else f"{value:,}"


def attribute_list(*classes: str, id: str | None = None, **fields: str | None) -> Markdown:
    """An attribute list as attr_list reads it; underscores in names become hyphens, None leaves a field out.

    A brace, a quotation mark or a line break would end it, so they are written as character references.
    """
    if EDITORIAL.intersection(classes):
        fields |= {"data_editorial": ""}
    parts = [f"#{id}"] if id else []
    parts += [f".{name}" for name in classes]
    for name, value in fields.items():
        if value is not None:
            escaped = re.sub(r'[&<>"{}\n\r|\\`*_]', lambda match: f"&#{ord(match.group())};", value)
            parts.append(f'{name.replace("_", "-")}="{escaped}"')
    return Markdown("{ " + " ".join(parts) + " }" if parts else "")


def link(words: Words, target: str, *classes: str, **fields: str | None) -> Markdown:
    """A link. Raises ValueError for an address whose scheme no page may link to."""
    before, after = link_around(target, *classes, **fields)
    return Markdown(f"{before}{escape(words)}{after}")


def link_around(target: str, *classes: str, **fields: str | None) -> tuple[Markdown, Markdown]:
    """What comes before and after the words of a link."""
    address = re.sub(r"[ ()<>\"\\`\[\]{}|]", _percent, checked_address(target))
    return Markdown("["), Markdown(f"]({address}){attribute_list(*classes, **fields)}")


def wrapped(name: str, /, **fields: str | bool | None) -> tuple[Markdown, Markdown]:
    """What comes before and after the words of an inline element.

    What Markdown would read in an attribute is written as character references.
    """
    end = f"</{name}>"
    opened = element(name, **fields).removesuffix(end)
    return Markdown(_READ_IN_TAGS.sub(lambda match: f"&#{ord(match.group())};", opened)), Markdown(end)


def _percent(match: re.Match[str]) -> str:
    return f"%{ord(match.group()):02X}"


def strong(words: Words) -> Markdown:
    """`words` of importance; between asterisks unless a blank at an end would make them asterisks only."""
    escaped = escape(words)
    return Markdown(f"**{escaped}**") if escaped.strip() == escaped != "" else span(escaped, element_="strong")


def code(words: str) -> Markdown:
    """`words` as code: in an element, so that every character can stand in it."""
    return span(words, element_="code")


def span(words: Words, *classes: str, element_: str = "span", **fields: str | bool | None) -> Markdown:
    """`words` in an inline element."""
    before, after = wrapped(element_, class_=" ".join(classes) or None, **fields)
    return Markdown(f"{before}{escape(words)}{after}")


def inline(html: Html) -> Markdown:
    """An inline element without words of its own, such as a drawing or a mark."""
    return Markdown(str(html).replace("\n", " "))


def line_break() -> Markdown:
    """The end of a line within a paragraph or a cell."""
    return inline(element("br"))


def with_code(words: str) -> Markdown:
    """`words` as text, with what is between two backticks as code."""
    pieces = words.split("`")
    return joined(code(piece) if n % 2 else piece for n, piece in enumerate(pieces))


@dataclass(frozen=True)
class Mark:
    """Markup around a span of text; an empty span is a point, and gets both parts in place."""

    span: Span
    before: str
    after: str = ""


def annotate(text: str, marks: Iterable[Mark], escape: Callable[[str], str] = escape) -> Markdown:
    """`text` escaped, with all marks laid around their spans; a point stands between what ends and what begins there.

    Spans nest or are apart. Raises ValueError where two cross.
    """
    marks = list(marks)
    points = [mark for mark in marks if mark.span.start == mark.span.end]
    spans = sorted((m for m in marks if m.span.start < m.span.end), key=lambda m: (m.span.start, -m.span.end))
    _refuse_crossing(spans)
    cuts = sorted({0, len(text), *(m.span.start for m in marks), *(m.span.end for m in marks)})
    out = []
    for cut, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        out += [mark.after for mark in reversed(spans) if mark.span.end == cut]
        out += [mark.before + mark.after for mark in points if mark.span.start == cut]
        out += [mark.before for mark in spans if mark.span.start == cut]
        out.append(escape(text[cut:following]))
    return Markdown("".join(out))


def mark(span: Span, name: str, *classes: str, **fields: str | bool | None) -> Mark:
    """An inline element around a span."""
    return Mark(span, *wrapped(name, class_=" ".join(classes) or None, **fields))


def annotate_line(text: str, marks: Iterable[Mark]) -> Markdown:
    """`annotate` for the beginning of a line, where plain text could open a block."""
    marks = list(marks)
    annotated = annotate(text, marks)
    if not _OPENS_BLOCK.match(text) or any(mark.span.start == 0 for mark in marks):
        return annotated
    return Markdown(f"&#{ord(text[0])};{annotated[len(escape(text[0])) :]}")


def _refuse_crossing(spans: list[Mark]) -> None:
    open_spans: list[Span] = []
    for mark in spans:
        while open_spans and open_spans[-1].end <= mark.span.start:
            open_spans.pop()
        if open_spans and not open_spans[-1].contains(mark.span):
            raise ValueError(f"marks cross: {open_spans[-1]} and {mark.span}")
        open_spans.append(mark.span)
