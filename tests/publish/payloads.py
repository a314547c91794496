"""Editions whose free texts hold what could be taken for markup: a copy of the tiny one, every text field changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

# Each set begins with a word that shows in the output, so that a test can look for what became of the rest.
PAYLOADS: Final = {
    "tags": 'zq1 <b class="live">bold</b> <script>live()</script> <img src=x onerror=live()> </p></div>',
    "entities": "zq2 &lt;b&gt; & &amp; &#60;i&#62; a&b=c",
    "quotes": 'zq3 " onmouseover="live()" \' ` “ ” ‘ ’',
    "markdown": "zq4 *a* **b** _c_ `d` [e](https://example.org/) ![f](g) ~~h~~ # i {#j .live} {: .live }",
    "templates": "zq5 {{ config.site_name }} {% set x = 1 %} {# no #} ${x} %(x)s {0} {name}",
    "tables": "zq6 | a | b | \\| \\ -- --- === +++ :::",
    "closing": "zq7 ]]> </script> </style> --> <!-- */ /* ?> <?xml </title> </textarea>",
    "formulas": "=1+1 zq8 -2 @x",
    "bibtex": "zq9 } { \\input{x} $a^b_c$ % # ~ & TY  - ER  - ",
    "yaml": "zq10 : - ? ! & * > | @ ` --- ... yes no null 0x1 1e3 # x",
    "directions": "zq11 a\u202eb\u202cc \u2066d\u2069 e\u200bf g\u00adh \ufeffi",
    "astral": "zq12 \U0001d538 \U0001f600 \U00020000 e\u0301 \u4e2d\u6587 \u0627\u0644",
}

# Keys of the editors' files whose values are free text: nothing else refers to them.
FREE: Final = frozenset(
    {
        *("site_name", "description", "lead", "voice", "notice", "short_title", "genre", "abstract", "keywords"),
        *("title", "subtitle", "issuing_body", "issuing_body_full", "obtained", "summary", "label", "scope"),
        *("headword", "sense", "text", "why", "reason", "body", "verified"),
        *("same_as_note", "responsibility", "corrections"),
    }
)
# Those that can refer to something in braces, in the files where they can: a brace itself is written twice there.
PROSE: Final = frozenset({"sense", "text", "why", "reason", "same_as_note"})
REFERRING: Final = ("glossary", "timeline", "recommendations", "emendations")
# Where a key of that name is quoted from the report.
QUOTED: Final = {("actions", "text")}


def inject(folder: Path, payload: str) -> int:
    """Put `payload` behind every free text of the edition in `folder`; return how many there were."""
    count = 0
    for path in sorted([*folder.glob("editorial/**/*.yml"), folder / "source/witness.yml"]):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        refers = any(name in path.parts or name == path.stem for name in REFERRING)
        for holder, key in list(_free(content)):
            if key == "headword":
                holder.pop("words", None)
            count += _change(holder, key, _doubled(payload) if refers and key in PROSE else payload)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return count


def _doubled(payload: str) -> str:
    return payload.replace("{", "{{").replace("}", "}}")


def _change(holder: Any, key: Any, payload: str) -> int:
    holder[key] = f"{payload} {holder[key]}" if payload.startswith("=") else f"{holder[key]} {payload}"
    return 1


def _free(node: Any, above: str = "") -> Iterator[tuple[Any, Any]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and key in FREE and (above, key) not in QUOTED:
                yield node, key
            elif isinstance(value, list) and key in FREE:
                yield from ((value, index) for index, item in enumerate(value) if isinstance(item, str))
            else:
                yield from _free(value, str(key))
    if isinstance(node, list):
        for item in node:
            yield from _free(item, above)
