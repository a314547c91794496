"""What can be wrong with an edition's sources, and how it is reported.

Every error is one `Diagnostic`, printed as `file:line:column: [CODE] what is wrong: what to do`. Codes are stable;
`CODES` is their list, and the page `docs/about/codes.md` is made from it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

# Unicode's categories of characters that show nothing, or steer what a terminal shows of the others.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(words: str) -> str:
    """`words` with characters that are unseen or change the direction as `\\u202e`, so that a terminal shows them."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(_escaped(char) if unicodedata.category(char) in _UNSEEN else char for char in words)


def _escaped(char: str) -> str:
    return f"\\U{ord(char):08x}" if ord(char) > 0xFFFF else f"\\u{ord(char):04x}"


@dataclass(frozen=True, order=True)
class Where:
    """A place in a source file: path relative to the project, 1-based line and column.

    `inside`, where a reader gives it, finds the places of what the mapping at this place holds; it takes no part in
    comparisons.
    """

    file: str
    line: int = 1
    column: int = 1
    inside: Any = field(default=None, compare=False, repr=False)

    def at(self, *path: str | int) -> Where:
        """The place of a value within the mapping at this place, by its keys and indexes; else this place."""
        found = self.inside.find(path) if self.inside else None
        return Where(self.file, *found) if found else self

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One error: where it is, its code, what is wrong, and what to do about it.

    Printed it is one line; only the advice may go on in further lines, which are indented.
    """

    where: Where
    code: str
    message: str
    advice: str

    def __str__(self) -> str:
        advice, *more = self.advice.split("\n    ")
        lines = [f"{self.where}: [{self.code}] {printable(self.message)}: {printable(advice)}"]
        return "\n    ".join([*lines, *map(printable, more)])


CODES: Final[dict[str, str]] = {
    "F001": "a file is missing",
    "F002": "a file is not UTF-8",
    "F003": "a file is empty",
    "F004": "a generated file is missing",
    "F005": "a generated file is out of date",
    "F006": "a file in a folder for generated files that no build writes",
    "F009": "a character that not every format can hold: a control character, a line separator, a noncharacter",
    "F020": "another command was still using docs/ when the waiting time was over",
    "F021": "a build was interrupted while it changed docs/",
    "F022": "the disk is full, or a limit on files is reached",
    "F023": "a file or folder that can’t be read or written",
    "F024": "a folder, file or link where something else belongs",
    "F026": "a name that the file system does not accept",
    "F027": "an address that the site can’t be served at",
    "F028": "another error that the system reports",
    "F029": "the site can’t be built from the pages",
    "Y001": "a file is not well-formed YAML",
    "Y002": "a key is missing, or a value does not have the documented form",
    "Y003": "an unknown key",
    "Y004": "a key is used twice in one mapping",
    "Y005": "an id is used twice",
    "Y006": "a reference to an id that does not exist",
    "Y007": "a list has the same item twice",
    "Y008": "an id that the engine uses itself",
    "Y009": "YAML that these files do not use: tags, merge keys, aliases of lists or mappings, keys that are no words, "
    "several documents, deep nesting",
    "W001": "the witness’s checksum differs from the recorded one",
    "W002": "a line of the front matter is not in the witness where it should be",
    "W003": "a division’s heading or first words are not in the witness",
    "W004": "a division is out of order",
    "W005": "running heads do not alternate: a page break is missing, or there is one too many",
    "W006": "a run-in heading does not open exactly one paragraph of its division",
    "W007": "text before the first division that is not declared as front matter",
    "W008": "an emphasis mark without a partner",
    "W009": "a page number in a running head that is not a number, or does not follow the page before it",
    "W010": "a report without numbered paragraphs",
    "W011": "a paragraph or item without words",
    "W012": "a run-in heading from which no unique anchor can be made",
    "L001": "a locus that the text does not have",
    "L002": "quoted words that are not at their locus",
    "L003": "quoted words that appear more than once at their locus",
    "L004": "a form that is not in its quote, or more than once",
    "E001": "an emendation’s lemma is not in the text, or more than once",
    "E002": "two changes affect the same words",
    "E003": "a normalisation changes more or fewer places than its count",
    "M001": "a variant without mentions",
    "M002": "one form claimed by two entries",
    "M003": "one place in the text claimed by two entries",
    "M004": "an exception that excludes nothing",
    "M005": "an entry that the text never mentions",
    "D001": "a date that is not EDTF, or that no page can show",
    "D002": "a date that contradicts the printed words",
    "D003": "an inferred date without the passage it is inferred from, or passages without a date",
    "G001": "an entry without a line that defines it",
    "G002": "a headword given as the report’s words that the report does not print",
    "G003": "an authority identifier of the wrong form",
    "G004": "a definition whose ground does not fit: the report’s without a passage, the editors’ without a source",
    "T001": "a brace in the editors’ words that belongs to no reference",
    "T002": "a reference in the editors’ words to something that does not exist",
    "S001": "a statement of the editors without a source",
    "S002": "a source that nothing cites",
    "S004": "a source read in the original, without the address where it was read",
    "S005": "a source read as a copy or in a report, without where it was read",
    "S008": "a source read in the original that also names another place",
    "R001": "an action or context that is not exactly once in its recommendation",
    "R002": "an unknown addressee",
    "R003": "an unknown theme",
    "R004": "words given as cue, verb, addressee, timeframe or instrument that are not in the passage",
    "R005": "a sentence of a recommendation that is neither action nor context",
    "R006": "an item of a division that recommends, missing from the recommendations",
    "R007": "actions or contexts of one recommendation overlap",
    "R008": "an unknown class of an entry among the recommendations",
    "R009": "an object that is not exactly once in its recommendation",
    "P001": "two things that would be written to the same file",
    "P002": "two things that would have the same anchor in a document",
    "C001": "an expression of time that is neither indexed nor excluded",
    "C002": "a call to action that is neither indexed nor excluded",
    "C003": "an abbreviation that is neither indexed nor excluded",
    "C004": "a name that is neither indexed nor excluded",
    "C005": "an exclusion that matches nothing",
    "C006": "an exclusion without a reason",
    "C007": "completeness requested for a language for which the detector has no data",
}


class EditionError(Exception):
    """Errors that stop the work: carries the diagnostics, at least one, in order of place, each once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("\n".join(map(str, self.diagnostics)))
