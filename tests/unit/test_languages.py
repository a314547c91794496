"""The languages' data: every file is read, its patterns compile, and what has no data finds nothing."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from edition.editorial import DatePatterns, DetectorsFile
from edition.index.detect import Detectors
from edition.index.languages import Language, language
from edition.model.diagnostics import Where
from edition.model.values import Found, Unit, UnitKind

TAGS = sorted(path.stem for path in (ROOT / "scripts/edition/index/languages").glob("*.toml"))
HERE = Where("editorial/detectors.yml")
TEXT = "On May 4, 1919, the UN should act. Later the Ministry met."


def units(text: str) -> list[Unit]:
    return [Unit("p1", 1, UnitKind.PARAGRAPH, "d", 1, 1, text)]


def detectors(tag: str, **more: object) -> Detectors:
    return Detectors(language(tag), DetectorsFile(where=HERE, **more))  # type: ignore[arg-type]


def forms(found: object) -> list[str]:
    return [item.form for item in found if isinstance(item, Found)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("tag", TAGS)
def test_a_languages_patterns_are_regular_expressions_in_lower_case_where_they_match_in_any(tag: str) -> None:
    known = language(tag)
    for pattern in [*known.date_names, *known.date_words, *known.cues, known.name, known.ordinary, known.abbreviation]:
        re.compile(pattern)
    for pattern in [*known.date_words, *known.cues]:
        assert not re.search(r"(?<!\\)[A-Z]", pattern), pattern
    assert known.tag == tag


def test_regions_and_scripts_share_their_languages_data() -> None:
    assert language("en-GB") is language("en-GB")
    assert language("en-GB").function_words == language("en").function_words
    assert language("EN_us").months == language("en").months


@pytest.mark.parametrize("tag", ["tlh", "", "../en", "e n"])
def test_a_language_without_data_finds_nothing(tag: str) -> None:
    found = detectors(tag)
    assert found.ready == frozenset()
    assert not forms(found.temporal(units(TEXT)))
    assert not forms(found.directives(units(TEXT)))
    assert not forms(found.abbreviations(units(TEXT)))
    assert not forms(found.names(units(TEXT)))


def test_english() -> None:
    found = detectors("en")
    assert found.ready == {"date", "directive", "abbreviation", "name"}
    assert forms(found.temporal(units(TEXT))) == ["May 4, 1919", "Later"]
    assert forms(found.directives(units(TEXT))) == ["On May 4, 1919, the UN should act."]
    assert forms(found.abbreviations(units(TEXT))) == ["UN"]
    assert forms(found.names(units(TEXT))) == ["On", "May", "UN", "Later", "Ministry"]


def test_what_an_edition_adds_is_found_as_if_the_language_had_it() -> None:
    dates = DatePatterns(where=HERE, names=("May (?:Fair|Day)",), words=("(?:summer )?fairs?",))
    found = detectors("en", dates=dates, directives=("let there be",))
    text = "May Day and the SUMMER FAIR of May 1919. Let there be light."
    assert forms(found.temporal(units(text))) == ["May Day", "SUMMER FAIR", "May 1919"]
    assert forms(found.directives(units(text))) == ["Let there be light."]


def test_letters_that_become_two_in_lower_case_shift_nothing() -> None:
    text = "İİİ in MAY 1919"
    assert forms(detectors("en").temporal(units(text))) == ["MAY 1919"]


def test_a_language_is_plain_data() -> None:
    assert Language("xx") == language("xx")
