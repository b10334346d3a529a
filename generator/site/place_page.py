"""A place's page: what is collected of it, what it says itself, and its whole directory by kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.model import ROOT, Place, Source, strings
from generator.field_words import WITHIN
from generator.resolve.directory import Directory, Item
from generator.site.basis import quality_words
from generator.site.context import Site, sources_path
from generator.site.data_files import data_path
from generator.site.evidence import list_view
from generator.site.figures import figures_of
from generator.site.home_pages import featured
from generator.site.links import page_path
from generator.site.must_not import must_not_path
from generator.site.page import FRESHNESS, SEARCH, Page, speaker_of
from generator.site.place_kinds import kind_views
from generator.site.proposals import proposals_of
from generator.site.recent import recent
from generator.site.rows import Row
from generator.site.trail import (
    SourceLink,
    history_of,
    source_link,
    source_since,
    upcoming_words,
)
from generator.words import (
    ENDINGS,
    KINDS,
    SOURCE_KINDS,
    UNCOLLECTED,
    since_words,
)

_LATELY = 8


@dataclass(frozen=True)
class SourceRow:
    """A document in a list of documents."""

    link: SourceLink
    kind: str
    since: str
    quality: str


def place_page(site: Site, place: Place) -> Page:
    """Return a place's page."""
    directory = site.directories[place.path]
    context: dict[str, object] = {
        "place": place,
        "search_place": place.path,
        "gap": UNCOLLECTED + "。" if site.uncollected(place.path) else "",
        "lists": [list_view(site, entry) for entry in site.lists_of(place.path)],
        "own": list(_own(site, place, directory)) if place.path != ROOT else [],
        "upcoming": list(_upcoming(site, place, directory)),
        "kinds": kind_views(site, place.path, directory),
        "featured": featured(site, place.path),
        "recent": recent(site, [place.path], _LATELY),
        "must_not": must_not_path(site, place.path),
        "prints": _prints(site, place),
        "figures": figures_of(site, place.path),
        "proposals": proposals_of(site, place.path),
        "missing": sorted(directory.missing),
        "data_path": data_path(place.path),
        "gone": list(_gone(site, place, directory)),
        "sources": [source_row(source) for source in site.sources_of(place.path)],
        "sources_path": sources_path(ROOT),
        "children": [_child(site, child) for child in site.catalogue.children(place.path, site.on)],
        "notes": strings(place.data.get("notes")),
    }
    parents = [site.place(path) for path in site.catalogue.chain(place.path, site.on)[1:-1]]
    return Page(
        page_path(place.path),
        place.name if place.path != ROOT else "全国的目录",
        f"{place.name}：村（社区）可以开、不能开、不用开的证明，任务、报表、机制、标牌和规定。",
        "place.html",
        speaker_of(site, place),
        context,
        (("首页", "index.html"), *((parent.name, page_path(parent.path)) for parent in parents)),
        directory.changes_next,
        (FRESHNESS, SEARCH),
    )


def _prints(site: Site, place: Place) -> list[tuple[str, str]]:
    """Return (label, path) of every file to print that a place makes itself."""
    return [
        (f"{site.item_name(place.path, item_id)}：{label}", path)
        for (where, item_id), files in sorted(site.printed.items())
        if where == place.path
        for label, path in files.items()
        if path.endswith(".pdf")
    ]


def source_row(source: Source) -> SourceRow:
    """Return a document as lists show it."""
    return SourceRow(
        source_link(source),
        SOURCE_KINDS.get(source.kind, ""),
        source_since(source),
        quality_words(source),
    )


def _own(site: Site, place: Place, directory: Directory) -> Iterator[Row]:
    """Yield what the place introduces and changes, against the level above."""
    for item in directory.items.values():
        steps = [step for step in item.history if step.place == place.path]
        page = site.item_page(place.path, item.id)
        if not steps or page is None:
            continue
        if item.introduced_by == place.path:
            since = since_words(steps[0].start, steps[0].since)
            yield Row(item.name, page[1], f"本地列出，{since}", KINDS[item.kind])
        else:
            yield Row(item.name, page[1], _changes(site, place, item), KINDS[item.kind])


def _changes(site: Site, place: Place, item: Item) -> str:
    """Say what a place changed of a matter: values that replace others in full, what is added or taken away by name."""
    said = []
    for step in history_of(site, item):
        if step.place == place.name:
            replaced = [f"{label}：{old} → {new}" for label, old, new in step.changes if old and new]
            added = _named(label for label, old, new in step.changes if new and not old)
            gone = _named(label for label, old, new in step.changes if old and not new)
            parts = [*replaced, f"写了{added}" if added else "", f"去掉{gone}" if gone else ""]
            said.append(f"{step.since}，{'；'.join(filter(None, parts)) or step.verb}")
    return "。".join(said)


def _named(labels: Iterable[str]) -> str:
    """Name the fields that leaves stand in, each once: 依据（law） · 条款 stands in 依据."""
    return "、".join(dict.fromkeys(label.partition(WITHIN)[0].partition("（")[0] for label in labels))


def _upcoming(site: Site, place: Place, directory: Directory) -> Iterator[tuple[str, str, object]]:
    """Yield (name, page, step) of each announced step."""
    for step in directory.upcoming:
        page = site.item_page(place.path, step.item)
        name = site.item_name(place.path, step.item)
        yield (name, page[1] if page else "", upcoming_words(site, place.path, step))


def _gone(site: Site, place: Place, directory: Directory) -> Iterator[Row]:
    """Yield the matters no longer listed."""
    for item_id, gone in directory.withdrawn.items():
        page = site.item_page(place.path, item_id)
        words = ENDINGS[gone.how]
        if gone.how == "withdrawn" and gone.step:
            words = f"{since_words(gone.step.start, gone.step.since)}不再列"
        yield Row(gone.item.name, page[1] if page else "", words, KINDS[gone.item.kind])


def _child(site: Site, child: Place) -> tuple[str, str]:
    """Return a place below with its page, if it has one."""
    known = child.path in site.directories and site.has_page(child)
    return child.name, page_path(child.path) if known else ""
