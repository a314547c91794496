"""A page says of each source what was read: the original, a copy of it or a report of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.cli import main

SOURCES = "editorial/sources/all.yml"
COPY = "read: copy\n    read_at:\n      body: Hillside Library\n      url: https://library.example/ledger-7\n"
REPORT = (
    "read: report-of-it\n    read_at:\n      title: What the Ledger Says\n      body: Valley Post\n"
    '      date: "1900"\n      url: https://post.example/1\n'
)


def timeline(root: Path, old: str = "", new: str = "") -> str:
    """The page of dates after the tiny edition is built with `old` replaced in its sources."""
    path = root / SOURCES
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["--root", str(root), "build"]) == 0
    return (root / "docs/timeline.md").read_text(encoding="utf-8")


def test_a_copy_is_named_by_who_publishes_it(tiny_built: Path) -> None:
    copy = "Hillside Society, Ledger no. 7 (1899), copy at [Hillside Library](https://library.example/ledger-7)."
    assert copy in timeline(tiny_built)


def test_a_report_is_named_with_its_title_and_date(tiny_built: Path) -> None:
    report = "as reported by Valley Post, [What the Ledger Says](https://post.example/1) (1900)."
    assert f"Hillside Society, Ledger no. 7 (1899), {report}" in timeline(tiny_built, COPY, REPORT)


def test_an_original_is_linked_and_nothing_else_is_named(tiny_built: Path) -> None:
    original = "      url: https://hillside.example/7\n    read: original\n"
    page = timeline(tiny_built, f"    {COPY}", original)
    assert "Hillside Society, [Ledger no. 7](https://hillside.example/7) (1899)." in page


@pytest.mark.parametrize(("old", "new", "counts"), [("", "", "0|1|0"), (COPY, REPORT, "0|0|1")])
def test_the_editorial_report_counts_the_three_apart(tiny_built: Path, old: str, new: str, counts: str) -> None:
    timeline(tiny_built, old, new)
    page = (tiny_built / "docs/editorial-report.md").read_text(encoding="utf-8")
    original, copy, report = counts.split("|")
    assert f"Read in the original: {original}; " in page
    assert f"as a copy published elsewhere: {copy}; in a report about it: {report}." in page
