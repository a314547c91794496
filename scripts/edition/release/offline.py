"""What pages opened from a folder need: browsers let them neither load modules nor fetch, but run classic scripts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

SCRIPTS: Final = "assets/js"
ENTRY: Final = "edition"
DATA: Final = {"glossary/panels.json": "editionPanels"}

IMPORT: Final = re.compile(r'^import (\{.+?\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
LATER: Final = re.compile(r'\bimport\("\./([\w-]+)\.js"\)')
EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)
LEFT: Final = re.compile(r"^\s*(?:import|export)\b|\bimport[.(]", re.MULTILINE)


def mend(site: Path) -> None:
    """Makes one classic script of the modules in `site`, and scripts of the data they would fetch."""
    if (site / f"{SCRIPTS}/{ENTRY}.js").exists():
        (site / f"{SCRIPTS}/{ENTRY}.js").write_text(classic(site / SCRIPTS, ENTRY), encoding="utf-8")
    for name, variable in DATA.items():
        path = site / name
        if path.exists():
            words = f"globalThis.{variable} = {path.read_text(encoding='utf-8').strip()};\n"
            path.with_suffix(".js").write_text(words, encoding="utf-8")


def classic(folder: Path, entry: str) -> str:
    """The module `entry` and all that it imports, as one script. Raises ValueError for syntax that isn't known here."""
    makers: dict[str, str] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in makers:
            source = (folder / f"{name}.js").read_text(encoding="utf-8")
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
