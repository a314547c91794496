"""The search page as a reader meets it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode


def ask(page: Any, address: str, typed: str, **fields: str) -> None:
    page.goto(f"{address}search/?{urlencode({'find': typed, **fields})}")
    settled(page)


def settled(page: Any) -> None:
    """Waits until a search has ended, and what follows it is there."""
    page.wait_for_function(
        """() => !/Loading|Searching/.test(document.querySelector("#desk-summary").textContent)
            && document.querySelector("#desk-summary").textContent && (globalThis.Desk.more || !location.search)"""
    )


def shown(page: Any) -> list[dict[str, str]]:
    """All lines, those further down unfolded."""
    while page.is_visible("#desk-further"):
        page.click("#desk-further")
    lines: list[dict[str, str]] = page.evaluate(
        """() => [...document.querySelectorAll("#desk-lines a")].map((a) => ({
            left: a.querySelector(".left").textContent, hit: a.querySelector("mark").textContent,
            right: a.querySelector(".right").textContent, place: a.querySelector(".place").textContent,
            href: a.href}))"""
    )
    return lines


def summary(page: Any) -> str:
    words: str = page.inner_text("#desk-summary")
    return words


def notes(page: Any) -> str:
    words: str = page.inner_text("#desk-notes")
    return words
