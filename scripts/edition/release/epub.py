"""EPUB 3 through pandoc."""

from __future__ import annotations

import copy
import os
import subprocess
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pypandoc

from .book import Section
from .tree import classes, elements, serialise

STYLE = Path(__file__).with_name("epub.css")


def write(sections: list[Section], item: Mapping[str, Any], notice: str, epoch: int, target: Path) -> None:
    """The book as EPUB. Raises OSError where pandoc is missing, CalledProcessError where it fails."""
    body = Element("body")
    for section in sections:
        copied = copy.deepcopy(section.content)
        _keep_ids(copied)
        body.append(copied)
    command = [pypandoc.get_pandoc_path(), "--from=html", "--to=epub3", f"--output={target}", "--split-level=1"]
    command += ["--toc", "--toc-depth=2", f"--css={STYLE}", "--wrap=none"]
    command += [f"--metadata={name}={value}" for name, value in _metadata(item, notice).items()]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    html = f"<html><body>{serialise(body)}</body></html>"
    subprocess.run(command, input=html, text=True, check=True, capture_output=True, env=environment)


def _metadata(item: Mapping[str, Any], notice: str) -> dict[str, str]:
    date = "-".join(f"{part:02}" for part in item.get("issued", {}).get("date-parts", [[]])[0])
    fields = {
        "title": item["title"],
        "author": item["author"][0]["literal"],
        "publisher": item["publisher"],
        "lang": item["language"],
        "identifier": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, item['title'])}",
        "date": date,
        "description": " ".join(filter(None, [item.get("abstract"), item.get("note")])),
        "rights": notice,
    }
    return {name: value for name, value in fields.items() if value}


def _keep_ids(tree: Element) -> None:
    """Pandoc's paragraphs have neither ids nor classes, so a division around them carries these."""
    for element in list(elements(tree, "p", "li")):
        if not element.get("id") and not classes(element):
            continue
        inner = Element("p")
        inner.text, inner[:] = element.text, list(element)
        attributes = dict(element.attrib)
        element.attrib.clear()
        element.text, element[:] = "", []
        if element.tag == "p":
            element.tag = "div"
            element.attrib.update(attributes)
            element.append(inner)
        else:
            SubElement(element, "div", attributes).append(inner)
