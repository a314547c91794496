"""The TEI header: what the document is, whose it is, and by what rules its text was made (TEI P5, chapter 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.editorial import EntryKind
from edition.model.values import OperationKind
from edition.publish.markup.xml import element, text_element
from edition.publish.pages import cite
from edition.publish.plan import View

RULES = {
    OperationKind.EMENDATION: ("correction", "Emended places; each stands in an app with what the witness reads."),
    OperationKind.NORMALISATION: ("normalization", "Normalisations of typography, made throughout."),
    OperationKind.RUNNING_HEAD: ("segmentation", "Running heads, taken out of the text and kept as fw."),
    OperationKind.JOIN: ("segmentation", "Paragraphs joined across a page break."),
    OperationKind.EMPHASIS_MARK: ("segmentation", "Marks of emphasis in the received text, given as emph."),
    OperationKind.LIST_MARKER: ("segmentation", "Marks of list items, given as item."),
}


def witness_id(view: View) -> str:
    """The id of the witness in the document."""
    return f"wit.{view.edition.editorial.witness.siglum}"


def render(view: View) -> Iterator[str]:
    """The header, line by line."""
    yield "<teiHeader>"
    yield from _file(view)
    yield from _encoding(view)
    yield from _profile(view)
    yield "</teiHeader>"


def _file(view: View) -> Iterator[str]:
    item, editorial = cite.record(view), view.edition.editorial
    author = item["author"][0]["literal"]
    yield "<fileDesc>\n<titleStmt>"
    yield text_element("title", item["title"])
    yield f"<author>{text_element('orgName', author)}</author>"
    responsible = "<resp>digital edition</resp><name>The maintainers of this edition</name>"
    yield f'<respStmt xml:id="editors">{responsible}</respStmt>'
    yield "</titleStmt>"
    yield "<publicationStmt>"
    yield "<publisher>The maintainers of this edition</publisher>"
    yield text_element("idno", item["id"], type="citation-key")
    yield f'<availability status="restricted"><p>{text_element("seg", editorial.edition.notice)}</p></availability>'
    yield "</publicationStmt>"
    yield "<sourceDesc>"
    yield from _source(view)
    yield "</sourceDesc>\n</fileDesc>"


def _source(view: View) -> Iterator[str]:
    item, witness = cite.record(view), view.edition.editorial.witness
    date = view.edition.editorial.edition.inferred_date
    yield "<listWit>"
    yield element("witness", xml_id=witness_id(view))[0]
    yield "<bibl>"
    yield text_element("title", item["title"])
    yield text_element("author", item["author"][0]["literal"])
    yield text_element("publisher", item["publisher"])
    if "publisher-place" in item:
        yield f'<pubPlace><supplied resp="#editors">{item["publisher-place"]}</supplied></pubPlace>'
    if date:
        yield text_element("date", item["note"], when=date, cert="medium", resp="#editors")
    yield text_element("note", f"{witness.obtained} SHA-256 {witness.sha256}.", type="provenance")
    yield "</bibl>"
    yield "</witness>\n</listWit>"


def _encoding(view: View) -> Iterator[str]:
    counts = Counter(operation.kind for operation in view.edition.text.operations)
    yield "<encodingDesc>"
    yield f"<projectDesc>{text_element('p', view.edition.editorial.edition.description)}</projectDesc>"
    yield "<editorialDecl>"
    for element_name in ("correction", "normalization", "segmentation"):
        said = [(kind, words) for kind, (name, words) in RULES.items() if name == element_name and counts[kind]]
        if said:
            yield f"<{element_name}>"
            yield from (text_element("p", f"{words} Places: {counts[kind]}.") for kind, words in said)
            yield f"</{element_name}>"
    yield "<interpretation>"
    yield "<p>Every mention of a name, term or date is tagged and points to the glossary or timeline in the back.</p>"
    yield "<p>The pages are inferred; pb has the editors’ numbers. Paragraphs and items are numbered throughout.</p>"
    yield f"<p>{text_element('seg', view.edition.editorial.edition.voice)}</p>"
    yield "</interpretation>\n</editorialDecl>"
    yield '<variantEncoding method="parallel-segmentation" location="internal"/>'
    yield '<classDecl>\n<taxonomy xml:id="kinds">'
    for kind in EntryKind:
        yield f'<category xml:id="{kind.value}"><catDesc>{kind.value}</catDesc></category>'
    yield "</taxonomy>\n</classDecl>\n</encodingDesc>"


def _profile(view: View) -> Iterator[str]:
    item, language = cite.record(view), view.edition.editorial.witness.language
    yield "<profileDesc>"
    if "abstract" in item:
        yield f'<abstract resp="#editors">{text_element("p", item["abstract"])}</abstract>'
    yield f'<langUsage><language ident="{language}">{language}</language></langUsage>'
    if "keyword" in item:
        yield "<textClass><keywords>"
        yield from (text_element("term", word) for word in item["keyword"].split("; "))
        yield "</keywords></textClass>"
    yield "</profileDesc>"
