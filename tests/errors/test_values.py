"""What used to be accepted, or to end in a traceback: YAML beyond what the files use, values that no page can show."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from test_errors import GLOSSARY, broken, complaint

CASES = {
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


@pytest.mark.parametrize("case", CASES)
def test_an_error_names_its_place(case: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, old, new, expected = CASES[case]
    broken(tiny, file, old, new)
    said = complaint(tiny, capsys)
    assert expected in said, said
    assert not (tiny / "docs").exists()


def witnessed(root: Path, text: str) -> None:
    """Another witness, its checksum recorded."""
    (root / "source/report.txt").write_text(text, encoding="utf-8", newline="")
    record = (root / "source/witness.yml").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (root / "source/witness.yml").write_text(re.sub("sha256: .*", f"sha256: {digest}", record), encoding="utf-8")


def test_a_page_number_that_goes_back(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (tiny / "source/report.txt").read_text(encoding="utf-8")
    witnessed(tiny, text.replace("\nHillside Society\n\nNo", "\nHillside Society ii\n\nNo"))
    broken(tiny, "source/witness.yml", "pattern: Hillside Society", 'pattern: "Hillside Society( (?P<page>[ivx]+))?"')
    assert "source/report.txt:22:1: [W009] page 2 follows page 3" in complaint(tiny, capsys)


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
