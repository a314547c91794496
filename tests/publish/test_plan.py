"""No two things get one file or one anchor: a clash is reported with both places; what is too long becomes pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import built_edition
from edition.index.edition import Edition
from edition.model.diagnostics import EditionError
from edition.publish.everything import everything, view_of
from edition.publish.plan import sizes
from edition.publish.plan.paths import FULL_TEXT, is_owned


def clash(folder: Path, file: str, old: str, new: str) -> list[str]:
    """The errors of the tiny edition with `old` replaced by `new`."""
    path = folder / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(EditionError) as caught:
        view_of(built_edition(folder))
    return [str(diagnostic) for diagnostic in caught.value.diagnostics]


DIVISIONS = "editorial/divisions.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "says"),
    [
        (DIVISIONS, "    title: The Trees", "    slug: opening\n    title: The Trees", "P001", "report/opening/"),
        (DIVISIONS, "  - id: trees", "  - id: concept", "P002", "the anchor “concept” in the TEI document"),
    ],
)
def test_a_clash_names_both(tiny: Path, file: str, old: str, new: str, code: str, says: str) -> None:
    said = clash(tiny, file, old, new)
    assert any(f"[{code}]" in line and says in line and line.startswith(f"{DIVISIONS}:") for line in said), said


def test_everything_that_is_written_is_the_engines(tiny_edition: Edition) -> None:
    assert [path for path in everything(view_of(tiny_edition)) if not is_owned(path)] == []


def test_a_long_text_becomes_pages_and_its_anchors_lead_on(
    tiny_edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sizes, "PAGE", 1200)
    view = view_of(tiny_edition)
    files = everything(view)
    pages = [page for page, _ in view.plan.full.pages]
    assert pages[:2] == [FULL_TEXT, "report/full-text/2.md"]
    for page, units in view.plan.full.pages:
        assert all(f"{{ #{name} " in text or f" #{name} " in text for name in units for text in [files[page].decode()])
    for paged in view.plan.kinds.values():
        first = files[paged.first].decode()
        for page, names in paged.pages[1:]:
            assert all(f"#{name} " in first and view.plan.link(paged.first, page) in first for name in names)
