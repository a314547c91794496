"""The page's lines and counts are those of an independent count over the witness."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from counter import Asked, clause_hits, folded, lines, paragraphs, words
from desk_site import ask, shown, summary
from queries import QUERIES

from conftest import ROOT

pytestmark = pytest.mark.browser

COUNT = """(words) => {
    let corpus;
    const now = (work, then) => Desk.drive(work, then, Infinity);
    now(Desk.corpus(Desk.sets.text), (made) => { corpus = made; });
    return Object.fromEntries(words.map((word) => {
        let count;
        now(Desk.search(corpus, Desk.parse(word), {}, () => true), ({ hits }) => { count = hits.length; });
        return [word, count];
    }));
}"""


@pytest.fixture(scope="module")
def page(browser: Any, base: str) -> Iterator[Any]:
    page = browser.new_page()
    page.address = base
    yield page
    page.close()


def numbers_of(scope: str) -> range | None:
    """The paragraphs of a part with the parts in it."""
    if not scope.startswith("part."):
        return None
    rows = {row["id"]: row for row in json.loads((ROOT / "docs/data/divisions.json").read_text(encoding="utf-8"))}
    inside = {scope.removeprefix("part.")}
    for name, row in rows.items():
        if row["parent"] in inside:
            inside.add(name)
    return range(min(rows[name]["first"] for name in inside), max(rows[name]["last"] for name in inside) + 1)


def place_of(line: dict[str, str]) -> tuple[int, int, int]:
    """Paragraph and characters of a line, found by its context."""
    number = int(re.match(r"¶ (\d+)", line["place"]).group(1))  # type: ignore[union-attr]
    left, right = line["left"].removeprefix("…"), line["right"].removesuffix("…")
    at = paragraphs()[number - 1].find(left + line["hit"] + right)
    assert at >= 0, line
    return number, at + len(left), at + len(left) + len(line["hit"])


def test_the_paragraphs_are_those_of_the_data() -> None:
    rows = json.loads((ROOT / "docs/data/paragraphs.json").read_text(encoding="utf-8"))
    assert [row["text"] for row in rows] == list(paragraphs())


@pytest.mark.parametrize(("typed", "fields", "asked"), QUERIES, ids=lambda item: str(item)[:40])
def test_lines_are_those_of_the_independent_count(page: Any, typed: str, fields: dict[str, str], asked: Asked) -> None:
    expected = lines(asked, numbers_of(fields.get("scope", "")))
    ask(page, page.address, typed, **fields)
    found = [place_of(line) for line in shown(page)]
    if fields.get("sort"):
        found.sort()
    assert found == expected
    count = len(expected)
    assert summary(page).startswith(f"{count:,} match{'' if count == 1 else 'es'} in ")


def test_every_word_of_the_report_is_counted_alike(page: Any) -> None:
    """Page, word index and independent count agree on every word."""
    plain = Asked([])
    expected = Counter(folded(word.text, plain) for text in paragraphs() for word in words(text))
    ask(page, page.address, "report")
    typed = [word for word in expected if not word.startswith("'")]
    counted = page.evaluate(COUNT, typed)
    assert counted == {word: expected[word] for word in typed}
    pages = [ROOT / "docs/words.md", *sorted((ROOT / "docs/words").glob("*.md"))]
    index = "".join(path.read_text(encoding="utf-8") for path in pages)
    listed = dict(re.findall(r'/search/\?find=([^"]+)">[^<]*</a> <strong>([\d,]+)</strong>', index))
    assert {word: int(count) for word, count in listed.items()} == counted


def test_pairs_of_the_word_index_are_phrases_of_the_search() -> None:
    index = (ROOT / "docs/words.md").read_text(encoding="utf-8")
    pairs = re.findall(r"search\.md\?find=%22(\S+)%20(\S+)%22\) (\d+)$", index, re.MULTILINE)
    assert len(pairs) == 40
    for one, other, count in pairs:
        hits = [hit for text in paragraphs() for hit in clause_hits([one, other], text, Asked([]))]
        assert len(hits) == int(count), (one, other)
