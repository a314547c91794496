"""What the panel of a linked term shows, as one small file that is fetched when the first panel is opened."""

from __future__ import annotations

import json
from collections.abc import Iterator

from edition.publish.pages.data import url
from edition.publish.plan import KINDS, View

PANELS = "glossary/panels.json"


def render(view: View) -> Iterator[tuple[str, str]]:
    """`{id: [headword, kind, sense, mentions, label of the first place, its address from the site's root]}`."""
    rows = {}
    for resolved in view.edition.entries:
        mentions = view.concordance.of_entry.get(resolved.id, ())
        first = mentions[0] if mentions else None
        place = [view.locus_label(first.unit, first.span), ""] if first else ["", ""]
        if first:
            place[1] = url(f"{view.chapter(view.edition.units[first.unit])}#{first.unit}")
        senses = " ".join(map(view.plain, [resolved.entry.gist, *(sense.sense for sense, _ in resolved.senses)]))
        rows[resolved.id] = [resolved.entry.printed, KINDS[resolved.kind][1], senses, len(mentions), *place]
    lines = ",\n".join(f"{json.dumps(k)}:{json.dumps(row, ensure_ascii=False)}" for k, row in sorted(rows.items()))
    yield PANELS, f"{{\n{lines}\n}}\n"
