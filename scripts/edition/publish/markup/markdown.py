"""Markdown from plain text and spans. Nothing here reads Markdown; it is only written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape as html_escape
from typing import Final

from edition.model.values import Span

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]|]")
_ENTITY: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: str) -> str:
    """`text` so that Markdown shows it to the letter, anywhere but at the beginning of a line."""
    escaped = re.sub(r"[&<>]", lambda match: _ENTITY[match.group()], text)
    return _SPECIAL.sub(lambda match: "&#124;" if match.group() == "|" else "\\" + match.group(), escaped)


def escape_line(text: str) -> str:
    """`text` escaped, also for the beginning of a line (`1.`, `-`, `+`, `#`, `=`, `~`, `:` open blocks there)."""
    escaped = escape(text)
    if re.match(r"\d+[.)]", text):
        return re.sub(r"^(\d+)([.)])", r"\1\\\2", escaped)
    if re.match(r"[-+#!]", text):
        return "\\" + escaped
    return f"&#{ord(text[0])};{escaped[1:]}" if re.match(r"[=~:]", text) else escaped


def attribute(value: str) -> str:
    """`value` for a quoted HTML attribute."""
    return html_escape(value, quote=True)


def attributes(*classes: str, **fields: str) -> str:
    """An attribute list as attr_list reads it; underscores in names become hyphens."""
    parts = [f"#{identity}"] if (identity := fields.pop("id", None)) else []
    parts += [f".{name}" for name in classes]
    parts += [f'{name.replace("_", "-")}="{attribute(value)}"' for name, value in fields.items()]
    return "{ " + " ".join(parts) + " }"


def link(words: str, target: str, *classes: str, **fields: str) -> str:
    """A Markdown link with escaped words."""
    extra = attributes(*classes, **fields) if classes or fields else ""
    return f"[{escape(words)}]({target}){extra}"


@dataclass(frozen=True)
class Mark:
    """Markup around a span of text; an empty span is a point, and gets both parts in place."""

    span: Span
    before: str
    after: str = ""


def annotate(text: str, marks: Iterable[Mark], escape: Callable[[str], str] = escape) -> str:
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
    return "".join(out)


def _refuse_crossing(spans: list[Mark]) -> None:
    open_spans: list[Span] = []
    for mark in spans:
        while open_spans and open_spans[-1].end <= mark.span.start:
            open_spans.pop()
        if open_spans and not open_spans[-1].contains(mark.span):
            raise ValueError(f"marks cross: {open_spans[-1]} and {mark.span}")
        open_spans.append(mark.span)
