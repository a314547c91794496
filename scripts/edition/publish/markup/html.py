"""HTML from values: text and attributes are escaped, children that are `Html` are taken as they are.

The rules of escaping are those of the HTML standard, section 13.3 (serialising HTML fragments).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape as _escape
from typing import Final
from urllib.parse import quote

# Elements without an end tag (HTML standard, section 13.1.2).
VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
ATTRIBUTES_WITH_ADDRESSES: Final = frozenset({"href", "src", "action", "data", "poster"})
SCHEMES: Final = frozenset({"http", "https", "mailto"})
_SCHEME: Final = re.compile(r"([^:/?#]*):")
_IGNORED: Final = re.compile(r"[\x00-\x20]")
# Classes of what is not the report's own words. Elements of these carry `data-editorial`, which scripts, tests and
# books go by: this is the one list.
EDITORIAL: Final = frozenset({"pn", "rec", "em", "pb", "pb-line", "editors", "supplied"})
Value = str | int | bool | None


class Html(str):
    """Markup that a browser reads as intended. Only the functions of this module make it."""

    __slots__ = ()


def text(words: str) -> Html:
    """`words` as text between tags."""
    return Html(_escape(words, quote=False))


def element(name: str, /, *children: str | Html, **attributes: Value) -> Html:
    """An element. `class_` is `class`, an underscore elsewhere is a hyphen; None and False leave an attribute out."""
    if EDITORIAL.intersection(str(attributes.get("class_") or "").split()):
        attributes |= {"data_editorial": ""}
    start = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in VOID:
        return Html(start)
    return Html(start + joined(children) + f"</{name}>")


def joined(children: Iterable[str | Html], separator: str = "") -> Html:
    """`children` one after the other; `separator` (plain text) between them."""
    parts = (child if isinstance(child, Html) else text(child) for child in children)
    return Html(text(separator).join(parts))


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    shown = str(value)
    if name in ATTRIBUTES_WITH_ADDRESSES:
        checked_address(shown)
    return f' {name}="{_escape(shown, quote=True)}"'


def checked_address(address: str) -> str:
    """`address` if its scheme is one that a page may link to. Raises ValueError for another.

    Browsers ignore white space and control characters in a scheme (URL standard, section 4.4), and so does this.
    """
    scheme = _SCHEME.match(address)
    if scheme and _IGNORED.sub("", scheme[1]).lower() not in SCHEMES:
        raise ValueError(f"no link may have the scheme of {address!r}")
    return address


def in_query(words: str) -> str:
    """`words` for the query of an address (RFC 3986, section 3.4)."""
    return quote(words, safe="")
