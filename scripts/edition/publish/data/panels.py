"""What the panel of a linked term shows, as one small file that is fetched when the first panel is opened."""

from __future__ import annotations

from collections.abc import Iterator

from edition.publish.markup.json import lines
from edition.publish.plan.paths import PANELS
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """`{id: [headword, kind, sense, mentions, label of the first place, its address from the site's root]}`."""
    rows = {}
    for resolved in view.edition.entries:
        mentions = view.concordance.of_entry.get(resolved.id, ())
        first = mentions[0] if mentions else None
        place = (
            [view.locus_label(first.unit, first.span), view.plan.url(view.plan.unit(first.unit))] if first else ["", ""]
        )
        senses = " ".join(map(view.plain, [resolved.entry.gist, *(sense.sense for sense, _ in resolved.senses)]))
        kind = view.labels(f"kinds.{resolved.kind.value}")
        rows[resolved.id] = [resolved.entry.printed, kind, senses, len(mentions), *place]
    yield PANELS, lines(dict(sorted(rows.items())))
