"""`edition site`: the pages with all their downloads. What can't be made is left out, and the reason is said."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import astuple, dataclass
from pathlib import Path

from edition.publish.citation import record as cite
from edition.publish.pages.downloads import size
from edition.publish.view import View
from edition.release import archive, book, epub, offline, pdf


@dataclass(frozen=True)
class Download:
    """A file made after the pages: where it stands in the site, and what the downloads page says of it."""

    path: str
    format: str
    description: str
    size: str
    sha256: str


class Release:
    """One run: what has been made, and what could not be."""

    def __init__(self, root: Path, view: View) -> None:
        self.root = root
        self.item = cite.record(view)
        self.notice = view.edition.editorial.edition.notice
        self.key = cite.key(view)
        self.epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or archive.EARLIEST)
        self.dist = root / "dist"
        self.made: list[Download] = []
        self.missing: list[str] = []

    def add(self, path: str, kind: str, description: str, make: Callable[[Path], None]) -> None:
        """Makes one file in dist/; notes why where that fails."""
        target = self.dist / Path(path).name
        try:
            make(target)
        except (OSError, ImportError, subprocess.CalledProcessError) as error:
            target.unlink(missing_ok=True)
            self.missing.append(f"{kind} is missing from the downloads: {_reason(error)}")
            return
        content = target.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        self.made.append(Download(path, kind, description, size(len(content)), digest))

    def books(self) -> None:
        """EPUB and PDF."""
        sections = book.sections(self.root)
        self.add(
            f"downloads/{self.key}.epub",
            "EPUB",
            "for reading devices, with the same anchors, the glossary and the notes",
            lambda target: epub.write(sections, self.item, self.notice, self.epoch, target),
        )
        self.add(
            f"report/full-text/{self.key}.pdf",
            "PDF",
            "typeset for paper, with bookmarks and references to pages",
            lambda target: pdf.write(sections, self.item, self.notice, self.root / "docs", target),
        )

    def archive(self) -> None:
        """The site without a server, with the files made so far, as a ZIP."""
        self.add(
            f"downloads/{self.key}.zip",
            "ZIP",
            "this whole site, to be read from a folder without a server: unpack, and open index.html",
            self._zip,
        )

    def _zip(self, target: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            self.pages("offline.yml", site)
            offline.mend(site)
            for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"):
                (site / name).unlink(missing_ok=True)
            archive.write(site, self.key, self.epoch, target)

    def pages(self, configuration: str, site: Path) -> None:
        """Builds the pages, which list the files made so far, and puts these files beside them."""
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", configuration]
        listed = "\n".join("\t".join(astuple(download)) for download in self.made)
        environment = {**os.environ, "DOWNLOADS": listed, "SOURCE_DATE_EPOCH": str(self.epoch)}
        subprocess.run([*command, "--site-dir", str(site.resolve())], cwd=self.root, env=environment, check=True)
        for download in self.made:
            target = site / download.path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.dist / target.name, target)


def release(root: Path, view: View, complete: bool) -> int:
    """Builds site/ with all that can be made; 1 where `complete` is asked for and something is missing."""
    run = Release(root, view)
    run.dist.mkdir(exist_ok=True)
    run.books()
    run.archive()
    run.pages("mkdocs.yml", root / "site")
    for download in run.made:
        print(f"site/{download.path} ({download.size})")
    for reason in run.missing:
        print(reason, file=sys.stderr)
    return 1 if complete and run.missing else 0


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        said = error.stderr or error.stdout or ""
        words = said.decode(errors="replace") if isinstance(said, bytes) else said
        return f"{Path(error.cmd[0]).name} failed: {' '.join(words.split())[:300]}"
    return " ".join(str(error).split())[:300] or type(error).__name__
