"""The command `edition`: build, check, site, serve."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from edition.assemble import assemble, concordance_of
from edition.index.edition import Edition
from edition.model.diagnostics import Diagnostic, EditionError, Where
from edition.publish import OWNED, everything
from edition.publish.plan import View
from edition.read.sources import read_sources
from edition.serve import serve
from edition.store import is_owned, read_inputs, read_tree, recover, write_tree

DIFF_LINES = 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when all is well, 1 when the edition has faults, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except EditionError as error:
        for diagnostic in error.diagnostics:
            print(diagnostic, file=sys.stderr)
        count = len(error.diagnostics)
        print(f"{count} fault{'s' if count > 1 else ''}; docs/ is as it was", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="edition", description="Build a digital edition from a witness and YAML.")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds source/, editorial/ and docs/")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build_command = commands.add_parser("build", help="write the generated part of docs/")
    build_command.set_defaults(run=build)
    check_command = commands.add_parser("check", help="check everything; write nothing")
    check_command.set_defaults(run=check)
    site_command = commands.add_parser("site", help="build the site with all its downloads: EPUB, PDF, ZIP")
    site_command.add_argument("--complete", action="store_true", help="fail where a download cannot be made")
    site_command.set_defaults(run=site)
    serve_command = commands.add_parser("serve", help="build, serve the site, and rebuild on every change")
    serve_command.add_argument("--address", default="127.0.0.1:8000", help="host:port (default %(default)s)")
    serve_command.set_defaults(run=lambda options: serve(options.root, options.address))
    return parser


def assembled(root: Path) -> Edition:
    """The edition below `root`. Raises EditionError with all its faults."""
    sources = read_sources(read_inputs(root))
    edition, faults = assemble(sources.witness_file, sources.witness_text, sources.editorial)
    if faults:
        raise EditionError(faults)
    return edition


def build(options: argparse.Namespace) -> int:
    """Write what changed, and say so."""
    files = everything(assembled(options.root))
    changed = write_tree(options.root / "docs", files, OWNED)
    for name in changed:
        print(f"docs/{name}")
    print(f"{len(files)} generated files, {len(changed)} changed")
    return 0


def check(options: argparse.Namespace) -> int:
    """Fail on faults of the sources, and on drift of docs/ from what a build would write."""
    docs = options.root / "docs"
    files = everything(assembled(options.root))
    recover(docs)
    faults = list(drift(files, read_tree(docs) if docs.is_dir() else {}))
    if faults:
        raise EditionError(faults)
    return 0


def site(options: argparse.Namespace) -> int:
    """Build docs/, and site/ from it, with what can be made to take away."""
    from edition.release.build import release  # It loads typesetters, which the other commands do without.

    edition = assembled(options.root)
    write_tree(options.root / "docs", everything(edition), OWNED)
    return release(options.root, View(edition, concordance_of(edition)), options.complete)


def drift(files: dict[str, bytes], found: dict[str, bytes]) -> Iterator[Diagnostic]:
    """How the generated part of docs/ differs from `files`: missing, stale, orphan."""
    command = "run `edition build`"
    for name, content in files.items():
        where = Where(f"docs/{name}")
        if name not in found:
            yield Diagnostic(where, "F004", "the generated file is missing", command)
        elif found[name] != content:
            line, diff = _difference(found[name], content)
            yield Diagnostic(Where(f"docs/{name}", line), "F005", "the file is not what a build writes", command + diff)
    for name in found:
        if name not in files and is_owned(name, OWNED):
            advice = f"move it elsewhere if it is yours, or {command}, which removes it"
            yield Diagnostic(Where(f"docs/{name}"), "F006", "no build writes this file", advice)


def _difference(found: bytes, wanted: bytes) -> tuple[int, str]:
    """The first differing line, and a diff of a few lines."""
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (found, wanted))
    line = next((n for n, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b), min(len(old), len(new)) + 1)
    rows = list(difflib.unified_diff(old, new, "on disk", "as built", lineterm="", n=0))
    shown = [row[:160] for row in rows[:DIFF_LINES]]
    rest = [f"({len(rows) - DIFF_LINES} more lines)"] if len(rows) > DIFF_LINES else []
    return line, "".join(f"\n    {row}" for row in [*shown, *rest])


if __name__ == "__main__":
    sys.exit(main())
