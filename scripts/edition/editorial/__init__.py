"""What the editors write, as typed values. Every mapping of the YAML becomes a frozen model that knows its place.

The form of each file is documented in editorial/README.md. The models reject unknown keys; the reader adds `where` to
each mapping (see `edition.read.yaml`).
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from edition.editorial.base import Detector, Located, Place, Sourced
from edition.editorial.detectors import FILE as DETECTORS_FILE
from edition.editorial.detectors import DatePatterns, DetectorsFile
from edition.editorial.glossary import Contrast, Definition, Entry, EntryKind, Exception_, GlossaryFile, Reported, Sense
from edition.editorial.recommendations import (
    Action,
    Addressee,
    Recommendation,
    RecommendationClass,
    RecommendationsFile,
    Theme,
    Withdrawn,
)
from edition.editorial.records import (
    CitationRecord,
    EditionRecord,
    Exclusion,
    ExclusionsFile,
    Foreign,
    KeyedText,
    Opened,
    Original,
    Reading,
    Source,
    SourcesFile,
)
from edition.editorial.timeline import Category, Disagreement, Event, Ground, Locus, TimelineFile
from edition.editorial.witness import (
    DivisionEntry,
    Divisions,
    Emendation,
    Emendations,
    FrontMatter,
    Normalisation,
    RunningHead,
    TextNote,
    WitnessRecord,
)
from edition.model.diagnostics import Where

__all__ = [
    "Action",
    "Addressee",
    "Category",
    "CitationRecord",
    "Contrast",
    "DatePatterns",
    "Definition",
    "Detector",
    "DetectorsFile",
    "Disagreement",
    "DivisionEntry",
    "Divisions",
    "EditionRecord",
    "Editorial",
    "Emendation",
    "Emendations",
    "Entry",
    "EntryKind",
    "Event",
    "Exception_",
    "Exclusion",
    "ExclusionsFile",
    "Foreign",
    "FrontMatter",
    "GlossaryFile",
    "Ground",
    "KeyedText",
    "Located",
    "Locus",
    "Normalisation",
    "Opened",
    "Original",
    "Place",
    "Reading",
    "Recommendation",
    "RecommendationClass",
    "RecommendationsFile",
    "Reported",
    "RunningHead",
    "Sense",
    "Source",
    "Sourced",
    "SourcesFile",
    "TextNote",
    "Theme",
    "TimelineFile",
    "Withdrawn",
    "WitnessRecord",
]


class Editorial(BaseModel):
    """All that the editors write, read and typed, not yet resolved against the text."""

    model_config = ConfigDict(frozen=True)
    edition: EditionRecord
    citation: CitationRecord
    witness: WitnessRecord
    divisions: Divisions
    emendations: Emendations
    glossary: tuple[GlossaryFile, ...]
    timeline: TimelineFile
    recommendations: RecommendationsFile
    sources: tuple[Source, ...]
    exclusions: tuple[Exclusion, ...]
    detectors: DetectorsFile = DetectorsFile(where=Where(DETECTORS_FILE))
