"""`make bench-engine`: what it costs to build synthetic editions, beside MkDocs and beside plain Material.

For each size, in one run: plain Material of the same text, a page a chapter; `edition build` of the edition; `mkdocs
build` of what that wrote. Figures are user and system CPU time (s) of the child process, the best of the runs, and its
peak memory (MB). Exits with 1 where one of the marks at the head of this module is missed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.synthetic_edition import Size, plain_words, write_edition

ROOT = Path(__file__).parent.parent.parent
CHAPTER = 6000
# Words and entries of each size.
SIZES = {6_000: 60, 60_000: 300, 300_000: 1_500}
# At most: the engine over `mkdocs build`; the whole over plain Material at the smallest size; the engine's time at the
# largest size over that at the middle one; MB.
ENGINE_SHARE, WHOLE_RATIO, GROWTH, MEMORY = 0.5, 5.0, 6.0, 600
COPIED = ("mkdocs.yml", "overrides", "docs/assets", "docs/about")
PLAIN = "site_name: Plain\ntheme: {name: material, font: false}\nplugins: [search]\n"


@dataclass(frozen=True)
class Cost:
    """CPU time in seconds and peak memory in MB of a child process."""

    time: float
    memory: float

    def __str__(self) -> str:
        return f"{self.time:.2f} s, {self.memory:.0f} MB"


@dataclass(frozen=True)
class Measured:
    """What each of the three builds costs at one size."""

    size: Size
    plain: Cost | None
    engine: Cost
    mkdocs: Cost | None

    @property
    def share(self) -> float | None:
        return self.engine.time / self.mkdocs.time if self.mkdocs else None

    @property
    def ratio(self) -> float | None:
        return (self.engine.time + self.mkdocs.time) / self.plain.time if self.mkdocs and self.plain else None

    def row(self, before: Measured | None) -> str:
        growth = self.engine.time / before.engine.time if before else None
        cells = [f"{self.size.words:,}", str(self.size.entries), *map(_shown, (self.plain, self.mkdocs, self.engine))]
        return f"| {' | '.join([*cells, *map(_ratio, (self.share, self.ratio, growth))])} |"


def _shown(cost: Cost | None) -> str:
    return str(cost) if cost else "—"


def _ratio(value: float | None) -> str:
    return f"{value:.2f}" if value is not None else "—"


def main() -> int:
    """Measure and print a table; 1 where a mark is missed."""
    options = _parser().parse_args()
    source = plain_words(ROOT / "source/report.txt")
    detectors = (ROOT / "editorial/detectors.yml").read_text(encoding="utf-8")
    print("| Words | Entries | Plain Material | mkdocs build | edition build | engine/mkdocs | whole/plain | growth |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    rows: list[Measured] = []
    for words in options.sizes:
        size = Size(words, SIZES.get(words, words // 200), None if options.one_division else CHAPTER)
        with tempfile.TemporaryDirectory() as folder:
            row = measured(Path(folder), source, size, detectors, options)
        print(row.row(rows[-1] if rows else None), flush=True)
        rows.append(row)
    missed = list(_missed(rows))
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.engine", description="Measure the engine on synthetic editions.")
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES), help="words (default: %(default)s)")
    parser.add_argument("--one-division", action="store_true", help="put the whole text into one division")
    parser.add_argument("--engine-only", action="store_true", help="leave MkDocs out, which takes minutes at 300,000")
    parser.add_argument("--runs", type=int, default=1, help="take the best of so many runs (default: %(default)s)")
    return parser


def measured(folder: Path, source: list[str], size: Size, detectors: str, options: argparse.Namespace) -> Measured:
    """Write an edition of `size` below `folder`, and what plain Material needs of it, and build both."""
    edition, plain = folder / "edition", folder / "plain"
    chapters = write_edition(edition, source, size, detectors)
    for name in COPIED:
        (edition / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, edition / name)
    _write_plain(plain, chapters)
    engine = cost([sys.executable, "-m", "edition", "--root", str(edition), "build"], edition, options.runs, "docs")
    if options.engine_only:
        return Measured(size, None, engine, None)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir"]
    return Measured(
        size,
        plain=cost([*mkdocs, str(folder / "plain-site")], plain, options.runs),
        engine=engine,
        mkdocs=cost([*mkdocs, str(folder / "site")], edition, options.runs),
    )


def _write_plain(root: Path, chapters: list[list[str]]) -> None:
    docs = root / "docs"
    docs.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (docs / "index.md").write_text("# Plain\n", encoding="utf-8")
    for number, paragraphs in enumerate(chapters, start=1):
        text = "\n\n".join([f"# Synthetic Chapter {number}", *paragraphs])
        (docs / f"c{number}.md").write_text(text + "\n", encoding="utf-8")


def cost(command: list[str], folder: Path, runs: int, result: str | None = None) -> Cost:
    """The best of `runs` of a command in `folder`; each run begins with `result`, a folder there, as the first did."""
    kept = folder.with_name(f"{folder.name}-kept")
    if result and runs > 1:
        shutil.copytree(folder / result, kept)
    found = []
    for run in range(runs):
        if result and run:
            shutil.rmtree(folder / result)
            shutil.copytree(kept, folder / result)
        found.append(_run(command, folder))
    return Cost(min(item.time for item in found), min(item.memory for item in found))


def _run(command: list[str], folder: Path) -> Cost:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "scripts")}
    with tempfile.TemporaryFile() as words:
        child = subprocess.Popen(command, cwd=folder, env=env, stdout=words, stderr=words)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            words.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{words.read().decode('utf-8', 'replace')[-2000:]}")
    scale = 1 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * scale / 1_000_000)


def _missed(rows: list[Measured]) -> list[str]:
    missed = []
    for row in rows:
        if row.share and row.share > ENGINE_SHARE:
            missed.append(
                f"{row.size.words} words: the engine takes {row.share:.2f} of mkdocs build, not {ENGINE_SHARE}"
            )
        if row.engine.memory > MEMORY:
            missed.append(f"{row.size.words} words: the engine takes {row.engine.memory:.0f} MB, not {MEMORY}")
    if rows and rows[0].ratio and rows[0].ratio > WHOLE_RATIO:
        missed.append(f"{rows[0].size.words} words: the whole takes {rows[0].ratio:.1f} of plain, not {WHOLE_RATIO}")
    by_words = {row.size.words: row for row in rows}
    middle, large = (by_words.get(words) for words in list(SIZES)[1:])
    if middle and large and large.engine.time > GROWTH * middle.engine.time:
        growth = large.engine.time / middle.engine.time
        missed.append(
            f"from {middle.size.words} to {large.size.words} words the time grows {growth:.1f}-fold, not {GROWTH}"
        )
    return missed


if __name__ == "__main__":
    sys.exit(main())
