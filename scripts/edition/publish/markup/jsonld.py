"""The glossary for machines: JSON-LD 1.1 with schema.org's DefinedTermSet, in the page it describes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from edition.index.edition import ResolvedEntry
from edition.model.identifiers import identifier_url
from edition.publish.markup.html import Html


def term_set(name: str, entries: Iterable[ResolvedEntry], plain: Callable[[str], str]) -> Html:
    """A script element with the entries of a page; addresses are relative to it. `plain` resolves references."""
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": f"#{resolved.id}",
            "termCode": resolved.id,
            "name": resolved.entry.printed,
            "description": plain(resolved.entry.gist),
            **_same_as(resolved),
        }
        for resolved in entries
    ]
    value = {"@context": "https://schema.org", "@type": "DefinedTermSet", "name": name, "hasDefinedTerm": terms}
    return Html(f'<script type="application/ld+json">{in_script(json.dumps(value, ensure_ascii=False))}</script>')


def _same_as(resolved: ResolvedEntry) -> dict[str, list[str]]:
    """The addresses of the authorities that have the entry (schema.org's sameAs)."""
    addresses = [uri for identifier in resolved.entry.same_as if (uri := identifier_url(identifier))]
    return {"sameAs": addresses} if addresses else {}


def in_script(json_text: str) -> str:
    """JSON that no HTML or Markdown parser takes for an end of the element, nor JavaScript for a line's end."""
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
    return "".join(escapes.get(character, character) for character in json_text)
