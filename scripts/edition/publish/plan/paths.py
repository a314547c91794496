"""The pages that every edition has, what belongs to the engine in docs/, and the anchors that the engine sets."""

from __future__ import annotations

from typing import Final

from edition.editorial import EntryKind

HOME: Final = "index.md"
FULL_TEXT: Final = "report/full-text.md"
GLOSSARY: Final = "glossary/index.md"
TIMELINE: Final = "timeline.md"
REGISTER: Final = "recommendations.md"
CONCORDANCE: Final = "concordance.md"
APPARATUS: Final = "apparatus.md"
EDITORIAL_REPORT: Final = "editorial-report.md"
DATA: Final = "data/index.md"
SEARCH: Final = "search.md"
WORDS: Final = "words.md"
COMPARE: Final = "comparison.md"
CITE: Final = "cite.md"
DOWNLOADS: Final = "downloads/index.md"
CODES_PAGE: Final = "about/codes.md"
SITE: Final = "edition.yml"
SOURCES_DATA: Final = "data/sources.json"
# Written by hand in docs/; the navigation names them.
ABOUT: Final = ("about/index.md", "about/policy.md", "about/architecture.md")
REPORT: Final = "report"
PANELS: Final = "glossary/panels.json"

# What belongs to the engine in docs/ (a folder's name ends in `/`): whatever else is there was written by hand.
OWNED: Final = (
    HOME,
    f"{REPORT}/",
    "glossary/",
    TIMELINE,
    "timeline/",
    REGISTER,
    "recommendations/",
    CONCORDANCE,
    "concordance/",
    APPARATUS,
    "apparatus/",
    EDITORIAL_REPORT,
    "data/",
    SEARCH,
    WORDS,
    "words/",
    COMPARE,
    "comparison/",
    CITE,
    "downloads/",
    CODES_PAGE,
    SITE,
)

KIND_SLUGS: Final[dict[EntryKind, str]] = {
    EntryKind.CONCEPT: "concepts",
    EntryKind.PERSON: "people",
    EntryKind.ORGANISATION: "organisations",
    EntryKind.DOCUMENT: "documents",
    EntryKind.PLACE: "places",
    EntryKind.ISSUE: "issues",
}

# Anchors that the engine itself sets, by page. The skeleton's are on every page.
SKELETON: Final = ("content", "drawer", "site-search", "site-nav")
SECTIONS: Final[dict[str, tuple[str, ...]]] = {
    HOME: ("home", "the-report", "ways-in", "figures"),
    GLOSSARY: ("glossary",),
    TIMELINE: ("timeline", "events", "targets"),
    REGISTER: ("register", "recommendations", "directives", "withdrawn"),
    CONCORDANCE: ("concordance",),
    APPARATUS: (
        "apparatus",
        *("emendations", "normalisations", "running-heads", "joins", "emphasis-marks", "list-markers"),
        *("notes", "pages"),
    ),
    EDITORIAL_REPORT: (
        *("editorial-report", "coverage", "indexes", "statements", "operations"),
        *("excluded-date", "excluded-directive", "excluded-abbreviation", "excluded-name"),
    ),
    SEARCH: (
        *("search", "syntax", "rules", "desk", "desk-off", "desk-find", "desk-out"),
        *("desk-summary", "desk-notes", "desk-more", "desk-lines", "desk-further"),
    ),
    COMPARE: ("comparison", "desk-only", "desk-parts"),
    DOWNLOADS: ("downloads", "text", "data-files", "books"),
    WORDS: ("word-index", "most-frequent", "most-frequent-pairs", "most-frequent-of-all", "all-words"),
    CITE: ("cite", "chicago", "apa", "mla", "formats"),
    CODES_PAGE: ("codes",),
}
# The series of the register, by the first letter of an entry's id: the anchor of each.
SERIES: Final = {"R": "recommendations", "A": "directives"}
# On a page of the report, besides the report's own anchors.
CHAPTER_SECTIONS: Final = ("parts", "mentioned")


# Of what the engine owns, what only machines read: every build makes it, nobody reviews it, git ignores it.
MACHINE: Final = ("data/", "downloads/", PANELS)


def is_owned(path: str) -> bool:
    """Whether `path` in docs/ belongs to the engine."""
    return _is_among(path, OWNED)


def is_committed(path: str) -> bool:
    """Whether `path` is a generated file that people review: it is committed, and `edition check` compares it."""
    return is_owned(path) and (path.endswith(".md") or not _is_among(path, MACHINE))


def _is_among(path: str, paths: tuple[str, ...]) -> bool:
    return any(path == one or (one.endswith("/") and path.startswith(one)) for one in paths)


def url(page: str) -> str:
    """The address of a page of docs/ from the root of the site: `report/complexity.md` gives `report/complexity/`."""
    if not page.endswith(".md"):
        return page
    stem = page.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""
