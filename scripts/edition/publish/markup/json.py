"""JSON from values (RFC 8259), in the forms in which it is published."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


def readable(value: Any) -> str:
    """A file of JSON for people to read, with a line for each value."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def records(rows: Sequence[Any]) -> str:
    """A file with an array of records, each on a line, so that a changed record is a changed line."""
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def compact(value: Any) -> str:
    """JSON without white space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def lines(rows: Mapping[str, Any]) -> str:
    """A file with one object, each of its members on a line."""
    listed = ",\n".join(f"{compact(name)}:{json.dumps(row, ensure_ascii=False)}" for name, row in rows.items())
    return f"{{\n{listed}\n}}\n"


def array(rows: Sequence[Any]) -> str:
    """An array with each item on a line."""
    return "[\n" + ",\n".join(map(compact, rows)) + "\n]"


def script(target: str, value: str) -> str:
    """A classic script that gives JSON to the variable `target`.

    U+2028 and U+2029 end a line of JavaScript (ECMAScript before 2019), so they are written as escapes.
    """
    return f"{target} = {value};\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
