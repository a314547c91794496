"""Every internal link and fragment of the built site resolves, at the root and under a sub-path."""

from __future__ import annotations

import functools
import posixpath
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from extract import page_at
from sites import NAME


def pages(site: Path) -> dict[str, Path]:
    """Address to file, for every page of the site."""
    files = {"/" + path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {name.removesuffix("index.html"): path for name, path in files.items()}


@functools.cache
def links(path: Path) -> tuple[set[str], set[str]]:
    """The addresses a page names, and the anchors it has."""
    root = page_at(path)
    addresses = {value for e in root.iter() for key in ("href", "src") if (value := e.get(key))}
    anchors = {value for e in root.iter() if (value := e.get("id"))}
    return addresses, anchors


def broken(site: Path, base: str) -> list[str]:
    """Links that open nothing, and fragments that their page does not have, in a site published under `base`."""
    found = pages(site)
    anchors = {address: links(path)[1] for address, path in found.items()}
    faults = []
    for address, path in found.items():
        for target in sorted(links(path)[0]):
            split = urlsplit(target)
            if split.scheme or split.netloc:
                continue
            where, fragment = urldefrag(target)
            where = where.partition("?")[0]
            if address == "/404.html" and where.startswith(base):
                where = "/" + where.removeprefix(base)
            absolute = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(where) or "."))
            if not where:
                absolute = address
            elif where.endswith("/") or (site / absolute.lstrip("/")).is_dir():
                absolute = absolute.rstrip("/") + "/"
            if absolute in anchors:
                if fragment and not fragment.startswith("__") and unquote(fragment) not in anchors[absolute]:
                    faults.append(f"{address} -> {target}: no such anchor")
            elif not (site / absolute.lstrip("/")).is_file():
                faults.append(f"{address} -> {target}: no such file")
    return faults


def test_links_resolve_under_a_sub_path(site: Path) -> None:
    assert not broken(site, f"/{NAME}/")
    missing = (site / "404.html").read_text(encoding="utf-8")
    assert f'"/{NAME}/assets/' in missing


def test_links_resolve_at_the_root_of_a_host(tiny_site: Path) -> None:
    assert not broken(tiny_site, "/")
    missing = (tiny_site / "404.html").read_text(encoding="utf-8")
    assert '"/assets/' in missing


def test_nothing_is_asked_of_another_host(site: Path, tiny_site: Path) -> None:
    """Scripts, styles, images and fonts come from the site itself."""
    for path in (*pages(site).values(), *pages(tiny_site).values()):
        for element in page_at(path).iter():
            if element.tag in {"script", "img", "source", "iframe"} or (
                element.tag == "link" and element.get("rel") not in {"canonical", "prev", "next", "alternate"}
            ):
                for attribute in ("src", "href"):
                    assert not urlsplit(element.get(attribute) or "").netloc, f"{path}: {element.attrib}"
