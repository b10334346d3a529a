"""What official lists say of a matter: under which name they have it, or that they leave it out (FOLD F30)."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.model import OfficialList, Source
from generator.dates import chinese
from generator.reading.document import Json
from generator.site.context import Site, list_path
from generator.site.reaches import words_list
from generator.site.trail import SourceLink, source_link
from generator.words import BODIES, POLARITIES

NOT_LISTED = {
    "excludes": "这份清单没有列这一项，不等于可以开；上级清单仍适用。",
    "permits": "这份清单没有列这一项；没有列本身不说明能不能开。",
}


@dataclass(frozen=True)
class Mention:
    """One place where a list speaks of a matter."""

    place: str
    title: str
    path: str
    polarity: str
    number: str
    as_named: str
    note: str
    omitted: bool


@dataclass(frozen=True)
class Entry:
    """An entry of a list, or an omission, with the matter it maps to."""

    number: str
    as_named: str
    item: str
    note: str
    catch_all: bool = False


@dataclass(frozen=True)
class ListView:
    """An official list as published, and how much of it is known."""

    title: str
    path: str
    place: str
    source: SourceLink | None
    bodies: str
    polarity: str
    edition: str
    bounds: str
    stated: str
    known: int
    complete: bool
    entries: tuple[Entry, ...]
    omits: tuple[Entry, ...]
    notes: tuple[str, ...]

    @property
    def counted(self) -> str:
        """Say how many entries the list says it has, and how many are known here."""
        said = f"清单自称{self.stated}项" if self.stated else "清单没有写共几项"
        whole = "名称都已读到" if self.complete else "名称没有读全"
        return f"{said}，这里收到{self.known}项，{whole}"


def _dicts(value: Json) -> Iterator[dict[str, Json]]:
    """Yield the mappings of a list value."""
    for entry in value if isinstance(value, list) else []:
        if isinstance(entry, dict):
            yield entry


def _entry(entry: dict[str, Json]) -> Entry:
    """Return an entry of a list."""
    number = entry.get("no")
    return Entry(
        "" if number is None else f"第{number}项",
        str(entry.get("as_named") or ""),
        str(entry.get("item") or ""),
        str(entry.get("note") or ""),
        entry.get("catch_all") is True,
    )


def list_source(site: Site, entry: OfficialList) -> Source | None:
    """Return the document a list was published in."""
    return site.source_of(entry.source, entry.place)


def list_view(site: Site, entry: OfficialList) -> ListView:
    """Return a list as its page shows it."""
    data, source = entry.data, list_source(site, entry)
    entries = tuple(_entry(e) for e in _dicts(data.get("entries")))
    start, end, stated = data.get("from"), data.get("until"), data.get("stated_count")
    bounds = [f"自{chinese(str(start))}起"] if start else []
    bounds += [f"至{chinese(str(end))}前"] if end else []
    return ListView(
        str(data.get("title") or entry.slug),
        list_path(entry),
        site.place(entry.place).name,
        source_link(source) if source else None,
        "、".join(BODIES.get(body, body) for body in words_list(data.get("bodies"))),
        POLARITIES.get(str(data.get("polarity")), ""),
        str(data.get("edition") or ""),
        "，".join(bounds),
        "" if stated is None else str(stated),
        len(entries),
        data.get("complete") is True,
        entries,
        tuple(_entry(e) for e in _dicts(data.get("omits"))),
        words_list(data.get("notes")),
    )


def mentions(site: Site, place: str, item_id: str) -> tuple[Mention, ...]:
    """Return what the lists of a place and those above it say of a matter, the place's own first."""
    found: list[Mention] = []
    for level in reversed(site.catalogue.chain(place)):
        for entry in site.lists_of(level):
            for key, omitted in (("entries", False), ("omits", True)):
                found += [
                    _mention(site, entry, _entry(row), omitted)
                    for row in _dicts(entry.data.get(key))
                    if row.get("item") == item_id
                ]
    return tuple(found)


def _mention(site: Site, entry: OfficialList, row: Entry, omitted: bool) -> Mention:
    """Return one mention."""
    return Mention(
        site.place(entry.place).name,
        str(entry.data.get("title") or entry.slug),
        list_path(entry),
        POLARITIES.get(str(entry.data.get("polarity")), ""),
        row.number,
        row.as_named,
        row.note or (NOT_LISTED.get(str(entry.data.get("polarity")), "") if omitted else ""),
        omitted,
    )
