"""HTML as XML, for EPUB: the same elements in their namespaces."""

from __future__ import annotations

import copy
import re
from typing import Final

from lxml import etree
from lxml.etree import SubElement
from lxml.etree import _Element as Element

from edition.release.tree import elements

XHTML: Final = "http://www.w3.org/1999/xhtml"
OPS: Final = "http://www.idpf.org/2007/ops"
XML: Final = "http://www.w3.org/XML/1998/namespace"

VOID: Final = re.compile(r"(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$")


def document(title: str, language: str, kind: str, body: Element) -> bytes:
    """A page of a book, as XML. `body` is an element of HTML; its attributes `epub:type` get their namespace."""
    root = etree.Element(f"{{{XHTML}}}html", {"lang": language, f"{{{XML}}}lang": language}, {None: XHTML, "epub": OPS})
    head = SubElement(root, f"{{{XHTML}}}head")
    SubElement(head, f"{{{XHTML}}}title").text = title
    SubElement(head, f"{{{XHTML}}}link", {"rel": "stylesheet", "href": "style.css"})
    content = copy.deepcopy(body)
    content.tag = "body"
    if kind:
        content.set("epub:type", kind)
    root.append(content)
    for element in elements(content):
        if len(element) == 0 and element.text is None and not VOID.match(str(element.tag)):
            element.text = ""  # Written with an end tag, for those who read it as HTML.
        element.tag = f"{{{XHTML}}}{element.tag}"
        if "epub:type" in element.attrib:
            element.set(f"{{{OPS}}}type", element.attrib.pop("epub:type"))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
    return written
