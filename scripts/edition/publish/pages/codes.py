"""The page that lists the diagnostic codes."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model.diagnostics import CODES
from edition.publish.markup.markdown import escape
from edition.publish.plan import CODES_PAGE, front


def render() -> Iterator[tuple[str, str]]:
    """The page of codes."""
    intro = "An error is printed as `file:line:column: [CODE] what is wrong: what to do`, all errors of a run at once."
    rows = [
        "| Code | Meaning |",
        "| --- | --- |",
        *(f"| `{code}` | {escape(words)} |" for code, words in CODES.items()),
    ]
    blocks = ["# Diagnostic codes { #codes }", intro, "\n".join(rows)]
    description = "What each diagnostic code of the engine means."
    yield CODES_PAGE, front("Diagnostic codes", description) + "\n\n".join(blocks) + "\n"
