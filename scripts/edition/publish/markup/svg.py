"""Drawings from the data, as SVG in one line: the words beside them say what they show."""

from __future__ import annotations

from collections.abc import Iterable

from edition.publish.markup.html import Html, element


def strip(places: Iterable[float], begins: Iterable[float]) -> Html:
    """A dispersion strip: the text from its beginning to its end, a stroke for each mention, sections told apart.

    `places` and `begins` are shares of the whole text, 0 to 1.
    """
    strokes = "".join(f"M{place * 1000:.0f} 1v10" for place in places)
    parts = "".join(f"M{begin * 1000:.0f} 0v12" for begin in begins)
    return drawing(
        element("path", class_="parts", d=parts),
        element("path", d=strokes),
        viewbox="0 0 1000 12",
        class_="strip",
        stretched=True,
    )


def drawing(*content: Html, viewbox: str, class_: str, stretched: bool = False, label: str | None = None) -> Html:
    """An SVG element; without a `label` it is hidden from assistive technology."""
    named = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    return element(
        "svg", *content, class_=class_, viewBox=viewbox, preserveAspectRatio="none" if stretched else None, **named
    )
