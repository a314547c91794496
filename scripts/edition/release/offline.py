"""The site as it is read from a folder: links name files, and one classic script stands in for the modules.

Browsers let a page opened from a folder neither load modules nor fetch nor start workers, but run classic scripts.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import lxml.html
from lxml.etree import _Element as Element

from edition.release.tree import elements, parsed_page

SCRIPTS: Final = "assets/js"
ENTRY: Final = "edition"
DATA: Final = {"glossary/panels.json": "editionPanels"}
# What only a server or a search engine has a use for: files, then elements of pages.
LEFT_OUT: Final = ("404.html", "sitemap.xml", "sitemap.xml.gz")
ONLINE: Final = (
    "//link[@rel='preload']",
    "//meta[starts-with(@property, 'og:')]",
    "//meta[starts-with(@name, 'citation_') or starts-with(@name, 'DC.') or starts-with(@name, 'eprints.')]",
    "//head/script[@type='application/ld+json']",
)
ADDRESSES: Final = ("href", "src", "action", "poster", "data-citations", "data-src")
ADDRESSED: Final = "//*[" + " or ".join(f"@{name}" for name in ADDRESSES) + "]"

IMPORT: Final = re.compile(r'^import (\{.+?\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
LATER: Final = re.compile(r'\bimport\("\./([\w-]+)\.js"\)')
EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)
LEFT: Final = re.compile(r"^\s*(?:import|export)\b|\bimport[.(]", re.MULTILINE)


def unplugged(site: Mapping[str, bytes], sources: Collection[str]) -> dict[str, bytes]:
    """The files of the built `site` as they work without a server, by path. `sources` are the pages in docs/.

    A page `a.md` is `a.html` there, and `a/index.md` is `a/index.html`, as MkDocs has it without folders for addresses.
    """
    kept = {path: content for path, content in site.items() if path not in LEFT_OUT}
    moved = {path: _moved(path, sources) for path in kept}
    files = {
        moved[path]: _page(path, content, moved) if path.endswith(".html") else content
        for path, content in kept.items()
    }
    entry = f"{SCRIPTS}/{ENTRY}.js"
    if entry in files:
        modules = {name: content.decode() for name, content in files.items() if posixpath.dirname(name) == SCRIPTS}
        files[entry] = classic(modules, ENTRY).encode()
    for name, variable in DATA.items():
        if name in files:
            script = f"globalThis.{variable} = {files[name].decode().strip()};\n"
            files[f"{name.removesuffix('.json')}.js"] = script.encode()
    return dict(sorted(files.items()))


def _moved(path: str, sources: Collection[str]) -> str:
    stem = path.removesuffix("/index.html")
    return f"{stem}.html" if stem != path and f"{stem}.md" in sources else path


def _page(path: str, content: bytes, moved: Mapping[str, str]) -> bytes:
    root = parsed_page(content)
    canonical = next((link.get("href", "") for link in elements(root, "link") if link.get("rel") == "canonical"), "")
    for element in [element for expression in ONLINE for element in root.xpath(expression)]:
        element.drop_tree()
    found: dict[str, str] = {}
    for element in root.xpath(ADDRESSED):
        for name in ADDRESSES:
            if name in element.attrib:
                address, mark, anchor = element.get(name).partition("#")
                if address not in found:
                    found[address] = _readdressed(address, path, moved)
                element.set(name, found[address] + mark + anchor)
    for script in elements(root, "script"):
        _run_classically(script, canonical)
    written: bytes = lxml.html.tostring(root, encoding="utf-8", doctype="<!doctype html>")
    return written


def _run_classically(script: Element, canonical: str) -> None:
    if script.get("type") == "module":
        del script.attrib["type"]
        script.set("defer", "")
    if "data-citations" in script.attrib and canonical:
        # A copy read from a folder cites the address that the page has online.
        script.set("data-address", canonical)


def _readdressed(address: str, path: str, moved: Mapping[str, str]) -> str:
    """An address on the page `path`, as it is from where that page has moved to."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return address
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    if target not in moved:
        target = "index.html" if target == "." else f"{target}/index.html"
    if target not in moved:
        return address
    found = posixpath.relpath(moved[target], posixpath.dirname(moved[path]) or ".")
    return urlunsplit(parts._replace(path=quote(found)))


def classic(modules: Mapping[str, str], entry: str) -> str:
    """The module `entry` and all that it imports, as one script. `modules` are sources by path.

    Raises ValueError for syntax that isn't known here.
    """
    makers: dict[str, str] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in makers:
            source = modules[f"{SCRIPTS}/{name}.js"]
            waiting += [found[2] for found in IMPORT.finditer(source)] + LATER.findall(source)
            makers[name] = _maker(name, source)
    listed = "\n".join(f'"{name}": {maker},' for name, maker in sorted(makers.items()))
    return (
        "(() => {\nconst $here = document.currentScript.src, $made = {};\n"
        f"const $makers = {{\n{listed}\n}};\n"
        f'const $use = (name) => ($made[name] ??= $makers[name]());\n$use("{entry}");\n}})();\n'
    )


def _maker(name: str, source: str) -> str:
    """A function that runs a module and returns its exports."""
    exports = ", ".join(EXPORT.findall(source))
    source = IMPORT.sub(r'const \1 = $use("\2");', source)
    source = LATER.sub(r'Promise.resolve().then(() => $use("\1"))', source)
    source = EXPORT.sub("", source).replace("import.meta.url", "$here")
    if LEFT.search(source):
        raise ValueError(f"{name}.js imports or exports in a form that {__name__} does not know")
    return f"() => {{\n{source}\nreturn {{ {exports} }};\n}}"
