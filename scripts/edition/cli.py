"""The command `edition`: build, check, site, serve."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TextIO

from edition.model.diagnostics import Diagnostic, EditionError, Where, printable
from edition.publish.everything import everything, view_of
from edition.publish.plan.paths import is_committed
from edition.store import locked, pending, read_inputs, read_tree
from edition.store.build import assembled, build_docs
from edition.store.lock import PATIENCE
from edition.store.problems import HalfWrittenError, problem

DIFF_LINES: Final = 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    0 when all is well; 1 when the edition has errors or the system refuses something; 2 for a wrong call; 130 after
    Ctrl-C.
    """
    options = _parser().parse_args(arguments)
    try:
        status, lines = options.run(options)
    except EditionError as error:
        count = len(error.diagnostics)
        kept = "; docs/ unchanged" if options.writes and not isinstance(error, HalfWrittenError) else ""
        _print([*map(str, error.diagnostics), f"{count} error{'s' if count > 1 else ''}{kept}"], sys.stderr)
        return 1
    except KeyboardInterrupt:
        _print(["interrupted"], sys.stderr)
        return 130
    except OSError as error:
        _print([str(problem(error, options.root, str(options.root)))], sys.stderr)
        return 1
    return status if _print(lines, sys.stdout) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="edition", description="Build a digital edition from a source text and YAML.")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder that holds source/, editorial/ and docs/")
    wait = "how long to wait for another command that uses docs/ (default %(default)g)"
    parser.add_argument("--wait", type=float, default=PATIENCE, metavar="SECONDS", help=wait)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build_command = commands.add_parser("build", help="write the generated part of docs/")
    build_command.set_defaults(run=build, writes=True)
    check_command = commands.add_parser("check", help="check everything; write nothing")
    check_command.set_defaults(run=check, writes=False)
    site_command = commands.add_parser("site", help="build docs/ and the site with all its downloads: EPUB, PDF, ZIP")
    site_command.add_argument("--complete", action="store_true", help="fail where a download cannot be made")
    site_command.set_defaults(run=site, writes=False)
    serve_command = commands.add_parser("serve", help="build, serve the site, and rebuild on every change")
    serve_command.add_argument(
        "--address", type=_address, default="127.0.0.1:8000", help="host:port (default %(default)s)"
    )
    serve_command.set_defaults(run=served, writes=False)
    return parser


def _address(words: str) -> tuple[str, int]:
    """Host and port of `host:port`, `[IPv6]:port` or `port`."""
    host, _, port = words.rpartition(":")
    if not (port.isascii() and port.isdigit() and int(port) < 65536):
        raise argparse.ArgumentTypeError(f"“{words}” is not host:port")
    return host.strip("[]") or "127.0.0.1", int(port)


def build(options: argparse.Namespace) -> tuple[int, list[str]]:
    """Write what changed, and list it."""
    with locked(options.root / "docs", patience=options.wait):
        built = build_docs(options.root)
    lines = [f"docs/{name}" for name in built.change.written]
    lines += [f"docs/{name} (removed)" for name in built.change.removed]
    return 0, [*lines, f"{len(built.files)} generated files, {len(built.change)} changed"]


def check(options: argparse.Namespace) -> tuple[int, list[str]]:
    """Fail on errors of the sources, and where what is committed of docs/ is not what a build would write.

    The disk is read once, under the lock, so that no build comes between; nothing is written.
    """
    docs = options.root / "docs"
    with locked(docs, shared=True, patience=options.wait):
        errors = pending(docs)
        inputs = read_inputs(options.root)
        found = {} if errors else read_tree(docs, is_committed)
    files = everything(view_of(assembled(inputs)))
    if errors := errors or list(drift({name: files[name] for name in files if is_committed(name)}, found)):
        raise EditionError(errors)
    return 0, []


def site(options: argparse.Namespace) -> tuple[int, list[str]]:
    """Build docs/, and site/ with what can be made to take away; nothing else changes docs/ meanwhile."""
    from edition.release.build import release  # It loads typesetters, which the other commands do without.

    with locked(options.root / "docs", patience=options.wait):
        built = build_docs(options.root)
        return release(options.root, built.view, options.complete), []


def served(options: argparse.Namespace) -> tuple[int, list[str]]:
    """Serve the site until interrupted, and rebuild it on each change."""
    from edition.serve import serve  # It loads a server and a watcher, which the other commands do without.

    return serve(options.root, options.address, options.wait, _say), []


def _say(words: str) -> None:
    _print([words], sys.stdout)


def drift(files: Mapping[str, bytes], found: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """How the generated files `found` on disk differ from `files`: missing, stale, written by no build."""
    command = "run `edition build`"
    for name, content in files.items():
        if name not in found:
            yield Diagnostic(Where(f"docs/{name}"), "F004", "the generated file is missing", command)
        elif found[name] != content:
            line, diff = _difference(found[name], content)
            yield Diagnostic(Where(f"docs/{name}", line), "F005", "the file is not what a build writes", command + diff)
    for name in found.keys() - files.keys():
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


def _print(lines: Iterable[str], stream: TextIO) -> bool:
    """Print lines, escaped; whether that worked. That a reader has gone away, as `head` does, is not reported."""
    try:
        encoding = stream.encoding or "utf-8"
        for line in lines:
            shown = "\n".join(map(printable, line.split("\n")))
            stream.write(shown.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()
    except OSError as error:
        _abandon(stream)
        if not isinstance(error, BrokenPipeError) and stream is not sys.stderr:
            _print([f"could not print all of the output: {error.strerror}"], sys.stderr)
        return False
    return True


def _abandon(stream: TextIO) -> None:
    """Send what is still buffered nowhere, so that Python does not fail over it at the end."""
    try:
        number = stream.fileno()
    except OSError:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
