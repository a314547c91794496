"""Page breaks of the witness and the units they interrupt.

A PDF's text keeps little of its pages: a running head here and there, or only a sentence that runs on over a blank
line. Both are evidence of a page break. Running heads that alternate between the sides of an opening prove that none
was missed: on every page the head, where there is one, has to be the head of that page's side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from edition.editorial import FrontMatter, WitnessRecord
from edition.model.diagnostics import Diagnostic
from edition.model.values import PageBreak, Span, UnitKind
from edition.read.readers.lines import Line, Witness
from edition.text.claims import Claim

_COMPLETE: Final = re.compile(r"""[.?!…:;][”’"')\]]*\Z""")


@dataclass
class Draft:
    """A unit in the making: its pieces of the witness and the breaks between them."""

    kind: UnitKind
    division: str
    line: Line
    page: int
    pieces: list[Span]
    breaks: list[PageBreak] = field(default_factory=list)
    front: FrontMatter | None = None

    def complete(self, text: str) -> bool:
        """Whether what is read so far ends a sentence."""
        return bool(_COMPLETE.search(text[self.pieces[-1].start : self.pieces[-1].end]))


@dataclass
class Pagination:
    """Units drafted, page breaks, running heads' lines, and errors in the alternation of the heads."""

    drafts: list[Draft] = field(default_factory=list)
    breaks: list[PageBreak] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    errors: list[Diagnostic] = field(default_factory=list)


def paginate(witness: Witness, claims: list[Claim], record: WitnessRecord) -> Pagination:
    """Draft the units of `claims` in order, joining what a page break interrupts."""
    result, division, page = Pagination(), "", record.first_page
    pending: PageBreak | None = None
    for claim in claims:
        if claim.head:
            page = claim.head.page if claim.head.page is not None else page + 1
            line = claim.line
            pending = PageBreak(page, line.span.start, line.number, "running head", line.text)
            result.breaks.append(pending)
            result.heads.append(line)
            result.errors.extend(_misplaced(witness, claim, page, record))
            continue
        if claim.opens:
            division = claim.opens.id
        last = result.drafts[-1] if result.drafts else None
        if last and claim.kind is UnitKind.PARAGRAPH and not claim.opens and _runs_on(witness, last, claim.line):
            if pending is None:
                page += 1
                pending = PageBreak(page, claim.line.span.start, claim.line.number, "interrupted sentence", None)
                result.breaks.append(pending)
            last.pieces.append(claim.line.span)
            last.breaks.append(pending)
        elif claim.kind is not None:
            draft = Draft(claim.kind, division, claim.line, page, [claim.line.span], front=claim.front)
            result.drafts.append(draft)
        pending = None
    return result


def _runs_on(witness: Witness, last: Draft, line: Line) -> bool:
    running_text = last.kind in (UnitKind.PARAGRAPH, UnitKind.ITEM)
    return running_text and (not last.complete(witness.text) or line.text[0].islower())


def _misplaced(witness: Witness, claim: Claim, page: int, record: WitnessRecord) -> Iterator[Diagnostic]:
    assert claim.head is not None
    recto = (page - record.first_page) % 2 == (0 if record.first_side == "recto" else 1)
    side = "recto" if recto else "verso"
    sides = {head.side for head in record.running_heads}
    if len(sides) == 2 and claim.head.head.side != side:
        yield Diagnostic(
            witness.where(claim.line),
            "W005",
            f"a running head of the {claim.head.head.side} on page {page}, a {side}",
            "a page break before this line was missed, or a line was taken for one; see first_page, first_side "
            "and running_heads in source/witness.yml",
        )
