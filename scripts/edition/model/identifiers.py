"""Identifiers of authority files: Wikidata, VIAF, ISNI, registrations under Article 102 of the UN Charter."""

from __future__ import annotations

import re
from typing import Final

FORMS: Final = {
    "wikidata": (re.compile(r"Q[1-9]\d*"), "https://www.wikidata.org/entity/{}", "wikidata:Q42"),
    "viaf": (re.compile(r"[1-9]\d{1,21}"), "https://viaf.org/viaf/{}", "viaf:113230702"),
    "isni": (re.compile(r"\d{15}[\dX]"), "https://isni.org/isni/{}", "isni:0000000080456315"),
    "un-treaty": (re.compile(r"I{1,2}-[1-9]\d*"), None, "un-treaty:I-54113"),
}


def fault_of(identifier: str) -> str | None:
    """What is wrong with an identifier written `scheme:value`, or None."""
    scheme, _, value = identifier.partition(":")
    if scheme not in FORMS:
        return f"“{identifier}” names no known scheme"
    pattern, _, example = FORMS[scheme]
    if not pattern.fullmatch(value):
        return f"“{identifier}” is not of the form {example}"
    if scheme == "isni" and not _checks(value):
        return f"“{identifier}” is not an ISNI: its last character does not fit the others"
    return None


def _checks(digits: str) -> bool:
    """The check character of an ISNI (ISO 27729, annex B; ISO 7064 MOD 11-2)."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == digits[-1]


def identifier_url(identifier: str) -> str | None:
    """The identifier as a URI; None where its scheme has no address for each value."""
    scheme, _, value = identifier.partition(":")
    base = FORMS[scheme][1]
    return base.format(value) if base else None
