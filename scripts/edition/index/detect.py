"""Detectors: generous readings of a text for what its indexes must account for.

Each finds more than the indexes will hold; what is no matter for an index goes on an exclusion list, with the
reason. They know English and nothing of any report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from edition.model.dates import MONTHS
from edition.model.values import Found, Passage, Span, Unit, UnitKind
from edition.text.sentences import sentences

_MONTH: Final = "(?:" + "|".join(MONTHS) + ")"
_NUMBER: Final = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|several|many|few|some|past few|next few)"
)
_UNIT: Final = r"(?:hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
_YEAR: Final = r"(?:1[5-9]\d\d|20\d\d)s?"

_TEMPORAL: Final = (
    rf"{_MONTH} \d{{1,2}}(?:, {_YEAR})?",
    rf"(?:(?:last|next|this|early|late|mid) )?{_MONTH}(?: {_YEAR})?",
    rf"(?:[Ff]rom {_YEAR} (?:to|until) {_YEAR})",
    rf"(?:(?:before|by|in|until|since|after|around) )?{_YEAR}",
    r"\d{1,2}(?:st|nd|rd|th)[ -]century|the century",
    rf"{_NUMBER}-{_UNIT}(?: history)?",
    rf"(?:(?:the )?(?:first|last|past|next|coming|previous) )?{_NUMBER} {_UNIT}(?: ago)?",
    rf"(?:in |over )?the (?:past|last|next|coming|previous|current) (?:few )?{_UNIT}",
    r"\d{1,3}(?:st|nd|rd|th)",
    r"year-on-year|long-term|short-term|mid-term|as (?:soon|early) as possible|so far|at times",
    r"at (?:the|this|that) time|at the same time|once again|on (?:different|several|many) occasions|ever since",
    r"now|today|tomorrow|yesterday|nowadays|currently|current|recently|recent|formerly|former|previously|previous|"
    r"past|later|earlier|already|always|never|sometimes|often|originally|initially|subsequent|latest|once|long|ongoing",
    r"(?:the|this|that|an|a|in the) (?:[a-z]+ )?(?:era|age)\b(?: of [a-z]+)?|centennial|anniversary",
    r"(?:since|during|immediately after|after|until|before)(?= (?:the|its?|his|their|this|that|he|she|they)\b)",
    r"(?:the )?\w+est (?:hours|moments|days|times)",
    r"administrations?|presidency|inauguration|(?:re-)?election|president-elect|then-[\w-]+",
    r"wars? of|pandemics?|outbreak|financial crisis|collision",
    r"normali[sz](?:ation|ed)|founding|acceded|accession|launched|independence",
    r"rounds?|first-round|phone calls?|by phone|twice|(?:virtual )?meetings?|summits?|sessions?",
    r"its (?:first|second|third)(?= and| or|,|\.)",
)
_NAMED: Final = (
    r"(?:[A-Z]\w* )*(?:Wars?|Attacks?|Revolution)(?: \d\.\d)?",
    r"(?:[A-Z0-9][\w’–-]* )+(?:Agreement|Act|Consensus|Communiqués?|Plan|Goal|Accords?|Treaty|Charter|Session)",
    r"Summit for|Vision for",
)
_TEMPORAL_RE: Final = re.compile(
    rf"\b(?:{'|'.join(_NAMED)}|(?i:{'|'.join(f'(?:{part})' for part in _TEMPORAL)}))\b(?![-‐-―]\w)"
)

_DIRECTIVE: Final = re.compile(
    r"\b(?:should|must|ought|shall|needs?|needed|has to|have to|had to|imperative|essential|necessary|necessity|"
    r"compulsory|obligatory|not optional|expects?|appeals?|urges?|calls? (?:for|on|upon)|demands?|"
    r"advocat(?:es?|ed|ing)|requires?|required|premise|proposes?|responsible for|let us|there is no room|"
    r"(?:as|so) long as|provided that|only if|if (?:both|either|each|the two))\b",
    re.IGNORECASE,
)
_ABBREVIATION: Final = re.compile(r"(?<![\w’])(?:[A-Z]\.)+[A-Z]?(?!\w)|\b[A-Z][A-Z0-9&+]*[A-Z0-9](?:[+-]\d+)?(?!\w)")
_CAPITAL: Final = re.compile(r"(?<![\w])[A-Z][\w&.’+]*(?<![.’])(?:[-‐-―/]\w+)*")


def temporal(units: Iterable[Unit]) -> Iterator[Found]:
    """Expressions of time: dates, spans, relative words, and nouns of events that imply a date."""
    for unit in units:
        for match in _TEMPORAL_RE.finditer(unit.text):
            yield _found("date", unit, Span(*match.span()))


def directives(units: Iterable[Unit]) -> Iterator[Found]:
    """Sentences that may ask somebody for something."""
    for unit in units:
        for span in sentences(unit.text):
            if _DIRECTIVE.search(unit.text[span.start : span.end]):
                yield _found("directive", unit, span)


def abbreviations(units: Iterable[Unit]) -> Iterator[Found]:
    """Words in capitals, with or without full stops, figures or signs."""
    for unit in units:
        for match in _ABBREVIATION.finditer(unit.text):
            yield _found("abbreviation", unit, Span(*match.span()))


def names(units: Iterable[Unit]) -> Iterator[Found]:
    """Capitalised words outside of headings, one by one.

    A word that opens a sentence counts only if the text never has it in lower case.
    """
    units = list(units)
    ordinary = {word for unit in units for word in re.findall(r"(?<![\w])[a-z]\w*", unit.text)}
    for unit in units:
        if unit.kind is UnitKind.HEADING:
            continue
        openings = {_first_letter(unit.text, span.start) for span in sentences(unit.text)}
        if unit.run_in:
            openings.add(_first_letter(unit.text, unit.run_in.span.end))
        for match in _CAPITAL.finditer(unit.text):
            opens = match.start() in openings
            if not (opens and match.group().lower() in ordinary):
                yield _found("name", unit, Span(*match.span()))


def _first_letter(text: str, start: int) -> int:
    match = re.compile(r"\w").search(text, start)
    return match.start() if match else start


def _found(detector: str, unit: Unit, span: Span) -> Found:
    return Found(detector, Passage(unit.id, span), unit.text[span.start : span.end])
