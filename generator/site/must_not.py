"""What may not be put on a village, on one page that a clerk can print and show to a department."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.model import ROOT, Place, strings
from generator.resolve.directory import Item
from generator.site.basis import DocumentView, all_bases, bases_of, by_document
from generator.site.conflicts import Conflict, conflicts_of
from generator.site.context import Site
from generator.site.links import page_path
from generator.site.page import Page, speaker_of
from generator.site.provision import RuleView, rule_view
from generator.words import BODIES, TASK_SCOPES


@dataclass(frozen=True)
class Refused:
    """A task that may not be put on a village."""

    name: str
    path: str
    whose: str
    bodies: str
    says: str
    exception: str
    documents: tuple[DocumentView, ...]
    conflicts: tuple[Conflict, ...]


def must_not_path(site: Site, place: str) -> str:
    """Return the page that a place shows: its own where it refuses something itself, else the nearest above."""
    for nearest in reversed(site.catalogue.chain(place, site.on)):
        if nearest == ROOT or any(site.says_own(nearest, item.id) for item in _refused(site, nearest)):
            return page_path(f"{nearest}/must-not")
    raise AssertionError("the root ends every chain")


def _refused(site: Site, place: str) -> Iterator[Item]:
    for item in site.directories[place].of_kind("tasks"):
        if item.get("verdict") == "must_not" and not item.date_uncertain:
            yield item


def must_not_pages(site: Site, place: Place) -> Iterator[Page]:
    """Yield a place's page, if it has one of its own."""
    path = page_path(f"{place.path}/must-not")
    if must_not_path(site, place.path) != path:
        return
    groups: dict[str, list[Refused]] = {scope: [] for scope in (*TASK_SCOPES, "")}
    for item in _refused(site, place.path):
        scope = str(item.get("scope") or "")
        groups[scope if scope in groups else ""].append(_view(site, place, item))
    context: dict[str, object] = {
        "place": place,
        "groups": [
            (scope or "unstated", TASK_SCOPES.get(scope, "没有写到什么程度"), rows)
            for scope, rows in groups.items()
            if rows
        ],
        "count": sum(map(len, groups.values())),
        "rules": _rules(site, place),
    }
    yield Page(
        path, f"不得派给村里的事（{place.name}）", f"{place.name}：文件写明村级组织不承担的事，逐条有出处，可以打印。",
        "must_not.html", speaker_of(site, place), context,
        (("首页", "index.html"), (place.name, page_path(place.path)), ("任务", f"{page_path(place.path)}#tasks")),
        site.directories[place.path].changes_next,
    )  # fmt: skip


def _view(site: Site, place: Place, item: Item) -> Refused:
    page = site.item_page(place.path, item.id)
    return Refused(
        item.name,
        page[1] if page else "",
        "" if item.introduced_by == ROOT else site.place(item.introduced_by).name,
        "、".join(BODIES.get(body, body) for body in strings(item.get("for"))),
        str(item.get("says") or ""),
        str(item.get("exception") or ""),
        by_document(all_bases(site, item, bases_of(site, item))),
        conflicts_of(site, item),
    )


def _rules(site: Site, place: Place) -> list[RuleView]:
    """Return the place's rules on who is responsible, and on what may be handed down."""
    directory = site.directories[place.path]
    return [
        rule_view(site, place.path, rule)
        for rule in directory.of_kind("provisions")
        if rule.get("topic") == "responsible_body" and "tasks" in strings(rule.get("reaches.kinds"))
    ]
