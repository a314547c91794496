"""What the editors write, as typed values. Every mapping of the YAML becomes a frozen model that knows its place.

The form of each file is documented in editorial/README.md. The models reject unknown keys; a reader that keeps
positions adds `where` to each mapping (see `yaml_source`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from .dates import read_edtf
from .diagnostics import Where

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Form = Annotated[str, StringConstraints(min_length=1)]


def _edtf(value: str) -> str:
    read_edtf(value)
    return value


Edtf = Annotated[str, AfterValidator(_edtf)]
Detector = Literal["name", "abbreviation", "date", "directive"]


class Located(BaseModel):
    """A mapping of a YAML file, with its place."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    where: Where


class RunningHead(Located):
    """A running head of the witness; `side` is the page side it stands on."""

    side: Literal["recto", "verso"]
    pattern: Form


class WitnessRecord(Located):
    """source/witness.yml: what the witness is and how to read it."""

    siglum: Text
    file: Text
    title: Text
    subtitle: Text | None = None
    issuing_body: Text
    issuing_body_full: Text | None = None
    language: Text
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    obtained: Text
    first_page: int = 1
    first_side: Literal["recto", "verso"] = "recto"
    running_heads: tuple[RunningHead, ...] = ()
    item_marker: Form = "- "
    emphasis: Form = "*"


class FrontMatter(Located):
    """A line of the front matter: the anchor it gets and the words it begins with."""

    id: Id
    label: Text
    line: Form


class DivisionEntry(Located):
    """A part of the report, found by its printed heading or, where it has none, by its first words."""

    id: Id
    title: Text
    heading: Form | None = None
    starts: Form | None = None
    slug: Id | None = None
    summary: Text
    page: bool = True
    recommends: bool = False
    run_in: tuple[Form, ...] = ()
    parts: tuple[DivisionEntry, ...] = ()


class Divisions(Located):
    """editorial/divisions.yml."""

    front_matter: tuple[FrontMatter, ...] = ()
    divisions: Annotated[tuple[DivisionEntry, ...], Field(min_length=1)]


class Normalisation(Located):
    """A typographic change made wherever `find` occurs; `count` is how often that is."""

    id: Id
    label: Text
    find: Form
    replace: Form
    count: int
    reason: Text


class Emendation(Located):
    """A single mended place: the witness's words (`lemma`) and what the edition reads."""

    id: Id
    at: Text
    lemma: Form
    reading: str
    reason: Text


class TextNote(Located):
    """A note on a place that stays as it is."""

    id: Id
    at: Text
    quote: Form
    text: Text
    kind: Text


class Emendations(Located):
    """editorial/emendations.yml."""

    normalisations: tuple[Normalisation, ...] = ()
    emendations: tuple[Emendation, ...] = ()
    notes: tuple[TextNote, ...] = ()


class Place(Located):
    """A locus and quoted words; `form`, inside the quote, narrows it."""

    at: Text
    quote: Form
    form: Form | None = None


class Exception_(Place):
    """A place where a variant does not mean the entry it stands under."""

    reason: Text


class Sense(Place):
    """What a headword means in the report, in the editors' attributed words, and the passage that carries it."""

    sense: Text


class Reported(Place):
    """A place where the report gives a person's words."""

    how: Literal["quotation", "paraphrase"]


class Sourced(Located):
    """A statement of the editors and the ids of the sources it rests on."""

    text: Text
    sources: tuple[Id, ...] = ()


class Contrast(Located):
    """A look-alike, and why it is not the same."""

    entry: Id
    why: Text


class EntryKind(StrEnum):
    """The six kinds of glossary entries."""

    CONCEPT = "concept"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    PLACE = "place"
    ISSUE = "issue"


class Entry(Located):
    """A glossary entry."""

    id: Id
    headword: Text
    sort: Text | None = None
    variants: tuple[Form, ...] = ()
    mentions: tuple[Place, ...] = ()
    except_: tuple[Exception_, ...] = Field(default=(), alias="except")
    link: bool = True
    senses: Annotated[tuple[Sense, ...], Field(min_length=1)]
    office: tuple[Place, ...] = ()
    reported: tuple[Reported, ...] = ()
    expansion: Sourced | None = None
    note: Sourced | None = None
    see: tuple[Id, ...] = ()
    contrast: tuple[Contrast, ...] = ()

    @property
    def order(self) -> str:
        """The key entries are put in order by."""
        return (self.sort or self.headword).strip("“”\"'‘’").casefold()


