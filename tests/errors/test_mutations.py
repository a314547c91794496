"""A mutated edition is refused with diagnostics that have places, or it assembles and everything can be written.

`tests/errors/many.py` does the same with thousands, in processes of their own, and builds sites.
"""

from __future__ import annotations

import hashlib
import re

import pytest
from mutations import Files, mutated, tiny
from outcome import check_place, outcome

from edition.publish.plan.paths import is_owned


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_refused_with_places_or_written(first: int) -> None:
    for seed in range(first, first + 20):
        files, done = mutated(seed)
        found = outcome(files)
        if isinstance(found, tuple):
            assert found, (seed, done)
            for diagnostic in found:
                check_place(diagnostic, files)
        else:
            assert all(is_owned(name) for name in found), (seed, done)


def changed(*changes: tuple[str, str, str]) -> Files:
    files = tiny()
    for name, old, new in changes:
        text = files[name].decode()
        assert old in text, f"the case no longer fits {name}"
        files[name] = text.replace(old, new, 1).encode()
    digest = hashlib.sha256(files["source/report.txt"]).hexdigest()
    files["source/witness.yml"] = re.sub(b"sha256: .*", b"sha256: " + digest.encode(), files["source/witness.yml"])
    return files


EDITION, TIMELINE, WITNESS = "editorial/edition.yml", "editorial/timeline.yml", "source/report.txt"
DATES = ["0001", "9999-12-31", "[..1899]", "{1899,1900-05}", "18XX", "1899-21", "1899-XX-10", "1899-05~/..", "[1899..]"]
COULD_BE_WRITTEN = {
    "foreign words that overlap": (
        (EDITION, "complete:", "languages: [{form: old trees, lang: fr}, {form: trees and stop, lang: de}]\ncomplete:"),
    ),
    "foreign words across a mention": (
        (EDITION, "complete:", "languages: [{form: fruit. Ada, lang: fr}, {form: them bore, lang: de}]\ncomplete:"),
    ),
    "emphasis around an emendation": ((WITNESS, "Congress.Its", "*Congress.Its*"),),
    "emphasis across an action": ((WITNESS, "old trees and stop felling", "old *trees and* stop felling"),),
    "emphasis across a page break": (
        (WITNESS, "{sad}, and", "{sad}, *and"),
        (WITNESS, "a *memorandum*", "a memorandum*"),
    ),
    "a headword in another script": (("editorial/glossary/things.yml", "headword: old tree", "headword: 中国"),),
    "a language without citation styles of its own": (
        ("source/witness.yml", "language: en", "language: tlh"),
        (EDITION, "complete: [date, directive, abbreviation, name]\n", ""),
        ("editorial/exclusions/all.yml", "  - {detector: date, form: always, reason: Without beginning or end.}\n", ""),
        ("editorial/exclusions/all.yml", "  - {detector: date, form: once, at: p4, reason: A frequency.}\n", ""),
    ),
    "an issuing body in another script": (
        ("source/witness.yml", "issuing_body: Hillside Society", "issuing_body: 协会"),
    ),
    **{f"the date {date}": ((TIMELINE, 'edtf: "185X"', f'edtf: "{date}"'),) for date in DATES},
    **{f"the target {date}": ((TIMELINE, 'edtf: "185X"', f'target: true\n    edtf: "{date}"'),) for date in DATES},
}


@pytest.mark.parametrize("case", COULD_BE_WRITTEN)
def test_what_could_be_written_is_built(case: str) -> None:
    found = outcome(changed(*COULD_BE_WRITTEN[case]))
    assert isinstance(found, dict), "\n".join(map(str, found))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (((WITNESS, "Pruning. Every tree", "Pru*ning. Every* tree"),), "source/report.txt:28:1: [W012]"),
        (((WITNESS, "Congress.Its members", "Congress.*Its members*"),), "source/report.txt:33:1: [E002]"),
    ],
)
def test_emphasis_that_crosses_something(changes: tuple[tuple[str, str, str], ...], expected: str) -> None:
    found = outcome(changed(*changes))
    assert isinstance(found, tuple)
    assert expected in "\n".join(map(str, found))
