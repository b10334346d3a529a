"""A place's directory by kind: its matters in groups, those of its own marked, what a county only inherits counted."""

from dataclasses import dataclass

from generator.catalogue.model import ROOT
from generator.resolve.directory import Directory, Item
from generator.site.context import Site
from generator.site.groups import Grouped, grouped
from generator.site.links import page_path
from generator.site.rows import Group, Row
from generator.words import KINDS


@dataclass(frozen=True)
class KindView:
    """The matters of one kind at a place. `inherited` are left to the page `above`, where there are any."""

    kind: str
    heading: str
    total: int
    own: int
    groups: tuple[Group, ...]
    inherited: int
    above: str


def kind_views(site: Site, place: str, directory: Directory) -> tuple[KindView, ...]:
    """Return a place's kinds that have matters, certificates first."""
    return tuple(_kind_view(site, place, kind, items) for kind in KINDS if (items := directory.of_kind(kind)))


def _kind_view(site: Site, place: str, kind: str, items: tuple[Item, ...]) -> KindView:
    """Return one kind. The nation and provinces list everything; below them, of other kinds only what differs."""
    own = [item for item in items if site.says_own(place, item.id)]
    whole = kind == "certificates" or site.place(place).level in ("nation", "province")
    groups = tuple(_group(site, place, group) for group in grouped(kind, items if whole else own))
    above = site.catalogue.parent(place, site.on) or ROOT
    return KindView(
        kind,
        KINDS[kind],
        len(items),
        len(own),
        tuple(group for group in groups if group.rows),
        0 if whole else len(items) - len(own),
        f"{page_path(above)}#{kind}",
    )


def _group(site: Site, place: str, group: Grouped) -> Group:
    """Return a group with a line for each matter that has a page; a place below the nation marks its own."""
    rows = []
    for item in group.items:
        page = site.item_page(place, item.id)
        if page is not None:
            own = place != ROOT and site.says_own(place, item.id)
            rows.append(Row(item.name, page[1], "本地" if own else ""))
    return Group(group.verdict, group.heading, tuple(rows), group.code)
