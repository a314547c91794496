"""One direction of flow: each module imports from its own stage and from those before it, and can be imported alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

from sites import ROOT

SCRIPTS = ROOT / "scripts"
STAGES = (
    "model",
    "editorial",
    "read",
    "text",
    "index",
    "rules",
    "assemble",
    "publish.plan",
    "publish.markup",
    "publish.labels",
    "publish.dated",
    "publish.layers",
    "publish.view",
    "publish.citation",
    "publish.formats",
    "publish.pages",
    "publish.data",
    "publish",
    "release",
    "store",
    "serve",
    "cli",
    "__main__",
)
# What pages and data share belongs to the plan, so neither imports the other, although one comes first.
APART = {("edition.publish.data", "edition.publish.pages")}
# Imports that still run backward: importing module and imported one. One that is gone has to go here, too.
BACKWARD: set[tuple[str, str]] = set()
# Public names that several modules define, with the reason.
SHARED_NAMES = {
    "document": "a whole file, of each format's builder",
    "joined": "parts one after the other, in Markdown and in HTML",
    "main": "the command line, and its entry point",
    "make": "what each module that makes one book offers",
    "navigation": "of the site, and of the EPUB",
    "render": "what each module that makes one output offers",
    "table": "rows under a head, in Markdown and in CSV",
}
# Imports each module where no other of the engine's is loaded; prints those that fail.
ALONE = """
import importlib, sys
libraries, modules = (line.split() for line in sys.stdin)
for name in libraries:
    importlib.import_module(name)
for name in modules:
    for loaded in [loaded for loaded in sys.modules if loaded.split(".")[0] == "edition"]:
        del sys.modules[loaded]
    try:
        importlib.import_module(name)
    except Exception as error:
        print(f"{name}: {error!r}")
print(f"{len(modules)} imported")
"""


@cache
def modules() -> dict[str, Path]:
    """The engine's modules by their names."""
    found = {}
    for path in sorted((SCRIPTS / "edition").rglob("*.py")):
        name = ".".join(path.relative_to(SCRIPTS).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text(encoding="utf-8"))


def imported(name: str) -> set[str]:
    """The modules that a module imports, wherever in it; `from edition.model import dates` is `edition.model.dates`."""
    found = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}: relative import"
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {module if module in modules() else str(node.module) for module in whole}
    return found


def stage(name: str) -> int:
    """Which stage a module belongs to, by its number; the package itself comes before all."""
    inside = name.removeprefix("edition").strip(".")
    fitting = [number for number, prefix in enumerate(STAGES) if f"{inside}.".startswith(f"{prefix}.")]
    assert fitting or not inside, f"{name} belongs to no stage"
    return max(fitting, key=lambda number: len(STAGES[number]), default=-1)


def test_no_module_imports_from_a_later_stage() -> None:
    backward = {
        (name, other)
        for name in modules()
        for other in imported(name)
        if other.split(".")[0] == "edition"
        if stage(other) > stage(name)
        or any(f"{name}.".startswith(f"{one}.") and f"{other}.".startswith(f"{two}.") for one, two in APART)
    }
    assert backward == BACKWARD


def test_each_module_imports_alone() -> None:
    libraries = {other for name in modules() for other in imported(name) if other.split(".")[0] != "edition"}
    alone = [name for name in modules() if not name.endswith("__main__")]
    told = f"{' '.join(sorted(libraries))}\n{' '.join(alone)}\n"
    command = [sys.executable, "-c", ALONE]
    done = subprocess.run(command, input=told, cwd=SCRIPTS, capture_output=True, text=True, check=False)
    assert done.stdout == f"{len(alone)} imported\n", done.stdout + done.stderr


def test_one_name_has_one_meaning() -> None:
    places = defaultdict(set)
    for module in modules():
        for node in tree(module).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                places[node.name].add(module)
    several = {name: sorted(found) for name, found in places.items() if len(found) > 1}
    assert several.keys() == SHARED_NAMES.keys(), several
