"""What can be wrong with an edition's sources, and how it is said.

Every fault is one `Diagnostic`, printed as `file:line:column: [CODE] message: what to do`. Codes are stable; `CODES` is
their list and the page `docs/about/codes.md` is made from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, order=True)
class Where:
    """A place in a source file: path relative to the project, 1-based line and column."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault: where it is, its code, what is wrong, and what to do about it."""

    where: Where
    code: str
    message: str
    advice: str

    def __str__(self) -> str:
        return f"{self.where}: [{self.code}] {self.message}: {self.advice}"


CODES: Final[dict[str, str]] = {
    "F001": "a file is missing",
    "F002": "a file is not UTF-8",
    "F003": "a file is empty",
    "F004": "a generated file is missing",
    "F005": "a generated file is stale",
    "F006": "a file stands where only generated files may, and nothing generates it",
    "F007": "a published anchor has disappeared",
    "F008": "a new anchor is not yet in the list of published anchors",
    "Y001": "a file is not well-formed YAML",
    "Y002": "a key or value is not of the documented form",
    "Y003": "an unknown key",
    "Y004": "a key occurs twice in one mapping",
    "Y005": "an id is used twice",
    "Y006": "a reference to an id that no entry has",
    "W001": "the witness’s checksum differs from the recorded one",
    "W002": "a line of the front matter is not in the witness where it should be",
    "W003": "a division’s heading or first words are not in the witness",
    "W004": "a division is out of order",
    "W005": "running heads do not alternate: a page break is missing or one too many",
    "W006": "a run-in heading opens no paragraph of its division",
    "W007": "text stands before the first division and is no declared front matter",
    "W008": "an emphasis mark has no partner",
    "L001": "a locus that the text does not have",
    "L002": "quoted words that are not at their locus",
    "L003": "quoted words that occur more than once at their locus",
    "L004": "a form that is not in its quote, or more than once",
    "E001": "an emendation’s lemma is not in the text, or more than once",
    "E002": "two operations change the same words",
    "E003": "a normalisation changes more or fewer places than it says",
    "M001": "a variant that never occurs as a mention",
    "M002": "one form claimed by two entries",
    "M003": "one place in the text claimed by two entries",
    "M004": "an exception that takes nothing out",
    "M005": "an entry that the text never mentions",
    "D001": "a date that is not EDTF",
    "D002": "a date outside what its quoted words can mean",
    "D003": "an inferred date without the passage it is inferred from",
    "G001": "an entry without a line that defines it",
    "G002": "a headword given as the report’s words that the report does not print",
    "G003": "an authority identifier of the wrong form",
    "G004": "a definition whose ground does not fit: the report’s without a passage, the editors’ without a source",
    "P001": "a brace in the editors’ prose that belongs to no reference",
    "P002": "a reference in the editors’ prose to something that does not exist",
    "S001": "a statement of the editors without a source",
    "S002": "a source that nothing cites",
    "S003": "a source that does not say what was read and what it confirms",
    "S004": "a source read in the original, without the address where it was read",
    "S005": "a source read as a copy or in a report, without where it was read",
    "S006": "an address that is not an http or https address",
    "S007": "a reading other than original, copy or report-of-it",
    "S008": "a source read in the original that also names another place",
    "R001": "an action that is no exact substring of its recommendation",
    "R002": "an unknown addressee",
    "R003": "an unknown theme",
    "R004": "words given as cue, verb, addressee, timeframe or instrument that are not in the passage",
    "R005": "a sentence of a recommendation that is neither action nor context",
    "R006": "an item of the recommending divisions that is not in the register",
    "R007": "two actions of one recommendation overlap",
    "R008": "an unknown class of an entry of the register",
    "R009": "an object that is no exact substring of its recommendation",
    "C001": "a temporal expression neither indexed nor excluded",
    "C002": "a directive neither indexed nor excluded",
    "C003": "an abbreviation neither indexed nor excluded",
    "C004": "a name neither indexed nor excluded",
    "C005": "an exclusion that matches nothing",
    "C006": "an exclusion without a reason",
}


class EditionError(Exception):
    """Faults that stop the work: carries the diagnostics, at least one."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(map(str, self.diagnostics)))
