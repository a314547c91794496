"""YAML from values: flow style on one line, quoted where a plain scalar would not do (YAML 1.2, chapter 7)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")
# Words that YAML 1.1 or 1.2 reads as something else than a string.
_TAKEN: Final = frozenset("y n yes no on off true false null".split())  # noqa: SIM905
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
