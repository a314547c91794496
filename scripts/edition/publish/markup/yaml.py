"""YAML from values, with quotation marks where a plain scalar would not do (YAML 1.2, chapters 7 and 8)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
# Words that YAML 1.1 or 1.2 reads as something else than a string.
_TAKEN: Final = frozenset("y n yes no on off true false null".split())  # noqa: SIM905
_SIMPLE_KEY: Final = 1000
_UNPRINTABLE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def scalar(words: str) -> str:
    """A key or a word: plain where that is safe, else quoted."""
    return words if _PLAIN.match(words) and words.lower() not in _TAKEN else quoted(words)


def quoted(words: str) -> str:
    """A double-quoted scalar; the strings of JSON are that, too (YAML 1.2, section 1.3)."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", json.dumps(words, ensure_ascii=False))


def value(item: object) -> str:
    """A value in flow style. Raises TypeError for what YAML has no form for."""
    if item is None:
        return "null"
    if isinstance(item, bool):
        return "true" if item else "false"
    if isinstance(item, int | float):
        return str(item)
    if isinstance(item, str):
        return quoted(item)
    if isinstance(item, Mapping):
        return "{" + ", ".join(f"{scalar(str(key))}: {value(inner)}" for key, inner in item.items()) + "}"
    if isinstance(item, Iterable):
        return "[" + ", ".join(value(inner) for inner in item) + "]"
    raise TypeError(f"YAML has no form for {type(item).__name__}")


def document(items: Mapping[str, object], comment: str) -> str:
    """A document: a comment, and the mapping in block style."""
    lines = [f"# {line}" for line in comment.splitlines()]
    return "\n".join([*lines, *_mapping(items, 0)]) + "\n"


def _mapping(items: Mapping[str, object], depth: int) -> Iterator[str]:
    for key, item in items.items():
        yield from _entry(_key("  " * depth, key), item, depth)


def _key(before: str, words: str) -> str:
    """A key with its colon; one too long for a simple key gets a question mark (YAML 1.2, sections 7.4 and 8.2.2)."""
    written = scalar(words)
    if len(written) <= _SIMPLE_KEY:
        return f"{before}{written}:"
    return f"{before}? {written}\n{' ' * len(before)}:"


def _entry(opening: str, item: object, depth: int) -> Iterator[str]:
    """What `opening` introduces: below it if it is a list or a mapping with anything in it, else behind it."""
    if isinstance(item, Mapping) and item:
        yield opening
        yield from _mapping(item, depth + 1)
    elif isinstance(item, list | tuple) and item:
        yield opening
        yield from _list(item, depth + 1)
    else:
        yield f"{opening} {value(item)}"


def _list(items: Iterable[object], depth: int) -> Iterator[str]:
    pad = "  " * depth
    for item in items:
        if isinstance(item, Mapping) and len(item) == 1:
            [(key, inner)] = item.items()
            yield from _entry(_key(f"{pad}- ", str(key)), inner, depth)
        else:
            yield f"{pad}- {value(item)}"
