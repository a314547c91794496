"""One rule for words, two programs: the word index (Python) and the search page (JavaScript) cut and fold alike."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from edition.index.edition import Edition
from edition.index.words import cut, fold

HERE = ROOT / "tests/tokeniser"
CASES: list[dict[str, Any]] = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
# What words are made of in many scripts, what divides them, and what looks like either.
ALPHABET = (
    "aZéßİıſΣσςЁйאשָׁعِक़िक्யா中ガ한กี่ﬁœ𝒜𐐀0१½Ⅳ²_-‐–/.,'’‘ʼ′ \u00a0\u200b\u200c\u200d\u00ad\ufe0f\u20e3\u0301\u0327"
    "\u064b\u05b0\u093c\u1cd0\u3099❤😀👩&+*“”«»sS"
)


def node(*arguments: str, **environment: str) -> str:
    program = shutil.which("node")
    if not program:
        pytest.fail("no Node.js: apt-get install nodejs")
    env = {**os.environ, **environment}
    done = subprocess.run([program, *arguments], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_python(case: dict[str, Any]) -> None:
    assert list(cut(case["text"])) == case["words"]
    assert [fold(word) for word in case["words"]] == case["keys"]


def test_node() -> None:
    assert f"# pass {len(CASES)}\n" in node("--test", "--test-reporter=tap", str(HERE / "cases.test.cjs"))


def in_node(texts: list[str], folder: Path) -> list[list[list[str]]]:
    (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
    found: list[list[list[str]]] = json.loads(node(str(HERE / "cases.test.cjs"), CUT=str(folder / "texts.json")))
    return found


def in_python(texts: list[str]) -> list[list[list[str]]]:
    return [[[word, fold(word)] for word in cut(text)] for text in texts]


def test_both_agree_on_generated_text(tmp_path: Path) -> None:
    chance = random.Random(7)
    texts = ["".join(chance.choices(ALPHABET, k=chance.randint(1, 24))) for _ in range(3000)]
    assert in_node(texts, tmp_path) == in_python(texts)


def test_both_agree_on_each_character_that_both_know(tmp_path: Path) -> None:
    """Each character between two letters, and folded. What one of the two Unicode versions lacks is left out."""
    known = [chr(n) for n in range(0x80, 0x20000) if unicodedata.category(chr(n)) not in ("Cn", "Cs")]
    texts = [f"a{char}b {char} {char.upper()}" for char in known]
    differing = [
        text for text, one, other in zip(texts, in_node(texts, tmp_path), in_python(texts), strict=True) if one != other
    ]
    assert not differing, (differing[:10], sys.version)


def test_both_agree_on_the_report(edition: Edition, tmp_path: Path) -> None:
    texts = [unit.text for unit in edition.text.units]
    assert in_node(texts, tmp_path) == in_python(texts)