class GlossaryFile(Located):
    """A file of editorial/glossary/."""

    kind: EntryKind
    entries: tuple[Entry, ...] = ()


class Ground(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    INFERABLE = "inferable"
    SUPPLIED = "supplied"


class Category(Located):
    """A category of events."""

    id: Id
    label: Text
    scope: Text | None = None


class Disagreement(Located):
    """Another event whose statement conflicts with this one."""

    event: Id
    why: Text


class Event(Located):
    """An event of the timeline."""

    id: Id
    title: Text
    edtf: Text
    ground: Ground
    category: Id
    target: bool = False
    loci: Annotated[tuple[Place, ...], Field(min_length=1)]
    from_: tuple[Place, ...] = Field(default=(), alias="from")
    sources: tuple[Id, ...] = ()
    note: Sourced | None = None
    disagrees: tuple[Disagreement, ...] = ()


class TimelineFile(Located):
    """editorial/timeline.yml."""

    categories: tuple[Category, ...] = ()
    events: tuple[Event, ...] = ()


class Theme(Located):
    """A theme of recommendations."""

    id: Id
    label: Text
    scope: Text


class Addressee(Located):
    """Who can be asked to act."""

    id: Id
    label: Text


class Action(Located):
    """One atomic thing that a passage asks for: a verbatim span, and what its words say."""

    text: Form
    cue: Form
    verb: Form
    polarity: Literal["do", "stop", "refrain"]
    addressees: Annotated[tuple[Id, ...], Field(min_length=1)]
    addressee: Form | None = None
    themes: Annotated[tuple[Id, ...], Field(min_length=1)]
    timeframe: Form | None = None
    instrument: Form | None = None


class Recommendation(Located):
    """A recommendation (R…, a whole item) or a directive in the running argument (A…, a quoted passage)."""

    id: Annotated[str, StringConstraints(pattern=r"^[RA][1-9][0-9]*$")]
    at: Text
    quote: Form | None = None
    voice: Literal["report", "quoted", "endorsed"] = "report"
    speaker: Id | None = None
    actions: Annotated[tuple[Action, ...], Field(min_length=1)]
    context: tuple[Form, ...] = ()
    note: Sourced | None = None


class RecommendationsFile(Located):
    """editorial/recommendations.yml."""

    addressees: tuple[Addressee, ...] = ()
    themes: tuple[Theme, ...] = ()
    entries: tuple[Recommendation, ...] = ()


class Source(Located):
    """A public source of the editors' statements."""

    id: Id
    title: Text
    body: Text
    date: Edtf
    url: str | None = None
    kind: Literal["official", "reference", "news", "scholarly"]
    verified: str


class SourcesFile(Located):
    """A file of editorial/sources/."""

    sources: tuple[Source, ...] = ()


class Exclusion(Located):
    """Something a detector finds and no index needs, with the reason."""

    detector: Detector
    form: Form
    at: Text | None = None
    reason: str


class ExclusionsFile(Located):
    """A file of editorial/exclusions/."""

    exclusions: tuple[Exclusion, ...] = ()


class KeyedText(Located):
    """A heading and its words, for the home page."""

    title: Text
    text: Text


class Foreign(Located):
    """Words of another language than the report's, as printed, and the language (BCP 47)."""

    form: Form
    lang: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]


class EditionRecord(Located):
    """editorial/edition.yml: the words of the site that are neither the report's nor the engine's."""

    site_name: Text
    description: Text
    lead: Text
    voice: Text
    notice: Text
    complete: tuple[Detector, ...] = ()
    inferred_date: Text | None = None
    inferred_date_from: tuple[Place, ...] = ()
    about: tuple[KeyedText, ...] = ()
    languages: tuple[Foreign, ...] = ()


class CitationRecord(Located):
    """editorial/citation.yml: what a citation needs beyond the witness and the edition's record."""

    id: Id | None = None
    short_title: Text | None = None
    genre: Text = "Report"
    place: Sourced | None = None
    abstract: Text | None = None
    keywords: tuple[Text, ...] = ()
    url: Text | None = None


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
