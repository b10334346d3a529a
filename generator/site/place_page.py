"""A place's page: what is collected of it, what it says itself, and its whole directory by kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.model import ROOT, Place, Source
from generator.resolve.directory import Directory, Item
from generator.site.certificate import verdict_of
from generator.site.context import Site
from generator.site.evidence import list_view
from generator.site.links import page_path
from generator.site.page import FRESHNESS, SEARCH, Page, speaker_of
from generator.site.reaches import words_list
from generator.site.trail import (
    SourceLink,
    history_of,
    source_link,
    source_since,
    upcoming_words,
)
from generator.words import (
    COPIES,
    KINDS,
    POSITIONS,
    READ,
    SOURCE_KINDS,
    TOPICS,
    UNCOLLECTED,
    VERDICT_ORDER,
    Verdict,
    since_words,
)


@dataclass(frozen=True)
class Row:
    """A line of a list of pages."""

    name: str
    path: str
    words: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Group:
    """Matters under one heading; certificates under a verdict."""

    verdict: Verdict | None
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class SourceRow:
    """A document in a list of documents."""

    link: SourceLink
    kind: str
    since: str
    read: str


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
        "groups": certificate_groups(site, place.path, directory),
        "signs": rows_of(site, place.path, directory.of_kind("signs")),
        "provisions": rows_of(site, place.path, directory.of_kind("provisions")),
        "gone": list(_gone(site, place, directory)),
        "sources": [source_row(source) for source in site.sources_of(place.path)],
        "children": [_child(site, child) for child in site.catalogue.children(place.path)],
        "notes": words_list(place.data.get("notes")),
    }
    parents = [site.place(path) for path in site.catalogue.chain(place.path)[1:-1]]
    return Page(
        page_path(place.path),
        place.name if place.path != ROOT else "全国规定",
        f"{place.name}：村（社区）可以开、不能开、不用开的证明，标牌和规定。",
        "place.html",
        speaker_of(site, place),
        context,
        (("首页", "index.html"), *((parent.name, page_path(parent.path)) for parent in parents)),
        directory.changes_next,
        (FRESHNESS, SEARCH),
    )


def certificate_groups(site: Site, place: str, directory: Directory) -> tuple[Group, ...]:
    """Return the certificates grouped by the words of their verdict, in the order of the words."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for item in directory.of_kind("certificates"):
        verdict = verdict_of(item)
        page = site.item_page(place, item.id)
        if page:
            groups.setdefault((verdict.key, verdict.words), []).append(Row(item.name, page[1]))
    ordered = sorted(groups.items(), key=lambda pair: (VERDICT_ORDER.index(pair[0][0]), len(pair[0][1])))
    return tuple(Group(Verdict(key, words), words, tuple(rows)) for (key, words), rows in ordered)


def rows_of(site: Site, place: str, items: Iterable[Item]) -> tuple[Row, ...]:
    """Return signs or provisions, those of a place below the nation marked where they are its own."""
    rows = []
    for item in items:
        page = site.item_page(place, item.id)
        if page is not None:
            whose = "本地" if page[0] == place != ROOT else ""
            rows.append(Row(item.name, page[1], "；".join(filter(None, (detail(item), whose)))))
    return tuple(rows)


def detail(item: Item) -> str:
    """Say in a word or two what a sign or provision is about."""
    if item.kind == "signs":
        return POSITIONS.get(str(item.get("position")), "")
    return TOPICS.get(str(item.get("topic")), "")


def source_row(source: Source) -> SourceRow:
    """Return a document as lists show it."""
    return SourceRow(
        source_link(source),
        SOURCE_KINDS.get(source.kind, ""),
        source_since(source),
        READ.get(str(source.data.get("read")), "") + f"（{COPIES.get(str(source.data.get('copy')), '')}）",
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
    """Say what a place changed of a matter."""
    said = []
    for step in history_of(site, item):
        if step.place == place.name:
            fields = "；".join(
                f"{label}：{old or '（无）'} → {new or '（去掉）'}" for label, old, new in step.changes
            )
            said.append(f"{step.since}，{fields or step.verb}")
    return "。".join(said)


def _upcoming(site: Site, place: Place, directory: Directory) -> Iterator[tuple[str, str, object]]:
    """Yield (name, page, step) of each announced step."""
    for step in directory.upcoming:
        page = site.item_page(place.path, step.item)
        name = site.item_name(place.path, step.item)
        yield (name, page[1] if page else "", upcoming_words(site, step))


def _gone(site: Site, place: Place, directory: Directory) -> Iterator[Row]:
    """Yield the matters no longer listed."""
    for item_id, gone in directory.withdrawn.items():
        page = site.item_page(place.path, item_id)
        since = since_words(gone.step.start, gone.step.since) if gone.step and not gone.lapsed else ""
        words = "所依据的文件已到期" if gone.lapsed else f"{since}不再列"
        yield Row(gone.item.name, page[1] if page else "", words, KINDS[gone.item.kind])


def _child(site: Site, child: Place) -> tuple[str, str]:
    """Return a place below with its page, if it has one."""
    known = child.path in site.directories and site.has_page(child)
    return child.name, page_path(child.path) if known else ""
