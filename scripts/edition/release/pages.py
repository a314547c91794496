"""The pages as MkDocs builds them, and the list of downloads in them, which is filled in when these are made."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from edition.publish.pages.downloads import size
from edition.release.archive import EARLIEST
from edition.release.tree import elements, parsed_page


class BuildError(Exception):
    """The pages could not be built; says what MkDocs says."""


@dataclass(frozen=True)
class Download:
    """A file made after the pages: its path in the site, and what the downloads page says of it."""

    path: str
    format: str
    description: str

    @property
    def size(self) -> str:
        """What stands for its size in the pages until it is made."""
        return f"@{self.format}-size@"

    @property
    def digest(self) -> str:
        """What stands for its SHA-256 until it is made."""
        return f"@{self.format}-sha256@"

    @property
    def line(self) -> str:
        """As overrides/downloads.html reads it."""
        return "\t".join((self.path, self.format, self.description, self.size, self.digest))


def render_site(root: Path, downloads: Iterable[Download]) -> dict[str, bytes]:
    """The files of the site of the project at `root`, by path; its pages list `downloads`. Raises BuildError."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        # Not --quiet: with it, MkDocs passes over links to anchors that don't exist.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        environment = {**os.environ, "DOWNLOADS": "\n".join(download.line for download in downloads)}
        environment["SOURCE_DATE_EPOCH"] = os.environ.get("SOURCE_DATE_EPOCH") or str(EARLIEST)
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
            raise BuildError("\n".join(["MkDocs could not build the pages:", *said]))
        found = sorted(path for path in site.rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def completed(site: Mapping[str, bytes], downloads: Iterable[Download]) -> dict[str, bytes]:
    """The site with size and digest of those `downloads` that it holds, wherever its pages list them."""
    words = {}
    for download in downloads:
        if download.path in site:
            words[download.size.encode()] = size_of(site[download.path]).encode()
            words[download.digest.encode()] = hashlib.sha256(site[download.path]).hexdigest().encode()
    return {path: _replaced(content, words) if path.endswith(".html") else content for path, content in site.items()}


def without(site: Mapping[str, bytes], download: Download) -> dict[str, bytes]:
    """The site without the row of one download in its lists."""
    return {
        path: _without(content, download.digest) if download.digest.encode() in content else content
        for path, content in site.items()
    }


def size_of(content: bytes) -> str:
    """The size of a file, for readers: `1.2 MB`."""
    return size(len(content))


def _replaced(content: bytes, words: Mapping[bytes, bytes]) -> bytes:
    for token, word in words.items():
        content = content.replace(token, word)
    return content


def _without(content: bytes, digest: str) -> bytes:
    root = parsed_page(content)
    for row in [row for row in elements(root, "tr") if digest in "".join(map(str, row.itertext()))]:
        row.drop_tree()
    written: bytes = lxml.html.tostring(root, encoding="utf-8", doctype="<!doctype html>")
    return written
