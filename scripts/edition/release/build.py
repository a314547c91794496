"""`edition site`: the pages, and from them their downloads, replace site/ together. What can't be made is left out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from edition.publish.citation import record as citation
from edition.publish.labels import Labels
from edition.publish.plan.plan import Plan
from edition.publish.view import View
from edition.release import archive, book, epub, folder, offline, pages, pdf, record

SITE: Final = "site"


@dataclass
class Release:
    """One run: what goes into site/, what could not be made, and what is less than it should be."""

    root: Path
    plan: Plan
    item: dict[str, Any]
    notice: str
    epoch: int
    labels: Labels
    downloads: list[pages.Download]
    missing: dict[str, str] = field(default_factory=dict)
    flaws: list[str] = field(default_factory=list)

    def site(self) -> dict[str, bytes]:
        """The files of the site, by path. Raises BuildError where the pages can't be made."""
        built = pages.render_site(self.root, self.downloads)
        made = dict(self._books(built))
        if self.missing:
            # The pages have to name what there is.
            built = pages.render_site(self.root, [d for d in self.downloads if d.format not in self.missing])
        archived = next(d for d in self.downloads if d.format == "ZIP")
        inside = pages.without(pages.completed(built | made, self.downloads), archived)
        sources = {path.relative_to(self.root / "docs").as_posix() for path in (self.root / "docs").rglob("*.md")}
        unplugged = offline.unplugged(inside, sources)
        made[archived.path] = archive.pack(
            {f"{self.item['id']}/{path}": content for path, content in unplugged.items()}, self.epoch
        )
        return pages.completed(built | made, self.downloads)

    def _books(self, built: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
        """EPUB and PDF, each with its path."""
        sections = book.sections(built, self.plan.book, self.labels)
        for download in self.downloads:
            try:
                if download.format == "EPUB":
                    yield download.path, epub.make(sections, self.item, self.notice, self.epoch, self.labels)
                elif download.format == "PDF":
                    content, unknown = pdf.make(sections, self.item, self.notice, built, self.epoch, self.labels)
                    self.flaws += [_no_font(unknown)] if unknown else []
                    yield download.path, content
            except (OSError, ImportError) as error:
                self.missing[download.format] = " ".join(str(error).split())[:600] or type(error).__name__


def release(root: Path, view: View, complete: bool) -> int:
    """Makes site/ new from docs/, where it is not up to date; 1 where the pages can't be made, site/ as it was.

    Where `complete` is asked for, 1 also where a download is missing or not as it should be.
    """
    item, notice = citation.record(view), view.edition.editorial.edition.notice
    listed = list(_downloads(item["id"], view.labels))
    inputs = record.digest_of_inputs(root, item, notice)
    if record.is_current(root, inputs):
        print(f"{SITE}/ is up to date")
        return 0
    try:
        run = Release(root, view.plan, item, notice, _epoch(), view.labels, listed)
        site = run.site()
    except pages.BuildError as error:
        print(f"{error}\n{SITE}/ is unchanged", file=sys.stderr)
        return 1
    folder.replace(root / SITE, site)
    for download in listed:
        if download.path in site:
            print(f"{SITE}/{download.path} ({pages.size_of(site[download.path])})")
    troubles = [f"{name} is missing from the downloads: {reason}" for name, reason in run.missing.items()] + run.flaws
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    record.keep(root, None if troubles else inputs, site)
    return 1 if complete and troubles else 0


def _downloads(key: str, labels: Labels) -> Iterator[pages.Download]:
    """What is made after the pages, as the downloads page lists it."""
    yield pages.Download(f"downloads/{key}.epub", "EPUB", labels("release.file.epub"))
    yield pages.Download(f"report/full-text/{key}.pdf", "PDF", labels("release.file.pdf"))
    yield pages.Download(f"downloads/{key}.zip", "ZIP", labels("release.file.zip"))


def _epoch() -> int:
    """The time that the files bear: that of SOURCE_DATE_EPOCH (reproducible-builds.org), else the earliest there is."""
    given = os.environ.get("SOURCE_DATE_EPOCH") or str(archive.EARLIEST)
    if not given.isascii() or not given.isdigit():
        raise pages.BuildError(f"SOURCE_DATE_EPOCH is “{given}”: set it to whole seconds since 1970, or unset it")
    return int(given)


def _no_font(letters: str) -> str:
    named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters)
    return (
        f"PDF: no font on this machine has {named}; the PDF prints the code point instead: install a font that has it"
    )
