"""References in the editors' prose, headwords as shown and ordered, identifiers of authorities."""

from __future__ import annotations

import pytest

from edition.editorial import Definition, Entry
from edition.model.diagnostics import Where
from edition.model.identifiers import fault_of, identifier_url
from edition.model.prose import Reference, ReferenceKind, pieces, references, stray_brace

WHERE = Where("editorial/glossary/x.yml")


def entry(headword: str, **more: object) -> Entry:
    return Entry.model_validate({"where": WHERE, "id": "x", "headword": headword, **more})


def test_references_are_cut_out_of_the_words_around_them() -> None:
    assert list(pieces("See {p14} and {R7}.")) == [
        "See ",
        Reference(ReferenceKind.PLACE, "p14", None, "{p14}"),
        " and ",
        Reference(ReferenceKind.RECOMMENDATION, "R7", None, "{R7}"),
        ".",
    ]


def test_a_reference_can_have_its_own_words() -> None:
    (found,) = references("{entry:red-lines|the limits}")
    assert (found.kind, found.id, found.words) == (ReferenceKind.ENTRY, "red-lines", "the limits")


def test_an_unknown_kind_is_taken_as_a_place_and_so_not_found() -> None:
    assert references("{thing:x}")[0].kind is ReferenceKind.PLACE


@pytest.mark.parametrize("text", ["left {open", "closed} twice", "{a{b}"])
def test_stray_braces_are_found(text: str) -> None:
    assert stray_brace(text)


def test_braces_of_references_are_not_stray() -> None:
    assert stray_brace("{p1}, {event:x|y}") is None


def test_a_doubled_brace_is_a_brace() -> None:
    assert list(pieces("{{x}} and {p1}")) == ["{x} and ", Reference(ReferenceKind.PLACE, "p1", None, "{p1}")]
    assert stray_brace("{{x}}") is None


@pytest.mark.parametrize(
    ("headword", "order"),
    [
        ("A position of strength", "position of strength"),
        ("The Society", "society"),
        ("Another", "another"),
        ("“An apple”", "apple"),
    ],
)
def test_order_ignores_a_leading_article(headword: str, order: str) -> None:
    assert entry(headword).order == order


def test_words_of_the_report_are_in_quotation_marks() -> None:
    assert entry("hype", words="report").printed == "“hype”"
    assert entry("hype").printed == "hype"


def test_the_gist_is_the_definition() -> None:
    definition = Definition(where=WHERE, text="Noise.", by="editors", general=True)
    assert entry("hype", definition=definition).gist == "Noise."


@pytest.mark.parametrize("good", ["wikidata:Q148", "viaf:113230702", "isni:0000000121032683", "un-treaty:I-54113"])
def test_identifiers_of_the_right_form(good: str) -> None:
    assert fault_of(good) is None


@pytest.mark.parametrize("bad", ["Q148", "wikidata:148", "isni:0000000121032684", "un-treaty:54113", "orcid:1"])
def test_identifiers_of_the_wrong_form(bad: str) -> None:
    assert fault_of(bad)


def test_identifiers_have_an_address_where_their_scheme_has() -> None:
    assert identifier_url("wikidata:Q148") == "https://www.wikidata.org/entity/Q148"
    assert identifier_url("un-treaty:I-54113") is None
