"""CSV from values (RFC 4180), in UTF-8 without a byte order mark."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

# A cell that begins so is taken for a formula by spreadsheet programs (OWASP, CSV injection).
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def table(head: Sequence[str], rows: Iterable[Iterable[Any]]) -> str:
    """A table with its head; lists of words are joined by `|`, what else is no plain value is JSON.

    A cell of words that a spreadsheet would take for a formula begins with an apostrophe, which the spreadsheet hides.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return out.getvalue()


def cell(value: Any) -> str:
    """A value as it goes into a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return _inert(value)
    if isinstance(value, list) and all(isinstance(item, str) and "|" not in item for item in value):
        return _inert("|".join(value))
    return json.dumps(value, ensure_ascii=False)


def _inert(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words
