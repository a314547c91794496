"""Nothing of the text is lost: the words published equal the witness's, but for the recorded operations.

The expected words come from the witness's bytes and the published record of operations alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import markdown
import yaml

from conftest import ROOT
from extract import article_words, parsed, text_of

WITNESS = ROOT / "source/report.txt"
RECORD = ROOT / "docs/data/operations.json"


def witness_text() -> str:
    return WITNESS.read_text(encoding="utf-8")


def expected_words() -> list[str]:
    """The witness with every recorded operation applied, last first."""
    text = witness_text()
    for operation in sorted(json.loads(RECORD.read_text(encoding="utf-8")), key=lambda op: -op["start"]):
        assert text[operation["start"] : operation["end"]] == operation["lemma"], operation
        text = text[: operation["start"]] + operation["reading"] + text[operation["end"] :]
    return text.split()


def chapters() -> list[str]:
    """The chapter pages in the order of the navigation, without the full text."""
    navigation = yaml.safe_load((ROOT / "docs/edition.yml").read_text(encoding="utf-8"))["nav"]

    def pages(node: object) -> list[str]:
        if isinstance(node, str):
            return [node]
        values = node.values() if isinstance(node, dict) else node
        return [page for value in values for page in pages(value)]  # type: ignore[attr-defined]

    return [page for page in pages(navigation) if page.startswith("report/") and page != "report/full-text.md"]


def from_markdown(page: str) -> list[str]:
    """The words of a committed page, rendered by Python-Markdown with the site's own extensions."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    names = [e if isinstance(e, str) else next(iter(e)) for e in config["markdown_extensions"]]
    source = (ROOT / "docs" / page).read_text(encoding="utf-8")
    body = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    return text_of(parsed(markdown.markdown(body, extensions=names))).split()


def built(site: Path, page: str) -> list[str]:
    path = page.removesuffix("index.md") if page.endswith("index.md") else page.removesuffix(".md") + "/"
    return article_words((site / path / "index.html").read_text(encoding="utf-8"))


def differences(found: list[str], expected: list[str]) -> list[str]:
    import difflib

    rows = difflib.unified_diff(expected, found, "witness", "published", lineterm="", n=2)
    return list(rows)[:30]


def test_the_checksum_pins_the_witness() -> None:
    record = yaml.safe_load((ROOT / "source/witness.yml").read_text(encoding="utf-8"))
    assert hashlib.sha256(WITNESS.read_bytes()).hexdigest() == record["sha256"]


def test_the_witness_has_the_words_it_has() -> None:
    assert len(witness_text().split()) == 6238


def test_chapters_in_markdown_carry_every_word_in_order() -> None:
    found = [word for page in chapters() for word in from_markdown(page)]
    assert not differences(found, expected_words())


def test_full_text_in_markdown_carries_every_word_in_order() -> None:
    assert not differences(from_markdown("report/full-text.md"), expected_words())


def test_chapters_as_built_carry_every_word_in_order(site: Path) -> None:
    found = [word for page in chapters() for word in built(site, page)]
    assert not differences(found, expected_words())


def test_full_text_as_built_carries_every_word_in_order(site: Path) -> None:
    assert not differences(built(site, "report/full-text.md"), expected_words())


def test_paragraphs_in_the_data_carry_every_word_of_the_numbered_text() -> None:
    rows = json.loads((ROOT / "docs/data/paragraphs.json").read_text(encoding="utf-8"))
    others = json.loads((ROOT / "docs/data/front-matter.json").read_text(encoding="utf-8"))
    words = [word for row in (*rows, *others) for word in row["text"].split()]
    assert sorted(words) == sorted(expected_words())


def test_the_record_has_the_operations_counted_by_hand() -> None:
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    counted = {
        "running head": 12,
        "join": 15,
        "emphasis mark": 2,
        "list marker": 27,
        "normalisation": 32,
        "emendation": 3,
    }
    assert Counter(operation["kind"] for operation in record) == counted


def test_only_running_heads_lose_words() -> None:
    """What is taken out of the witness word by word is the running heads and nothing else."""
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    heads = [op for op in record if op["kind"] == "running head"]
    lost = sum(len(op["lemma"].split()) for op in heads)
    markers = sum(op["kind"] == "list marker" for op in record)
    # The emendation of “Attacks(WTO)” sets a word of its own behind “Organization”.
    assert len(expected_words()) == 6238 - lost - markers + 1
    assert {op["lemma"].strip() for op in heads} == {
        "CICIR",
        "Mutual Respect, Equality, Mutual Benefit, and Peaceful Coexistence",
    }


def test_what_is_marked_as_the_editors_is_no_word_of_the_report() -> None:
    page = "<article><p class='u'>One <b data-editorial>2 <i>and</i></b> <a class='headerlink'>#</a>two.</p></article>"
    assert text_of(parsed(page)) == "One two."
    assert article_words(page) == ["One", "two."]
