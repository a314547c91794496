"""Every internal link and fragment of the built site resolves, at the root and under a sub-path."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from conftest import ROOT, mkdocs_build
from extract import parsed

NAME = "/some-name/"


def pages(site: Path) -> dict[str, Path]:
    """Address to file, for every page of the site."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        relative = path.relative_to(site).as_posix()
        found["/" + relative.removesuffix("index.html")] = path
    return found


def links(path: Path) -> tuple[set[str], set[str]]:
    """The addresses a page names, and the anchors it has."""
    root = parsed(path.read_text(encoding="utf-8"))
    addresses = {value for e in root.iter() for key in ("href", "src") if (value := e.get(key))}
    anchors = {value for e in root.iter() if (value := e.get("id"))}
    return addresses, anchors


def broken(site: Path, base: str = "/") -> list[str]:
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
            absolute = posixpath.normpath(posixpath.join(address, unquote(where) or "."))
            if where in ("", ".") or where.endswith("/") or (site / absolute.lstrip("/")).is_dir():
                absolute = absolute.rstrip("/") + "/" if where not in ("",) else address
            if absolute in anchors:
                if fragment and not fragment.startswith("__") and unquote(fragment) not in anchors[absolute]:
                    faults.append(f"{address} -> {target}: no such anchor")
            elif not (site / absolute.lstrip("/")).is_file():
                faults.append(f"{address} -> {target}: no such file")
    return faults


def test_links_resolve(site: Path) -> None:
    assert not broken(site)


def test_links_resolve_under_a_sub_path(tmp_path: Path) -> None:
    site = mkdocs_build(ROOT, tmp_path / "site", SITE_URL=f"https://example.org{NAME}")
    assert not broken(site, NAME)
    missing = (site / "404.html").read_text(encoding="utf-8")
    assert f'"{NAME}assets/' in missing


@pytest.mark.parametrize("attribute", ["src", "href"])
def test_nothing_is_asked_of_another_host(site: Path, attribute: str) -> None:
    """Scripts, styles, images and fonts come from the site itself."""
    for path in pages(site).values():
        for element in parsed(path.read_text(encoding="utf-8")).iter():
            if element.tag in {"script", "img", "source", "iframe"} or (
                element.tag == "link" and element.get("rel") not in {"canonical", "prev", "next", "alternate"}
            ):
                value = element.get(attribute) or ""
                assert not urlsplit(value).netloc, f"{path}: {value}"
