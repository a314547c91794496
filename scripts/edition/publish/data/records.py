"""The records of the data files: one model each, from which file, JSON Schema and documentation are made."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A row of a data file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Paragraph(Record):
    """A numbered paragraph or list item of the report."""

    id: str = Field(description="Anchor, the same on every page and in every format: `p12`.")
    number: int = Field(description="Number, continuous through the report, from 1.")
    kind: str = Field(description="`paragraph` or `item` (of a list).")
    division: str = Field(description="Id of the section it belongs to.")
    page: int = Field(description="Inferred page of the witness on which it begins.")
    last_page: int = Field(description="Inferred page of the witness on which it ends.")
    text: str = Field(description="The reading text, without markup.")
    url: str = Field(description="Address on the page of its section, relative to the site’s root.")


class FrontLine(Record):
    """A line of the front matter or a printed heading: not numbered, but with an anchor."""

    id: str = Field(description="Anchor.")
    kind: str = Field(description="`front` or `heading`.")
    division: str = Field(description="Id of the section it heads; empty for the front matter.")
    page: int = Field(description="Inferred page of the witness.")
    text: str = Field(description="The reading text, without markup.")
    url: str = Field(description="Address on the page of its section, relative to the site’s root.")


class DivisionRow(Record):
    """A section of the report."""

    id: str = Field(description="Id and anchor of its heading.")
    title: str = Field(description="Title.")
    supplied: bool = Field(description="Whether the title is the editors’ (the report prints none).")
    level: int = Field(description="Depth, from 1.")
    parent: str | None = Field(description="Id of the section that contains it.")
    summary: str = Field(description="The editors’ summary, one sentence.")
    first: int | None = Field(description="Number of its own first paragraph (without subsections).")
    last: int | None = Field(description="Number of its own last paragraph (without subsections).")
    words: int = Field(description="Words, including subsections.")
    url: str = Field(description="Address, relative to the site’s root.")


class PassageRow(Record):
    """Words of the text, by place."""

    paragraph: str = Field(description="Id of the paragraph, or anchor of a heading or of a line of the front matter.")
    start: int = Field(description="First character in the text of the paragraph, from 0.")
    end: int = Field(description="Character after the last.")
    text: str = Field(description="The words.")


class MentionRow(Record):
    """A mention of an entry."""

    paragraph: str = Field(description="Id of the paragraph, or anchor of a heading or of a line of the front matter.")
    start: int = Field(description="First character in the text of the paragraph, from 0.")
    end: int = Field(description="Character after the last.")
    form: str = Field(description="The form as printed.")


class DefinitionRow(Record):
    """The line that says what a headword is."""

    text: str = Field(description="The definition.")
    by: str = Field(description="report (with the passage) or editors.")
    passage: PassageRow | None = Field(description="The passage that carries it, where it is the report’s.")
    sources: list[str] = Field(description="Ids of the sources, where it is the editors’.")
    general: bool = Field(description="Whether it is general knowledge that needs no source.")


class SenseRow(Record):
    """A sense and the passage it is based on."""

    sense: str = Field(description="The sense in the report, in the editors’ words.")
    passage: PassageRow = Field(description="The passage it is based on.")


class Stated(Record):
    """A statement of the editors."""

    text: str = Field(description="The statement.")
    sources: list[str] = Field(description="Ids of its sources.")


class ContrastRow(Record):
    """Another entry, not to be confused with this one."""

    entry: str = Field(description="Id of the other entry.")
    why: str = Field(description="Why the two are not the same.")


class GlossaryRow(Record):
    """A glossary entry."""

    id: str = Field(description="Id and anchor.")
    headword: str = Field(description="Headword; in quotation marks where the words are the report’s.")
    words: str = Field(description="Whose words the headword is: editors or report.")
    kind: str = Field(description="concept, person, organisation, document, place or issue.")
    variants: list[str] = Field(description="Forms as printed, most frequent first.")
    definition: DefinitionRow | None = Field(description="What it is.")
    senses: list[SenseRow] = Field(description="Senses in the report.")
    office: list[PassageRow] = Field(description="Persons: the office as the report gives it.")
    reported: list[PassageRow] = Field(description="Persons: where the report gives their words.")
    expansion: Stated | None = Field(description="The editors’ expansion of an abbreviation.")
    note: Stated | None = Field(description="The editors’ note.")
    see: list[str] = Field(description="Ids of related entries.")
    same_as: list[str] = Field(description="Its addresses or identifiers in authority files.")
    contrast: list[ContrastRow] = Field(description="Entries not to be confused with this one.")
    count: int = Field(description="Number of mentions.")
    mentions: list[MentionRow] = Field(description="All mentions in order.")
    url: str = Field(description="Address, relative to the site’s root.")


class EventRow(Record):
    """An event, date or target."""

    id: str = Field(description="Id and anchor.")
    title: str = Field(description="The editors’ label.")
    edtf: str = Field(description="The date in EDTF (ISO 8601-2).")
    earliest: str | None = Field(description="Earliest possible day; null where open.")
    latest: str | None = Field(description="Latest possible day; null where open.")
    precision: str = Field(description="day, month, season, year, decade, century, interval, set or other.")
    ground: str = Field(description="Basis for the date: stated, inferable or supplied.")
    category: str = Field(description="Id of the category.")
    target: bool = Field(description="Whether it is a future target.")
    printed: list[PassageRow] = Field(description="The expressions as printed.")
    quotations: list[PassageRow] = Field(description="The passages they appear in.")
    inferred_from: list[PassageRow] = Field(description="The passages from which an inferable date is inferred.")
    sources: list[str] = Field(description="Ids of the sources of a supplied date.")
    note: Stated | None = Field(description="The editors’ note.")
    disagrees: list[str] = Field(description="Ids of events that conflict with this one.")
    url: str = Field(description="Address, relative to the site’s root.")


class ActionRow(Record):
    """One action that is called for."""

    text: str = Field(description="The words, verbatim.")
    object: str | None = Field(description="Words of the same sentence, verbatim, that the text leaves out.")
    start: int = Field(description="First character in the text of the paragraph, from 0.")
    end: int = Field(description="Character after the last.")
    cue: str = Field(description="The words that make it a call to action.")
    verb: str = Field(description="The verb as printed.")
    polarity: str = Field(description="do, stop or refrain.")
    addressees: list[str] = Field(description="Addressees, from the controlled list.")
    addressee: str | None = Field(description="Addressee as printed; null where the sentence names nobody.")
    themes: list[str] = Field(description="Themes, from the controlled list.")
    timeframe: str | None = Field(description="When, as printed.")
    instrument: str | None = Field(description="By what means, as printed.")


class RecommendationRow(Record):
    """A recommendation (R…) or another call to action (A…)."""

    id: str = Field(description="Id; its anchor is the same in lower case.")
    paragraph: str = Field(description="Id of the paragraph or item.")
    start: int = Field(description="First character in the text of the paragraph, from 0.")
    end: int = Field(description="Character after the last.")
    text: str = Field(description="The words, verbatim.")
    division: str = Field(description="Id of the section.")
    heading: str = Field(description="The run-in heading above it, or the title of its section.")
    class_: str = Field(alias="class", description="demand, proposal, commitment, condition or reported-position.")
    voice: str = Field(description="report, quoted or endorsed.")
    speaker: str | None = Field(description="Id of the person quoted or endorsed.")
    addressees: list[str] = Field(description="Addressees of all its actions.")
    themes: list[str] = Field(description="Themes of all its actions.")
    actions: list[ActionRow] = Field(description="The actions it calls for, one by one.")
    context: list[str] = Field(description="Sentences that make no request.")
    note: Stated | None = Field(description="The editors’ note.")
    url: str = Field(description="Address, relative to the site’s root.")


class OperationRow(Record):
    """A recorded change to the source text."""

    id: str = Field(description="Id.")
    kind: str = Field(description="running head, join, list marker, emphasis mark, normalisation or emendation.")
    start: int = Field(description="First character in the witness, from 0.")
    end: int = Field(description="Character after the last.")
    line: int = Field(description="Line of the witness, from 1.")
    page: int = Field(description="Inferred page.")
    paragraph: str | None = Field(description="The unit that it changes.")
    lemma: str = Field(description="What the witness reads.")
    reading: str = Field(description="What the edition reads.")
    reason: str = Field(description="Why.")


class OpenedRow(Record):
    """Where a copy or a report of a source was read."""

    title: str | None = Field(description="Title; null where it is the original’s.")
    body: str = Field(description="Who publishes it.")
    date: str | None = Field(description="Date (EDTF); null where it gives none.")
    url: str = Field(description="Address.")


class SourceRow(Record):
    """A public source of the editors’ statements."""

    id: str = Field(description="Id.")
    title: str = Field(description="Title of the original.")
    body: str = Field(description="Who issued the original.")
    date: str | None = Field(description="Date of the original (EDTF); null where it gives none.")
    url: str | None = Field(description="Address of the original; read there only where `read` is `original`.")
    kind: str = Field(description="What the original is: official, party, reference, news or scholarly.")
    read: str = Field(description="What was read: `original`, `copy` or `report-of-it`.")
    read_at: OpenedRow | None = Field(description="Where the copy or the report was read; null for an original.")
    verified: str = Field(description="What was read there and what it confirms.")
