"""Each kind of bad input has its code, place and advice; nothing is written.

A case is: the file of the tiny report to break, what to replace, by what, and the place and code that must be reported.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import ROOT
from edition.cli import main
from edition.model.diagnostics import CODES, printable

GLOSSARY = "editorial/glossary/"
CASES = {
    "checksum": ("source/report.txt", "old trees", "old treees", "source/report.txt:1:1: [W001]"),
    "unknown key": (f"{GLOSSARY}people.yml", "sort:", "sorted:", f"{GLOSSARY}people.yml:5:5: [Y003]"),
    "missing key": (f"{GLOSSARY}people.yml", "    headword: Ada Quince\n", "", f"{GLOSSARY}people.yml:3:5: [Y002]"),
    "wrong value": (f"{GLOSSARY}people.yml", "id: ada-quince", "id: Ada Quince", f"{GLOSSARY}people.yml:3:9: [Y002]"),
    "key twice": (f"{GLOSSARY}people.yml", "sort: Quince, Ada", "id: ada", f"{GLOSSARY}people.yml:5:5: [Y004]"),
    "no yaml": (f"{GLOSSARY}people.yml", "kind: person", "kind: [person", f"{GLOSSARY}people.yml:2:8: [Y001]"),
    "duplicate id": (f"{GLOSSARY}things.yml", "id: old-tree", "id: keeper", f"{GLOSSARY}things.yml:13:5: [Y005]"),
    "unknown reference": (
        f"{GLOSSARY}people.yml",
        "[hillside-society]",
        "[hillside-sociaty]",
        f"{GLOSSARY}people.yml:3:5: [Y006]",
    ),
    "form of two entries": (
        f"{GLOSSARY}things.yml",
        "[old tree, old trees]",
        "[old tree, old trees, Quince]",
        f"{GLOSSARY}things.yml:15:37: [M002]",
    ),
    "variant nowhere": (
        f"{GLOSSARY}things.yml",
        "[old tree, old",
        "[new tree, old",
        f"{GLOSSARY}things.yml:15:16: [M001]",
    ),
    "entry nowhere": (
        f"{GLOSSARY}things.yml",
        "variants: [old tree, old trees]",
        "variants: []",
        f"{GLOSSARY}things.yml:13:5: [M005]",
    ),
    "idle exception": (
        f"{GLOSSARY}things.yml",
        "quote: first keeper, form: keeper,",
        "quote: bore fruit,",
        f"{GLOSSARY}things.yml:7:9: [M004]",
    ),
    "place of two entries": (
        f"{GLOSSARY}things.yml",
        "    link: false\n",
        "    link: false\n    mentions:\n      - {at: p3, quote: The keeper decides}\n",
        f"{GLOSSARY}things.yml:10:9: [M003]",
    ),
    "quotation nowhere": (
        f"{GLOSSARY}things.yml",
        "Old trees need",
        "Old trees want",
        f"{GLOSSARY}things.yml:18:9: [L002]",
    ),
    "quotation twice": (
        f"{GLOSSARY}things.yml",
        "quote: Old trees need care",
        "quote: eepe",
        f"{GLOSSARY}things.yml:18:9: [L003]",
    ),
    "unknown locus": (
        f"{GLOSSARY}things.yml",
        "at: p2, quote: Old",
        "at: p9, quote: Old",
        f"{GLOSSARY}things.yml:18:9: [L001]",
    ),
    "form not in quote": (
        "editorial/timeline.yml",
        "form: In 1899",
        "form: In 1989",
        "editorial/timeline.yml:10:9: [L004]",
    ),
    "division unknown": (
        "editorial/divisions.yml",
        "heading: The Trees",
        "heading: Trees",
        "editorial/divisions.yml:11:5: [W003]",
    ),
    "division out of order": (
        "editorial/divisions.yml",
        "divisions:\n",
        "divisions:\n  - {id: early, title: Early, heading: What Is to Be Done, summary: Early.}\n",
        "editorial/divisions.yml:8:5: [W004]",
    ),
    "front matter elsewhere": (
        "editorial/divisions.yml",
        "line: “An orchard",
        "line: “The orchard",
        "editorial/divisions.yml:4:5: [W002]",
    ),
    "text before the first division": (
        "editorial/divisions.yml",
        "  - {id: epigraph-source, label: Source of the epigraph, line: — Ada Quince}\n",
        "",
        "source/report.txt:8:1: [W007]",
    ),
    "run-in heading nowhere": (
        "editorial/divisions.yml",
        "[Pruning.]",
        "[Felling.]",
        "editorial/divisions.yml:16:9: [W006]",
    ),
    "lemma nowhere": (
        "editorial/emendations.yml",
        "lemma: Congress.Its",
        "lemma: Congress,Its",
        "editorial/emendations.yml:9:5: [E001]",
    ),
    "miscounted normalisation": (
        "editorial/emendations.yml",
        "count: 1",
        "count: 2",
        "editorial/emendations.yml:2:5: [E003]",
    ),
    "two emendations of one place": (
        "editorial/emendations.yml",
        "notes:",
        "  - {id: again, at: p6, lemma: Congress., reading: Congress, reason: None.}\nnotes:",
        "editorial/emendations.yml:14:5: [E002]",
    ),
    "no date": ("editorial/timeline.yml", '"1901-05-01"', '"May 1901"', "editorial/timeline.yml:20:11: [D001]"),
    "date against its words": (
        "editorial/timeline.yml",
        '"1901-05-01"',
        '"1902-05-01"',
        "editorial/timeline.yml:24:9: [D002]",
    ),
    "inferred from nothing": (
        "editorial/timeline.yml",
        "    from:\n      - {at: p1, quote: In 1899}\n",
        "",
        "editorial/timeline.yml:25:5: [D003]",
    ),
    "supplied without source": (
        "editorial/timeline.yml",
        "    sources: [ledger]\n",
        "",
        "editorial/timeline.yml:34:5: [S001]",
    ),
    "unknown source": ("editorial/timeline.yml", "[ledger]", "[diary]", "editorial/timeline.yml:34:5: [Y006]"),
    "date of a source": (
        "editorial/sources/all.yml",
        'date: "1899"',
        'date: "last year"',
        "editorial/sources/all.yml:6:13: [D001]",
    ),
    "uncited source": (
        "editorial/sources/all.yml",
        "sources:\n",
        "sources:\n  - id: x\n    original: {title: X, body: X, date: '1900', url: https://x.example}\n"
        "    read: original\n    kind: news\n    verified: Invented.\n",
        "editorial/sources/all.yml:2:5: [S002]",
    ),
    "original read nowhere": (
        "editorial/sources/all.yml",
        "read: copy\n    read_at:\n      body: Hillside Library\n      url: https://library.example/ledger-7\n",
        "read: original\n",
        "editorial/sources/all.yml:3:5: [S004]",
    ),
    "copy read nowhere": (
        "editorial/sources/all.yml",
        "    read_at:\n      body: Hillside Library\n      url: https://library.example/ledger-7\n",
        "",
        "editorial/sources/all.yml:2:5: [S005]",
    ),
    "report without a title": (
        "editorial/sources/all.yml",
        "read: copy",
        "read: report-of-it",
        "editorial/sources/all.yml:8:5: [S005]",
    ),
    "original read elsewhere": (
        "editorial/sources/all.yml",
        'date: "1899"\n    read: copy',
        'date: "1899"\n      url: https://hillside.example/7\n    read: original',
        "editorial/sources/all.yml:9:5: [S008]",
    ),
    "unknown reading": (
        "editorial/sources/all.yml",
        "read: copy",
        "read: seen",
        "editorial/sources/all.yml:7:11: [Y002]",
    ),
    "action not verbatim": (
        "editorial/recommendations.yml",
        "text: prune the",
        "text: Prune the",
        "editorial/recommendations.yml:13:9: [R001]",
    ),
    "unknown addressee": (
        "editorial/recommendations.yml",
        "[the-society]",
        "[the-mayor]",
        "editorial/recommendations.yml:38:22: [R002]",
    ),
    "unknown theme": (
        "editorial/recommendations.yml",
        "[travel]",
        "[cooking]",
        "editorial/recommendations.yml:40:18: [R003]",
    ),
    "verb not in the passage": (
        "editorial/recommendations.yml",
        "verb: send",
        "verb: sends",
        "editorial/recommendations.yml:36:15: [R004]",
    ),
    "sentence without account": (
        "editorial/recommendations.yml",
        "    context: [Its members pay in GBP.]\n",
        "",
        "editorial/recommendations.yml:30:5: [R005]",
    ),
    "actions overlap": (
        "editorial/recommendations.yml",
        "text: stop felling the young ones",
        "text: old trees and stop felling",
        "editorial/recommendations.yml:21:9: [R007]",
    ),
    "item not in the register": (
        "editorial/recommendations.yml",
        "at: p6",
        "at: p4",
        "editorial/recommendations.yml:1:1: [R006]",
    ),
    "unknown class": (
        "editorial/recommendations.yml",
        "class: demand",
        "class: wish",
        "editorial/recommendations.yml:11:12: [R008]",
    ),
    "object not verbatim": (
        "editorial/recommendations.yml",
        "object: before winter",
        "object: after winter",
        "editorial/recommendations.yml:21:9: [R009]",
    ),
    "withdrawn from nowhere": (
        "editorial/recommendations.yml",
        "{id: A2, at: p3",
        "{id: A2, at: p99",
        "editorial/recommendations.yml:55:18: [L001]",
    ),
    "entry without a definition": (
        f"{GLOSSARY}things.yml",
        "    definition: {text: A tree of many years., by: editors, general: true}\n",
        "",
        f"{GLOSSARY}things.yml:13:5: [G001]",
    ),
    "words that the report does not print": (
        f"{GLOSSARY}societies.yml",
        "headword: Hillside Society",
        "headword: Hilltop Society",
        f"{GLOSSARY}societies.yml:3:5: [G002]",
    ),
    "identifier of no form": (
        f"{GLOSSARY}things.yml",
        "wikidata:Q42",
        "wikidata:42",
        f"{GLOSSARY}things.yml:3:5: [G003]",
    ),
    "definition without a source": (
        f"{GLOSSARY}people.yml",
        "sources: [ledger]",
        "general: false",
        f"{GLOSSARY}people.yml:9:5: [G004]",
    ),
    "brace without a partner": (
        f"{GLOSSARY}papers.yml",
        "{entry:ada-quince}",
        "{entry:ada-quince",
        f"{GLOSSARY}papers.yml:6:5: [T001]",
    ),
    "reference to nothing": (
        f"{GLOSSARY}papers.yml",
        "{entry:ada-quince}",
        "{p99}",
        f"{GLOSSARY}papers.yml:6:5: [T002]",
    ),
    "temporal expression left open": (
        "editorial/exclusions/all.yml",
        "  - {detector: date, form: always, reason: Without beginning or end.}\n",
        "",
        "source/report.txt:18:1: [C001]",
    ),
    "directive left open": (
        "editorial/exclusions/all.yml",
        "form: Old trees need care, at: p2",
        "form: Old trees need love, at: p2",
        "source/report.txt:18:1: [C002]",
    ),
    "abbreviation left open": (
        "editorial/exclusions/all.yml",
        "form: GBP, at: p6",
        "form: GBP, at: p5",
        "source/report.txt:33:1: [C003]",
    ),
    "name left open": (
        "editorial/glossary/societies.yml",
        "variants: [Fruit Congress]",
        "variants: [Fruit]",
        "source/report.txt:33:1: [C004]",
    ),
    "exclusion that matches nothing": (
        "editorial/exclusions/all.yml",
        "form: always",
        "form: seldom",
        "editorial/exclusions/all.yml:3:5: [C005]",
    ),
    "exclusion without a reason": (
        "editorial/exclusions/all.yml",
        "reason: A frequency.",
        'reason: ""',
        "editorial/exclusions/all.yml:4:50: [C006]",
    ),
}


def broken(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"the case no longer fits {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def complaint(root: Path, capsys: pytest.CaptureFixture[str], command: str = "build") -> str:
    assert main(["--root", str(root), command]) == 1
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    for line in printed.err.splitlines()[:-1]:
        if not line.startswith("    "):
            assert re.fullmatch(r"\S+:\d+:\d+: \[[A-Z]\d{3}\] .+: .+", line), line
        assert line == printable(line)
    return printed.err


@pytest.mark.parametrize("case", CASES)
def test_an_error_names_its_place(case: str, tiny_built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, old, new, expected = CASES[case]
    before = {path: path.read_bytes() for path in (tiny_built / "docs").rglob("*") if path.is_file()}
    broken(tiny_built, file, old, new)
    said = complaint(tiny_built, capsys)
    assert expected in said, said
    after = {path: path.read_bytes() for path in (tiny_built / "docs").rglob("*") if path.is_file()}
    assert after == before


def test_running_heads_that_do_not_alternate(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(tiny, "source/witness.yml", "running_heads:", "first_side: verso\nrunning_heads:")
    assert "source/report.txt:12:1: [W005]" in complaint(tiny, capsys)


def test_an_emphasis_mark_without_partner(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(tiny, "source/witness.yml", "running_heads:", 'emphasis: "["\nrunning_heads:')
    assert "source/report.txt:10:1: [W008]" in complaint(tiny, capsys)


def test_all_errors_at_once(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for case in ("no date", "unknown theme", "quotation nowhere", "miscounted normalisation"):
        broken(tiny, *CASES[case][:3])
    said = complaint(tiny, capsys)
    assert all(f"[{code}]" in said for code in ("D001", "R003", "L002", "E003"))
    assert said.splitlines()[-1].startswith("4 ")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "F003"), (b"caf\xe9", "F002"), (b"\xff\xfe\x00", "F002"), (b"- a\n", "Y001"), (b"\x00\x01", "F009")],
)
def test_files_that_cannot_be_read(tiny: Path, capsys: pytest.CaptureFixture[str], content: bytes, code: str) -> None:
    (tiny / "editorial/timeline.yml").write_bytes(content)
    assert "editorial/timeline.yml:1:" in complaint(tiny, capsys)
    capsys.readouterr()
    assert f"[{code}]" in complaint(tiny, capsys)


@pytest.mark.parametrize(("content", "code"), [(b"", "F003"), (b"caf\xe9", "F002")])
def test_a_witness_that_cannot_be_read(
    tiny: Path, capsys: pytest.CaptureFixture[str], content: bytes, code: str
) -> None:
    (tiny / "source/report.txt").write_bytes(content)
    assert f"[{code}]" in complaint(tiny, capsys)


def test_a_missing_file(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny / "editorial/divisions.yml").unlink()
    assert "editorial/divisions.yml:1:1: [F001]" in complaint(tiny, capsys)


def test_every_code_that_the_engine_uses_is_documented_and_tested() -> None:
    emitted = set()
    for path in (ROOT / "scripts/edition").rglob("*.py"):
        if path.name != "diagnostics.py":
            emitted |= set(re.findall(r'"([A-Z]\d{3})"', path.read_text(encoding="utf-8")))
    assert emitted == set(CODES)
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    untested = {code for code in CODES if code not in re.findall(r"\b[A-Z]\d{3}\b", tests)}
    assert not untested
