"""What official lists say of a matter: under which name they have it, or that they leave it out (FOLD F30)."""

from dataclasses import dataclass, replace

from generator.catalogue.model import Record, Source, mappings, source_id, strings
from generator.dates import chinese
from generator.reading.document import Json
from generator.site.context import Site, list_path
from generator.site.trail import SourceLink, source_link
from generator.words import BODIES, GRADES, KINDS, LIST_VERDICTS, VILLAGE_BODIES, polarity_words

NOT_LISTED = {
    "excludes": "这份清单没有列这一项，不等于可以开；上级清单仍适用。",
    "permits": "这份清单没有列这一项；没有列本身不说明能不能开。",
    "verdicts": "这份清单没有列这一项；没有列本身不说明什么。",
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
    category: str = ""
    as_said: str = ""


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
    kind: str
    applies_to: str
    categories: tuple[tuple[str, str, str], ...]  # (as named, the verdict it comes to, stated count)
    demander_view: bool
    superseded_by: tuple[str, str] | None
    consulted: str

    @property
    def counted(self) -> str:
        """Say how many entries the list says it has, and how many are known here."""
        said = f"清单自称{self.stated}项" if self.stated else "清单没有写共几项"
        whole = "名称都已读到" if self.complete else "名称没有读全"
        return f"{said}，这里收到{self.known}项，{whole}"


def _entry(entry: dict[str, Json]) -> Entry:
    """Return an entry of a list."""
    number = entry.get("no")
    return Entry(
        "" if number is None else f"第{number}项",
        str(entry.get("as_named") or ""),
        str(entry.get("item") or ""),
        str(entry.get("note") or ""),
        entry.get("catch_all") is True,
        str(entry.get("category") or ""),
        str(entry.get("as_said") or ""),
    )


def list_source(site: Site, entry: Record) -> Source | None:
    """Return the document a list was published in."""
    return site.source_of(entry.source, entry.place)


def list_view(site: Site, entry: Record) -> ListView:
    """Return a list as its page shows it."""
    data, source = entry.data, list_source(site, entry)
    named = {str(c.get("id")): str(c.get("as_named")) for c in mappings(data.get("categories"))}
    entries = tuple(
        replace(found, category=named.get(found.category, found.category))
        for found in map(_entry, mappings(data.get("entries")))
    )
    start, end, stated = data.get("from"), data.get("until"), data.get("stated_count")
    bounds = [f"自{chinese(str(start))}起"] if start else []
    bounds += [f"至{chinese(str(end))}前"] if end else []
    return ListView(
        str(data.get("title") or entry.slug),
        list_path(entry),
        site.place(entry.place).name,
        source_link(source) if source else None,
        "、".join(BODIES.get(body, body) for body in strings(data.get("bodies"))),
        polarity_words(str(data.get("kind")), str(data.get("polarity"))),
        str(data.get("edition") or ""),
        "，".join(bounds),
        "" if stated is None else str(stated),
        len(entries),
        data.get("complete") is True,
        entries,
        tuple(_entry(e) for e in mappings(data.get("omits"))),
        strings(data.get("notes")),
        KINDS.get(str(data.get("kind")), ""),
        "、".join(VILLAGE_BODIES.get(body, body) for body in strings(data.get("applies_to"))),
        tuple(_category(entry) for entry in mappings(data.get("categories"))),
        data.get("demander_view") is True,
        _successor(site, entry),
        str(data.get("consulted") or ""),
    )


def _successor(site: Site, entry: Record) -> tuple[str, str] | None:
    """Return the title and page of the list that took this one's place."""
    reference = entry.data.get("superseded_by")
    other = site.catalogue.lists.get(source_id(str(reference), entry.place)) if reference else None
    return (str(other.data.get("title")), list_path(other)) if other else None


def _category(entry: dict[str, Json]) -> tuple[str, str, str]:
    stated = entry.get("stated_count")
    verdict = LIST_VERDICTS.get(str(entry.get("verdict")), "")
    if "grade" in entry:
        verdict += f"，{GRADES.get(str(entry['grade']), '')}"
    return str(entry.get("as_named")), verdict, "" if stated is None else f"自称{stated}项"


def mentions(site: Site, place: str, item_id: str) -> tuple[Mention, ...]:
    """Return what the lists of a place and those above it say of a matter, the place's own first."""
    found: list[Mention] = []
    for level in reversed(site.catalogue.chain(place, site.on)):
        for entry in site.lists_of(level):
            for key, omitted in (("entries", False), ("omits", True)):
                found += [
                    _mention(site, entry, _entry(row), omitted)
                    for row in mappings(entry.data.get(key))
                    if "item" in row and item_id in (row["item"], *site.read_as(place, str(row["item"])))
                ]
    return tuple(found)


def _mention(site: Site, entry: Record, row: Entry, omitted: bool) -> Mention:
    """Return one mention."""
    return Mention(
        site.place(entry.place).name,
        str(entry.data.get("title") or entry.slug),
        list_path(entry),
        polarity_words(str(entry.data.get("kind")), str(entry.data.get("polarity"))),
        row.number,
        row.as_named,
        row.note or (NOT_LISTED.get(str(entry.data.get("polarity")), "") if omitted else ""),
        omitted,
    )
