"""What the editors write comes out as text, whatever characters it has, in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator

import markdown
import pytest
import yaml
from lxml import etree
from lxml import html as lxml_html
from payloads import PAYLOADS, inject

from conftest import TINY, built_edition
from edition.publish.everything import everything, view_of

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
# What pages are made of. No payload names one of these; a payload's own elements are others, or have other attributes.
FORBIDDEN = {"b", "script", "img", "i", "style", "title", "textarea", "del"}


@pytest.fixture(scope="module", params=PAYLOADS)
def injected(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp(request.param) / "edition"
    for name in ("source", "editorial"):
        shutil.copytree(TINY / name, folder / name)
    assert inject(folder, PAYLOADS[request.param]) > 60
    return PAYLOADS[request.param], everything(view_of(built_edition(folder)))


def test_pages_have_no_element_of_theirs(injected: tuple[str, dict[str, bytes]]) -> None:
    payload, files = injected
    seen = 0
    for path, content in files.items():
        if not path.endswith(".md"):
            continue
        text = content.decode()
        match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
        assert match, path
        assert isinstance(yaml.safe_load(match[1]), dict), path
        tree = lxml_html.fromstring(f"<div>{markdown.markdown(text[match.end() :], extensions=EXTENSIONS)}</div>")
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            ours = (element.tag, element.get("type")) == ("script", "application/ld+json")
            ours = ours or (element.tag == "title" and any(above.tag == "svg" for above in element.iterancestors()))
            ours = ours or (
                element.tag == "i" and any(above.get("class") == "csl-entry" for above in element.iterancestors())
            )
            assert element.tag not in FORBIDDEN or ours, (path, element.tag)
            assert not any(name.startswith("on") for name, _ in element.items()), (path, dict(element.attrib))
            assert "live" not in (element.get("class") or "").split(), path
            assert not (element.get("href") or "").startswith(("https://example.org", "javascript:")), path
        words = re.sub(r"\s+", " ", tree.text_content())
        seen += words.count(re.sub(r"\s+", " ", payload))
    assert seen > 60, "the payload does not come out to the letter"


def test_every_other_format_parses(injected: tuple[str, dict[str, bytes]]) -> None:
    payload, files = injected
    folded = " ".join(payload.split())
    for path, content in files.items():
        if path.endswith(".json"):
            json.loads(content)
        elif path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}, path
            assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))], path
        elif path.endswith((".yml", ".cff")):
            assert isinstance(yaml.safe_load(content), dict), path
            assert any(folded in " ".join(words.split()) for words in _strings(yaml.safe_load(content))), path
        elif path.endswith(".xml"):
            root = etree.fromstring(content)
            assert folded in " ".join("".join(root.itertext()).split())
        elif path.endswith(".ris"):
            lines = content.decode().split("\r\n")
            assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line), path
            assert [line[:2] for line in lines if line][-1] == "ER"
            assert sum(line.startswith("ER  -") for line in lines) == 1
        elif path.endswith(".bib"):
            assert _balanced(content.decode()), path
        elif path.endswith(".js"):
            assert content.decode().count("\u2028") == 0


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (*_strings(key), *_strings(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _balanced(text: str) -> bool:
    depth = 0
    for match in re.finditer(r"\\[{}]|[{}]", text):
        depth += {"{": 1, "}": -1}.get(match.group(), 0)
        if depth < 0:
            return False
    return depth == 0
