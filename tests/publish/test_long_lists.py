"""Timeline, register and apparatus when they are long: several pages, each of a bearable size, nothing lost."""

from __future__ import annotations

import re
from dataclasses import replace

import markdown
import pytest
import yaml

from edition.index.edition import Edition
from edition.publish.everything import view_of
from edition.publish.pages import apparatus, recommendations, site, timeline
from edition.publish.view import View

MANY = 400


def repeated(edition: Edition, many: int = MANY) -> Edition:
    """The edition with each event, entry of the register and operation over and over, under ids of their own.

    Every other event is a target, so that the order of the page is not that of the dates.
    """
    events = [
        replace(
            resolved,
            event=resolved.event.model_copy(update={"id": f"{resolved.id}-{n}", "target": n % 2 == 1, "disagrees": ()}),
        )
        for n in range(many)
        for resolved in edition.events
    ]
    asked = [
        replace(resolved, entry=resolved.entry.model_copy(update={"id": f"{resolved.id}{n:03d}"}))
        for n in range(many)
        for resolved in edition.recommendations
    ]
    # Emendations have anchors of their own, so that only the others are repeated.
    operations = [
        replace(operation, id=f"{operation.id}-{n}")
        for n in range(4 * many)
        for operation in edition.text.operations
        if n == 0 or operation.kind.value != "emendation"
    ]
    text = replace(edition.text, operations=tuple(operations))
    return replace(edition, events=tuple(events), recommendations=tuple(asked), text=text)


@pytest.fixture(scope="module")
def view(tiny_edition: Edition) -> View:
    return view_of(repeated(tiny_edition, MANY // 2))


def rendered(page: str) -> str:
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    return markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables", "toc"])


@pytest.fixture(scope="module")
def pages(view: View) -> dict[str, str]:
    found = {path: page for module in (timeline, recommendations, apparatus) for path, page in module.render(view)}
    return {path: rendered(page) for path, page in found.items()}


def test_no_page_is_too_large_and_none_is_almost_empty_for_nothing(pages: dict[str, str]) -> None:
    sizes = {path: len(page.encode()) for path, page in pages.items()}
    assert max(sizes.values()) < 280_000, sizes
    for first in ("timeline", "recommendations", "apparatus"):
        parts = [size for path, size in sizes.items() if path.startswith(first)]
        assert len(parts) > 1
        assert sum(parts) > 100_000 * (len(parts) - 2), sizes


def test_everything_is_where_the_plan_says_and_once(view: View, pages: dict[str, str]) -> None:
    ids = {path: re.findall(r'id="([^"]*)"', page) for path, page in pages.items()}
    for path, found in ids.items():
        assert len(found) == len(set(found)), path
    addresses = [view.plan.event(resolved.id) for resolved in view.edition.events]
    addresses += [view.plan.recommendation(resolved.id) for resolved in view.edition.recommendations]
    addresses += [view.plan.operation(name) for name in ("apostrophe", "missing-space", "note-sad")]
    for address in addresses:
        assert address.anchor in ids[address.page], address
        first = address.page.split("/")[0].removesuffix(".md") + ".md"
        assert address.anchor in ids[first], f"{address}: its old address is lost"


def test_a_list_goes_on_with_its_numbers(pages: dict[str, str]) -> None:
    assert '<ol start="' not in pages["timeline.md"]
    starts = [
        int(n) for path, page in pages.items() if "timeline/" in path for n in re.findall(r'<ol start="(\d+)"', page)
    ]
    assert starts
    assert starts[0] == 1 + len(re.findall("<h3", pages["timeline.md"]))


def test_targets_come_after_all_events(view: View) -> None:
    targets = [resolved.event.target for resolved in view.events.values()]
    assert targets == sorted(targets)
    series = [name[0] for name in view.plan.register.page_of]
    assert series == sorted(series, key="RA".index)


def test_every_row_of_the_apparatus_is_printed(view: View, pages: dict[str, str]) -> None:
    rows = sum(
        len(re.findall(r"<tr>", page)) - len(re.findall("<thead>", page))
        for path, page in pages.items()
        if path.startswith("apparatus")
    )
    kinds = [operation.kind.value for operation in view.edition.text.operations]
    in_tables = sum(kind not in ("emendation", "normalisation") for kind in kinds)
    assert rows == in_tables + len(view.edition.text.breaks) + len(set(kinds))


def test_the_navigation_leaves_the_other_pages_out_on_purpose(view: View) -> None:
    [(_, text)] = site.render(view)
    value = yaml.safe_load(text)
    left_out = value["not_in_nav"].splitlines()
    assert "/timeline/2.md" in left_out
    assert "/recommendations/2.md" in left_out
    assert "/apparatus/2.md" in left_out
