"""From the bytes of source/ and editorial/ to typed values, with every error of every file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from edition.editorial import (
    CitationRecord,
    DetectorsFile,
    Divisions,
    EditionRecord,
    Editorial,
    Emendations,
    ExclusionsFile,
    GlossaryFile,
    Located,
    RecommendationsFile,
    SourcesFile,
    TimelineFile,
    WitnessRecord,
)
from edition.model.diagnostics import Diagnostic, EditionError, Where
from edition.read.readers.lines import checksum_fault
from edition.read.yaml import parse_yaml, validated

L = TypeVar("L", bound=Located)


@dataclass(frozen=True)
class Sources:
    """Everything read from source/ and editorial/: the witness's file name and text, and the editors' data."""

    witness_file: str
    witness_text: str
    editorial: Editorial


class _Reader:
    """Reads files, given by path, and collects what is wrong with them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.faults: list[Diagnostic] = []

    def text(self, name: str) -> str | None:
        data = self.files.get(name)
        if data is None:
            self.faults.append(Diagnostic(Where(name), "F001", "the file is missing", "restore it or write it"))
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = error.start - data.rfind(b"\n", 0, error.start)
            message = f"byte 0x{data[error.start]:02x} is not UTF-8"
            self.faults.append(Diagnostic(Where(name, line, column), "F002", message, "save the file as UTF-8"))
            return None
        if not text.strip():
            self.faults.append(Diagnostic(Where(name), "F003", "the file is empty", "restore its content"))
            return None
        return text

    def yaml(self, name: str, model: type[L]) -> L | None:
        text = self.text(name)
        if text is None:
            return None
        source, faults = parse_yaml(name, text)
        self.faults += faults
        if source is None:
            return None
        value, faults = validated(source, model)
        self.faults += faults
        return value

    def optional(self, name: str, model: type[L]) -> L | None:
        """A file that an edition may do without: where it is missing, the model's empty value."""
        if name in self.files:
            return self.yaml(name, model)
        return model(where=Where(name))

    def folder(self, name: str, model: type[L]) -> tuple[L, ...]:
        names = sorted(path for path in self.files if path.rpartition("/")[0] == name and path.endswith(".yml"))
        return tuple(value for file in names if (value := self.yaml(file, model)) is not None)


def read_sources(files: Mapping[str, bytes]) -> Sources:
    """Type the files of source/ and editorial/, given by their POSIX path below the edition's folder.

    Raises EditionError with every fault of every file.
    """
    reader = _Reader(files)
    record = reader.yaml("source/witness.yml", WitnessRecord)
    text = None
    if record:
        name = f"source/{record.file}"
        text = reader.text(name)
        if text is not None:
            reader.faults += checksum_fault(name, files[name], record)
    edition = reader.yaml("editorial/edition.yml", EditionRecord)
    citation = reader.optional("editorial/citation.yml", CitationRecord)
    divisions = reader.yaml("editorial/divisions.yml", Divisions)
    emendations = reader.optional("editorial/emendations.yml", Emendations)
    glossary = reader.folder("editorial/glossary", GlossaryFile)
    timeline = reader.optional("editorial/timeline.yml", TimelineFile)
    recommendations = reader.optional("editorial/recommendations.yml", RecommendationsFile)
    sources = reader.folder("editorial/sources", SourcesFile)
    exclusions = reader.folder("editorial/exclusions", ExclusionsFile)
    detectors = reader.optional("editorial/detectors.yml", DetectorsFile)
    if reader.faults:
        raise EditionError(reader.faults)
    assert record and text is not None and edition and divisions and emendations and timeline and recommendations
    assert citation and detectors
    editorial = Editorial(
        edition=edition,
        citation=citation,
        witness=record,
        divisions=divisions,
        emendations=emendations,
        glossary=glossary,
        timeline=timeline,
        recommendations=recommendations,
        sources=tuple(source for file in sources for source in file.sources),
        exclusions=tuple(item for file in exclusions for item in file.exclusions),
        detectors=detectors,
    )
    return Sources(f"source/{record.file}", text, editorial)
