"""Each kind of bad input has its code, place and advice; nothing is written.

A case is: the file of the tiny report to break, what to replace, by what, and the place and code that must be reported.
"""

from __future__ import annotations

import hashlib
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
    "id of a paragraph": (
        f"{GLOSSARY}things.yml",
        "id: old-tree",
        "id: p12",
        f"{GLOSSARY}things.yml:13:9: [Y008]",
    ),
    "id of a page's own heading": (
        "editorial/divisions.yml",
        "id: trees",
        "id: parts",
        "editorial/divisions.yml:11:9: [Y008]",
    ),
    "id that XML cannot have": (
        "editorial/divisions.yml",
        "id: trees",
        "id: 2nd-part",
        "editorial/divisions.yml:11:9: [Y002]",
    ),
    "variant twice": (
        f"{GLOSSARY}societies.yml",
        "[Hillside Society, the Society]",
        "[Hillside Society, the Society, Hillside Society]",
        f"{GLOSSARY}societies.yml:6:47: [Y007]",
    ),
    "locus twice": (
        "editorial/timeline.yml",
        "    from:\n      - {at: p1, quote: In 1899}\n",
        "    from:\n      - {at: p1, quote: In 1899}\n      - {at: p1, quote: In 1899}\n",
        "editorial/timeline.yml:34:9: [Y007]",
    ),
    "alias of a list": (
        f"{GLOSSARY}societies.yml",
        "variants: [Fruit Congress]",
        "variants: &a [Fruit Congress]\n    see: *a",
        f"{GLOSSARY}societies.yml:16:10: [Y009]",
    ),
    "merge key": (
        f"{GLOSSARY}people.yml",
        "    sort: Quince, Ada",
        "    <<: {sort: Quince}",
        f"{GLOSSARY}people.yml:5:5: [Y009]",
    ),
    "tag": (
        f"{GLOSSARY}people.yml",
        "sort: Quince, Ada",
        "sort: !!python/name:os.system Quince",
        f"{GLOSSARY}people.yml:5:11: [Y009]",
    ),
    "second document": (
        f"{GLOSSARY}people.yml",
        "entries:",
        "---\nentries:",
        f"{GLOSSARY}people.yml:2:1: [Y009]",
    ),
    "key that is no word": (
        f"{GLOSSARY}people.yml",
        "sort: Quince, Ada",
        "[sort]: Quince",
        f"{GLOSSARY}people.yml:5:5: [Y009]",
    ),
    "brackets without end": (
        f"{GLOSSARY}people.yml",
        "[hillside-society]",
        "[" * 3000,
        f"{GLOSSARY}people.yml:14:39: [Y009]",
    ),
    "tab": (
        f"{GLOSSARY}people.yml",
        "    sort:",
        "\tsort:",
        f"{GLOSSARY}people.yml:5:1: [Y001]",
    ),
    "key without value": (
        f"{GLOSSARY}people.yml",
        "headword: Ada Quince",
        "headword:",
        f"{GLOSSARY}people.yml:4:14: [Y002]",
    ),
    "word for a truth value": (
        f"{GLOSSARY}things.yml",
        "link: false",
        "link: no",
        f"{GLOSSARY}things.yml:8:11: [Y002]",
    ),
    "line break in a title": (
        "editorial/divisions.yml",
        "title: The Trees",
        'title: "The\\nTrees"',
        "editorial/divisions.yml:12:12: [Y002]",
    ),
    "nothing to see in a title": (
        "editorial/divisions.yml",
        "title: The Trees",
        "title: \u200b",
        "editorial/divisions.yml:12:12: [Y002]",
    ),
    "control character": (
        f"{GLOSSARY}people.yml",
        "sort: Quince, Ada",
        "sort: Quince\x07",
        f"{GLOSSARY}people.yml:5:17: [F009]",
    ),
    "control character as an escape": (
        f"{GLOSSARY}people.yml",
        "sort: Quince, Ada",
        'sort: "Quince\\e[31m"',
        f"{GLOSSARY}people.yml:5:11: [F009]",
    ),
    "noncharacter as an escape": (
        f"{GLOSSARY}people.yml",
        "sort: Quince, Ada",
        'sort: "Quince\\uffff"',
        f"{GLOSSARY}people.yml:5:11: [F009]",
    ),
    "address that is a script": (
        "editorial/sources/all.yml",
        "url: https://library.example/ledger-7",
        "url: javascript:alert(1)",
        "editorial/sources/all.yml:10:12: [Y002]",
    ),
    "source without a word on its reading": (
        "editorial/sources/all.yml",
        "verified: Invented, and so is what it says.",
        'verified: ""',
        "editorial/sources/all.yml:12:15: [Y002]",
    ),
    "completeness without data for the language": (
        "source/witness.yml",
        "language: en",
        "language: fr",
        "editorial/edition.yml:1:1: [C007]",
    ),
    "language unknown": ("source/witness.yml", "language: en", "language: qq", "source/witness.yml:5:11: [Y002]"),
    "language tag malformed": (
        "source/witness.yml",
        "language: en",
        "language: en_US",
        "source/witness.yml:5:11: [Y002]",
    ),
    "page number below zero": (
        "source/witness.yml",
        "running_heads:",
        "first_page: -3\nrunning_heads:",
        "source/witness.yml:8:13: [Y002]",
    ),
    "page number beyond all": (
        "source/witness.yml",
        "running_heads:",
        f"first_page: {'9' * 5000}\nrunning_heads:",
        "source/witness.yml:8:13: [Y002]",
    ),
    "pattern that is none": (
        "source/witness.yml",
        "pattern: Hillside Society",
        'pattern: "("',
        "source/witness.yml:9:28: [Y002]",
    ),
    "pattern that never ends": (
        "source/witness.yml",
        "pattern: Hillside Society",
        'pattern: "(\\\\w+\\\\s?)+x"',
        "source/witness.yml:9:28: [Y002]",
    ),
    "page group that is no number": (
        "source/witness.yml",
        "pattern: Hillside Society",
        'pattern: "(?P<page>.+) Society"',
        "source/report.txt:12:1: [W009]",
    ),
    "paragraph without words": (
        "editorial/emendations.yml",
        "  - id: missing-space",
        "  - id: all\n    at: p4\n    lemma: Pruning. Every tree has to be looked at once a year.\n    reading: ''\n"
        "    reason: None.\n  - id: missing-space",
        "source/report.txt:28:1: [W011]",
    ),
    "run-in heading with another's anchor": (
        "editorial/divisions.yml",
        "run_in: [Pruning.]",
        "run_in: [Pruning.]\n      - {id: pruning, title: Pruning, heading: A Plan, summary: None.}",
        "source/report.txt:28:1: [W012]",
    ),
    "date of the report that is no date": (
        "editorial/edition.yml",
        "complete:",
        "inferred_date: sometime\ncomplete:",
        "editorial/edition.yml:6:16: [D001]",
    ),
    "date of the report from words that are nowhere": (
        "editorial/edition.yml",
        "complete:",
        'inferred_date: "1899"\ninferred_date_from: [{at: p1, quote: In 1898}]\ncomplete:',
        "editorial/edition.yml:7:22: [L002]",
    ),
    "passages without the date": (
        "editorial/edition.yml",
        "complete:",
        "inferred_date_from: [{at: p1, quote: In 1899}]\ncomplete:",
        "editorial/edition.yml:6:22: [D003]",
    ),
    "day that the calendar lacks": (
        "editorial/timeline.yml",
        'edtf: "1899"',
        "edtf: 1899-02-29",
        "editorial/timeline.yml:6:11: [D001]",
    ),
    "day against its words": (
        "editorial/timeline.yml",
        '"1901-05-01"',
        '"1901-05-02"',
        "editorial/timeline.yml:24:9: [D002]",
    ),
    "context that crosses an action": (
        "editorial/recommendations.yml",
        "context: [Its members pay in GBP.]",
        "context: [Congress. Its members pay in GBP.]",
        "editorial/recommendations.yml:41:15: [R007]",
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


def test_a_page_number_that_goes_back(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (tiny / "source/report.txt").read_text(encoding="utf-8")
    witnessed(tiny, text.replace("\nHillside Society\n\nNo", "\nHillside Society ii\n\nNo"))
    broken(tiny, "source/witness.yml", "pattern: Hillside Society", 'pattern: "Hillside Society( (?P<page>[ivx]+))?"')
    assert "source/report.txt:22:1: [W009] page 2 follows page 3" in complaint(tiny, capsys)


def witnessed(root: Path, text: str) -> None:
    """Another witness, its checksum recorded."""
    (root / "source/report.txt").write_text(text, encoding="utf-8", newline="")
    record = (root / "source/witness.yml").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (root / "source/witness.yml").write_text(re.sub("sha256: .*", f"sha256: {digest}", record), encoding="utf-8")


def test_a_form_feed_within_words(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (tiny / "source/report.txt").read_text(encoding="utf-8")
    witnessed(tiny, text.replace("old & few", "old \f few").replace("\n\nThe Trees", "\n\f\nThe Trees"))
    said = complaint(tiny, capsys)
    assert "source/report.txt:10:84: [F009] the character U+000C" in said
    assert said.count("F009") == 1


def test_a_report_without_paragraphs(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    witnessed(tiny, "The Trees\n")
    (tiny / "editorial/divisions.yml").write_text(
        "divisions:\n  - {id: trees, title: The Trees, heading: The Trees, summary: All.}\n", encoding="utf-8"
    )
    assert "source/report.txt:1:1: [W010]" in complaint(tiny, capsys)


def test_a_run_in_heading_that_gives_no_anchor(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (tiny / "source/report.txt").read_text(encoding="utf-8")
    witnessed(tiny, text.replace("Pruning.", "修剪."))
    broken(tiny, "editorial/divisions.yml", "[Pruning.]", "[修剪.]")
    assert "source/report.txt:28:1: [W012]" in complaint(tiny, capsys)


def test_aliases_that_grow_without_end(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["x0: &x0 [a]", *(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 30))]
    (tiny / "editorial/timeline.yml").write_text("\n".join(rows), encoding="utf-8")
    assert "editorial/timeline.yml:2:10: [Y009]" in complaint(tiny, capsys)


def test_nothing_raw_reaches_the_terminal(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(tiny, "editorial/glossary/people.yml", "id: ada-quince", "id: ada\u202eecniuq\u200b")
    (tiny / "editorial/glossary/a\x1b[31m.yml").write_text("kind: [", encoding="utf-8")
    said = complaint(tiny, capsys)
    assert "“ada\\u202eecniuq\\u200b”" in said
    assert "editorial/glossary/a\\u001b[31m.yml:1:" in said


@pytest.mark.parametrize(
    ("file", "line", "advice"),
    [
        ("editorial/glossary/people.yml", "    headword: Ada Quince\n", "add it, such as `headword: Kurt Campbell`"),
        ("editorial/timeline.yml", '    edtf: "1899"\n', 'add it, such as `edtf: "2021-09-10"`'),
        ("source/witness.yml", "siglum: T\n", "add it, such as `siglum: R`"),
    ],
)
def test_what_is_missing_is_shown(
    file: str, line: str, advice: str, tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(tiny, file, line, "")
    assert advice in complaint(tiny, capsys)


def test_a_missing_file_names_its_keys(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny / "editorial/edition.yml").unlink()
    assert "`site_name: A Plan for the Orchard`, `description: " in complaint(tiny, capsys)


def test_an_unknown_key_names_the_known_one(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(tiny, "editorial/glossary/people.yml", "contrast:", "contrasts:")
    assert "did you mean “contrast”?" in complaint(tiny, capsys)


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
