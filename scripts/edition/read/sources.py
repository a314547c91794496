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
from edition.read.messages import example
from edition.read.readers.lines import character_errors, checksum_error, read_witness
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
        self.errors: list[Diagnostic] = []

    def text(self, name: str, form: str = "") -> str | None:
        data = self.files.get(name)
        if data is None:
            self.errors.append(Diagnostic(Where(name), "F001", "the file is missing", f"restore it, or write it{form}"))
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
            message = f"the byte 0x{data[error.start]:02x} is not UTF-8"
            self.errors.append(Diagnostic(Where(name, line, column), "F002", message, "save the file as UTF-8"))
            return None
        if not text.strip():
            self.errors.append(Diagnostic(Where(name), "F003", "the file is empty", f"restore its content{form}"))
            return None
        return text

    def yaml(self, name: str, model: type[L]) -> L | None:
        text = self.text(name, _form(model))
        if text is None:
            return None
        source, errors = parse_yaml(name, text)
        self.errors += errors
        if source is None:
            return None
        value, errors = validated(source, model)
        self.errors += errors
        return value

    def optional(self, name: str, model: type[L]) -> L | None:
        """A file that an edition may do without: where it is missing, the model's empty value."""
        if name in self.files:
            return self.yaml(name, model)
        return model(where=Where(name))

    def folder(self, name: str, model: type[L]) -> tuple[L, ...]:
        names = sorted(path for path in self.files if path.rpartition("/")[0] == name and path.endswith(".yml"))
        return tuple(value for file in names if (value := self.yaml(file, model)) is not None)


def _form(model: type[Located]) -> str:
    """The keys that a file has to have, as they may look."""
    required = [field.alias or name for name, field in model.model_fields.items() if field.is_required()]
    lines = ", ".join(example(name) for name in required if name != "where")
    return f" with at least {lines}" if lines else ""


def read_sources(files: Mapping[str, bytes]) -> Sources:
    """Type the files of source/ and editorial/, given by their POSIX path below the edition's folder.

    Raises EditionError with every error of every file.
    """
    reader = _Reader(files)
    record = reader.yaml("source/witness.yml", WitnessRecord)
    text = None
    if record:
        name = f"source/{record.file}"
        text = reader.text(name)
        if text is not None:
            reader.errors += checksum_error(name, files[name], record)
            reader.errors += character_errors(read_witness(name, text))
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
    if reader.errors:
        raise EditionError(reader.errors)
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
