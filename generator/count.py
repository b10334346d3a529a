"""How much of each place is collected: documents, lists with what they state and what is known, items, conflicts."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from generator.catalogue.model import ROOT, Catalogue, ItemFile, Record, mappings
from generator.reading.document import Json

WORDS: Mapping[str, str] = {
    "places": "地方", "documents": "文件", "lists": "清单", "stated": "清单写的项数", "known": "收到的项",
    "matched": "对上事项的", "introduced": "自己列的事项", "adjusted": "改上级的", "conflicts": "不一致的文件",
    "figures": "数字", "proposals": "申请",
}  # fmt: skip


@dataclass(frozen=True)
class Count:
    """The counts of a place with all places below it (of the nation: its own). `stated` adds up the lists that say."""

    place: str
    name: str
    places: int = 0
    documents: int = 0
    lists: int = 0
    stated: int = 0
    known: int = 0
    matched: int = 0
    introduced: int = 0
    adjusted: int = 0
    conflicts: int = 0
    figures: int = 0
    proposals: int = 0


def counts(catalogue: Catalogue) -> tuple[Count, ...]:
    """Return the counts of the nation and of every province, in official order."""
    nation = catalogue.places.get(ROOT)
    own = [_count(catalogue, ROOT, nation.name, {ROOT})] if nation else []
    provinces = (
        _count(catalogue, p.path, p.name, {q for q in catalogue.places if f"{q}/".startswith(f"{p.path}/")})
        for p in catalogue.provinces()
    )
    return (*own, *provinces)


def total(listed: tuple[Count, ...]) -> Count:
    """Return the sum of counts."""
    sums = {f.name: sum(getattr(one, f.name) for one in listed) for f in fields(Count)[2:]}
    return Count("", "合计", **sums)


def _count(catalogue: Catalogue, place: str, name: str, inside: set[str]) -> Count:
    files = [f for held in catalogue.items.values() for f in held.values() if f.place in inside]
    records = {
        kind: [r for r in held.values() if r.place in inside] for kind, held in catalogue.records.items()
    }
    lists = records.get("lists", [])
    entries = [entry for record in lists for entry in mappings(record.data.get("entries"))]
    return Count(
        place, name, len(inside), sum(source.place in inside for source in catalogue.sources.values()),
        len(lists), sum(map(_stated, lists)), len(entries), sum("item" in entry for entry in entries),
        sum(file.introduces for file in files), sum(not file.introduces for file in files),
        sum(map(_conflicts, files)), len(records.get("figures", [])), len(records.get("proposals", [])),
    )  # fmt: skip


def _stated(record: Record) -> int:
    """Return the number of entries that a list states: its own, else the sum of its categories'."""
    whole = record.data.get("stated_count")
    if isinstance(whole, int):
        return whole
    parts = (category.get("stated_count") for category in mappings(record.data.get("categories")))
    return sum(part for part in parts if isinstance(part, int))


def _conflicts(file: ItemFile) -> int:
    """Return the number of conflicting documents that a file records."""
    given = file.introduction()
    holders: list[Json] = [given[1].get("conflicts")] if given else []
    for _, change in file.changes():
        new = change.get("set")
        holders.append(new.get("conflicts") if isinstance(new, dict) else None)
    return sum(1 for held in holders for _ in mappings(held))
