"""Drawings from the data, as SVG in one line: what they show stands in words beside them."""

from __future__ import annotations

from collections.abc import Iterable


def strip(places: Iterable[float], begins: Iterable[float]) -> str:
    """A dispersion strip: the text from its beginning to its end, a stroke for each mention, parts told apart."""
    strokes = "".join(f"M{place * 1000:.0f} 1v10" for place in places)
    parts = "".join(f"M{begin * 1000:.0f} 0v12" for begin in begins)
    return (
        '<svg class="strip" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">'
        f'<path class="parts" d="{parts}"/><path d="{strokes}"/></svg>'
    )
