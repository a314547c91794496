"""The part of the site's configuration that the report decides: name, description, navigation.

Written as `docs/edition.yml`, which `mkdocs.yml` inherits from, so that another report needs no change there.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.model.values import Division
from edition.publish.citation.record import for_templates
from edition.publish.formats.preview import HEIGHT, WIDTH
from edition.publish.markup.yaml import document
from edition.publish.plan.paths import (
    ABOUT,
    APPARATUS,
    CITE,
    CODES_PAGE,
    COMPARE,
    CONCORDANCE,
    DATA,
    DOWNLOADS,
    EDITORIAL_REPORT,
    FULL_TEXT,
    GLOSSARY,
    HOME,
    REGISTER,
    SEARCH,
    SITE,
    TIMELINE,
    WORDS,
)
from edition.publish.view import View


def render(view: View) -> Iterator[tuple[str, str]]:
    """The configuration file."""
    record = view.edition.editorial.edition
    values: dict[str, object] = {
        "site_name": record.site_name,
        "site_description": record.description,
        "copyright": record.notice,
        "extra": {"citation": for_templates(view) | {"preview": _preview(view)}},
        "nav": navigation(view),
    }
    if further := continuations(view):
        values["not_in_nav"] = "\n".join(further)
    yield SITE, document(values, view.labels("site.generated"))


def _preview(view: View) -> dict[str, object]:
    return {"width": WIDTH, "height": HEIGHT, "alt": view.labels("preview.alt")}


def navigation(view: View) -> list[object]:
    """Titles and pages, nested, in the order of the site: what MkDocs takes as `nav`."""
    labels, plan = view.labels, view.plan
    kinds = [{labels(f"kinds.{kind.value}"): paged.first} for kind, paged in plan.kinds.items()]
    research = {
        "search": SEARCH,
        "words": WORDS,
        "comparison": COMPARE,
        "concordance": CONCORDANCE,
        "apparatus": APPARATUS,
        "editorial_report": EDITORIAL_REPORT,
        "data": DATA,
        "cite": CITE,
        "downloads": DOWNLOADS,
    }
    about = dict(zip(("edition", "policy", "architecture"), ABOUT, strict=True)) | {"codes": CODES_PAGE}
    return [
        {labels("site.home"): HOME},
        {
            labels("site.report"): [
                *(_branch(view, top) for top in plan.tree.tops),
                {labels("site.full_text"): FULL_TEXT},
            ]
        },
        {labels("site.glossary"): [{labels("site.a_to_z"): GLOSSARY}, *kinds]},
        {labels("site.timeline"): TIMELINE},
        {labels("site.register"): REGISTER},
        {labels("site.research"): [{labels(f"site.{name}"): path} for name, path in research.items()]},
        {labels("site.about"): [{labels(f"site.about_{name}"): path} for name, path in about.items()]},
    ]


def _branch(view: View, division: Division) -> dict[str, object]:
    subpages = view.plan.tree.subpages(division)
    first = view.plan.division_page(division)
    return {division.title: [first, *(_branch(view, part) for part in subpages)] if subpages else first}


def continuations(view: View) -> list[str]:
    """The pages after the first of what is divided: links lead to them, the navigation does not name them."""
    plan = view.plan
    listed = (*plan.text.values(), plan.full, *plan.kinds.values(), plan.events, plan.register, plan.apparatus)
    listed += (plan.concordance, plan.comparison, plan.words)
    return [f"/{page}" for paged in listed for page, _ in paged.pages[1:]]
