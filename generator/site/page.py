"""A page before it is written, and the engine that writes it: Jinja2 into the shell of its depth."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.catalogue.model import Place
from generator.dates import chinese
from generator.resources import resource
from generator.site.context import Site
from generator.site.links import depth_of
from generator.site.office import imprint, labels, office_of
from generator.site.shells import NAVIGATION, Shells, fill
from generator.site.trail import UNCERTAIN
from generator.words import SPEAKER, UNSTATED, UNVERIFIED

# Loaded at the foot of a page: the mark of a day that has passed on every page, the search where there is a field.
FRESHNESS = "freshness.js"
SEARCH = "search.js"
PROVINCE = "province.js"


@dataclass(frozen=True)
class Page:
    """A page: where it stands, its template and what the template is given."""

    path: str
    title: str
    description: str
    template: str
    speaker: str
    context: Mapping[str, object]
    crumbs: tuple[tuple[str, str], ...] = ()
    changes_next: date | None = None
    scripts: tuple[str, ...] = field(default=(FRESHNESS,))

    @property
    def folder(self) -> str:
        """Return the page's folder: its path without index.html."""
        return self.path.rpartition("/")[0]


@cache
def environment() -> Environment:
    """Return the templates, compiled once."""
    return Environment(
        loader=FileSystemLoader(Path(resource("site_templates")) / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def fragment(template: str, depth: int, context: Mapping[str, object]) -> Markup:
    """Render a part of a page for a depth."""
    shared = {"up": "../" * depth, "unstated": UNSTATED, "uncertain": UNCERTAIN, "unverified": UNVERIFIED}
    return Markup(environment().get_template(template).render({**shared, **context}))


def write(site: Site, shells: Shells, page: Page) -> bytes:
    """Return a page's file."""
    depth = depth_of(page.path)
    after = page.changes_next
    content = fragment(
        page.template,
        depth,
        {
            **page.context,
            "crumbs": page.crumbs,
            "navigation": NAVIGATION,
            "speaker": page.speaker,
            "imprint": imprint(site, page.folder),
            "gaps": site.gaps,
            "on": chinese(site.on.isoformat()),
            "changes_next": after.isoformat() if after else "",
            "changes_next_words": chinese(after.isoformat()) if after else "",
        },
    )
    scripts = Markup("").join(
        Markup('<script src="{}assets/{}" defer></script>').format("../" * depth, name)
        for name in page.scripts
    )
    column = page.crumbs[-1][0] if page.crumbs else ""
    return fill(
        shells.pages[depth],
        title=page.title,
        description=page.description,
        head=_canonical(site, page) + labels(site, page.folder, page.title, column),
        content=content,
        scripts=scripts,
    ).encode()


def _canonical(site: Site, page: Page) -> Markup:
    """Return the link to the page's own address, where the site has one."""
    address = site.settings.address_of(page.path)
    return Markup('<link rel="canonical" href="{}">').format(address) if address else Markup("")


def speaker_of(site: Site, place: Place) -> str:
    """Say who speaks: this site, unless an office has adopted the place's directory by a recorded document."""
    office = office_of(site, place)
    if office is None:
        return SPEAKER
    return f"由{office.name}发布（{office.adopted_by.cited}）；内容为摘要，以原文和办理机关答复为准"
