"""A place's directory by kind: the proofs and what the place says itself in full, what it only inherits counted.

The counts lead to where those matters are listed: the nation's page of the kind, or the page of the place above.
"""

from dataclasses import dataclass

from generator.catalogue.model import ROOT
from generator.resolve.directory import Directory, Item
from generator.site.context import Site
from generator.site.groups import Grouped, grouped
from generator.site.links import page_path
from generator.site.rows import Group, Row
from generator.words import KINDS, Verdict


@dataclass(frozen=True)
class Counted:
    """Matters with one answer that another page lists."""

    verdict: Verdict | None
    heading: str
    count: int
    path: str


@dataclass(frozen=True)
class KindView:
    """The matters of one kind at a place: `groups` are listed, `counted` stand on other pages."""

    kind: str
    heading: str
    total: int
    own: int
    groups: tuple[Group, ...]
    counted: tuple[Counted, ...]


def kind_views(site: Site, place: str, directory: Directory) -> tuple[KindView, ...]:
    """Return a place's kinds that have matters, certificates first."""
    return tuple(_kind_view(site, place, kind, items) for kind in KINDS if (items := directory.of_kind(kind)))


def _kind_view(site: Site, place: str, kind: str, items: tuple[Item, ...]) -> KindView:
    """Return one kind. The nation's matters stand on the page of their kind, and so nothing is listed twice."""
    own = [item for item in items if site.says_own(place, item.id)]
    listed = () if place == ROOT else items if kind == "certificates" else own
    groups = tuple(_group(site, place, group) for group in grouped(kind, listed))
    kept = {item.id for item in listed}
    return KindView(
        kind,
        KINDS[kind],
        len(items),
        len(own),
        tuple(group for group in groups if group.rows),
        tuple(
            Counted(group.verdict, group.heading, len(group.items), _elsewhere(site, place, kind, group.code))
            for group in grouped(kind, [item for item in items if item.id not in kept])
        ),
    )


def _elsewhere(site: Site, place: str, kind: str, code: str) -> str:
    """Return the section that lists what a place inherits."""
    above = site.catalogue.parent(place, site.on) or ROOT
    return f"{page_path(f'{ROOT}/{kind}')}#{code}" if above == ROOT else f"{page_path(above)}#{kind}"


def _group(site: Site, place: str, group: Grouped) -> Group:
    """Return a group with a line for each matter that has a page; a place below the nation marks its own."""
    rows = []
    for item in group.items:
        page = site.item_page(place, item.id)
        if page is not None:
            own = place != ROOT and site.says_own(place, item.id)
            rows.append(Row(item.name, page[1], "本地" if own else ""))
    return Group(group.verdict, group.heading, tuple(rows), group.code)
