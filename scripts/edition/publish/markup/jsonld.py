"""The glossary for machines: JSON-LD 1.1 with schema.org's DefinedTermSet, in the page it describes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from edition.index.edition import ResolvedEntry
from edition.model.identifiers import address


def term_set(label: str, title: str, entries: Iterable[ResolvedEntry], described: Callable[[str], str]) -> str:
    """A script element with the entries of a page; addresses are relative to it. `described` makes prose plain."""
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": f"#{resolved.id}",
            "termCode": resolved.id,
            "name": resolved.entry.printed,
            "description": described(resolved.entry.gist),
            **_same_as(resolved),
        }
        for resolved in entries
    ]
    value = {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": f"{label}: glossary of {title}",
        "hasDefinedTerm": terms,
    }
    return f'<script type="application/ld+json">{_in_html(json.dumps(value, ensure_ascii=False))}</script>'


def _same_as(resolved: ResolvedEntry) -> dict[str, list[str]]:
    """The addresses of the authorities that have the entry (schema.org's sameAs)."""
    addresses = [uri for identifier in resolved.entry.same_as if (uri := address(identifier))]
    return {"sameAs": addresses} if addresses else {}


def _in_html(words: str) -> str:
    """JSON that no HTML or Markdown parser takes for an end of the element."""
    return words.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
