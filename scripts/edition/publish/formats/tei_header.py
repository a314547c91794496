"""The TEI header: what the document is, whose it is, and by what rules its text was made (TEI P5, chapter 2)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from edition.editorial import EntryKind
from edition.model.values import OperationKind
from edition.publish.citation.record import record
from edition.publish.markup.xml import Builder, Element
from edition.publish.view import View

TEI: Final = Builder("http://www.tei-c.org/ns/1.0")
RULES: Final = {
    OperationKind.EMENDATION: "correction",
    OperationKind.NORMALISATION: "normalization",
    OperationKind.RUNNING_HEAD: "segmentation",
    OperationKind.JOIN: "segmentation",
    OperationKind.EMPHASIS_MARK: "segmentation",
    OperationKind.LIST_MARKER: "segmentation",
}


def witness_id(view: View) -> str:
    """The id of the witness in the document."""
    return f"wit.{view.edition.editorial.witness.siglum}"


def header(view: View) -> Element:
    """The header."""
    return TEI("teiHeader", _file(view), _encoding(view), _profile(view))


def _file(view: View) -> Element:
    item, labels = record(view), view.labels
    maintainers = labels("edition.maintainers")
    return TEI(
        "fileDesc",
        TEI(
            "titleStmt",
            TEI("title", item["title"]),
            TEI("author", TEI("orgName", item["author"][0]["literal"])),
            TEI("respStmt", TEI("resp", labels("tei.edition")), TEI("name", maintainers), xml_id="editors"),
        ),
        TEI(
            "publicationStmt",
            TEI("publisher", maintainers),
            TEI("idno", item["id"], type="citation-key"),
            TEI("availability", _paragraph(view.edition.editorial.edition.notice), status="restricted"),
        ),
        TEI("sourceDesc", TEI("listWit", TEI("witness", _source(view), xml_id=witness_id(view)))),
    )


def _paragraph(words: str) -> Element:
    return TEI("p", TEI("seg", words))


def _source(view: View) -> Element:
    item, witness = record(view), view.edition.editorial.witness
    date = view.edition.editorial.edition.inferred_date
    place = item.get("publisher-place")
    provenance = view.labels("tei.provenance", obtained=witness.obtained, sha256=witness.sha256)
    return TEI(
        "bibl",
        TEI("title", item["title"]),
        TEI("author", item["author"][0]["literal"]),
        TEI("publisher", item["publisher"]),
        TEI("pubPlace", TEI("supplied", place, resp="#editors")) if place else None,
        TEI("date", item["note"], when=date, cert="medium", resp="#editors") if date else None,
        TEI("note", provenance, type="provenance"),
    )


def _encoding(view: View) -> Element:
    counts = Counter(operation.kind for operation in view.edition.text.operations)
    labels, declared = view.labels, []
    for name in ("correction", "normalization", "segmentation"):
        rules = [
            TEI("p", labels(f"tei.rule.{kind.name.lower()}", count=counts[kind]))
            for kind, element in RULES.items()
            if element == name and counts[kind]
        ]
        if rules:
            declared.append(TEI(name, *rules))
    voice = _paragraph(view.edition.editorial.edition.voice)
    kinds = (TEI("category", TEI("catDesc", labels(f"kind.{kind.value}")), xml_id=kind.value) for kind in EntryKind)
    return TEI(
        "encodingDesc",
        TEI("projectDesc", TEI("p", view.edition.editorial.edition.description)),
        TEI(
            "editorialDecl",
            *declared,
            TEI("interpretation", TEI("p", labels("tei.mentions")), TEI("p", labels("tei.pages")), voice),
        ),
        TEI("variantEncoding", method="parallel-segmentation", location="internal"),
        TEI("classDecl", TEI("taxonomy", *kinds, xml_id="kinds")),
    )


def _profile(view: View) -> Element:
    item, language = record(view), view.edition.editorial.witness.language
    words = [TEI("term", word) for word in view.edition.editorial.citation.keywords]
    return TEI(
        "profileDesc",
        TEI("abstract", TEI("p", item["abstract"]), resp="#editors") if "abstract" in item else None,
        TEI("langUsage", TEI("language", language, ident=language)),
        TEI("textClass", TEI("keywords", *words)) if words else None,
    )
