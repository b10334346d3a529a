"""What every page needs to know of the whole site: which pages there are, and where a matter's page stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.catalogue.model import ROOT, Catalogue, Place, Record, Source, source_id, strings
from generator.findings import Finding
from generator.resolve.directory import Directory, Item, Withdrawn
from generator.resolve.plan import plan_of
from generator.site.links import page_path
from generator.site.settings import Settings

Printed = Mapping[tuple[str, str], Mapping[str, str]]


@dataclass(frozen=True)
class Site:
    """The input of all pages. `printed` maps (place, item id) to print files: Chinese label to site path."""

    catalogue: Catalogue
    directories: Mapping[str, Directory]
    on: date
    printed: Printed
    settings: Settings = field(default=Settings())
    accepted: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)  # by the file that accepts them

    def place(self, path: str) -> Place:
        """Return a place with the name, code and level it has on the day (FOLD F33)."""
        return self._places[path]

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {path: place.on(self.on) for path, place in self.catalogue.places.items()}

    def places(self) -> tuple[Place, ...]:
        """Return the places that have pages: the nation, the provinces, and others that say something."""
        return tuple(self.place(path) for path in sorted(self.directories) if self.has_page(self.place(path)))

    @cached_property
    def without_page(self) -> Mapping[str, tuple[str, ...]]:
        """Return, by place with a page, those in it that have none: they say nothing, or it is not their time."""
        paged = {place.path for place in self.places()}
        found: dict[str, tuple[str, ...]] = {}
        for path in sorted({*self.catalogue.places} - paged):
            holder = next((above for above in reversed(self.catalogue.chain(path)) if above in paged), ROOT)
            found[holder] = (*found.get(holder, ()), path)
        return found

    def has_page(self, place: Place) -> bool:
        """Tell whether a place has a page (FOLD F43)."""
        return place.level in ("nation", "province") or self.speaks(place.path)

    def speaks(self, place: str) -> bool:
        """Tell whether a place, or a place in it, has files beside its place.yaml."""
        return place in self._heard

    @cached_property
    def _heard(self) -> frozenset[str]:
        """Return the speakers and every place they stand in."""
        return frozenset(
            path for speaker in self._speakers for path in self.catalogue.chain(speaker, self.on)
        )

    @cached_property
    def _speakers(self) -> frozenset[str]:
        """Return the places with files of their own."""
        catalogue = self.catalogue
        return frozenset(
            {source.place for source in catalogue.sources.values()}
            | {record.place for records in catalogue.records.values() for record in records.values()}
            | {place for files in catalogue.items.values() for place in files}
        )

    @cached_property
    def gaps(self) -> str:
        """Say what the site does not hold yet, for the foot of every page."""
        provinces = self.catalogue.provinces()
        have = sum(self._village_lists(p.path) for p in provinces)
        said = (
            f"{have}个省级地方给村的证明清单已收集到（见“各省”）"
            if have
            else "各省给村的证明清单都没有收集到"
        )
        return f"{said}，其余各省以及多数市、县、乡的清单尚未收集。没有收集不等于没有。"

    def says_own(self, place: str, item_id: str) -> bool:
        """Tell whether a place has a file about a matter."""
        return place in self.catalogue.items.get(item_id, {})

    def items_of(self, place: str) -> Iterator[tuple[Item, Withdrawn | None]]:
        """Yield the matters that get a page at a place, those no longer listed with how they ended."""
        directory = self.directories[place]
        every = self.place(place).level in ("nation", "province")
        for item in directory.items.values():
            if self.says_own(place, item.id) or (every and item.kind == "certificates"):
                yield item, None
        for item_id, gone in directory.withdrawn.items():
            if self.says_own(place, item_id) or (every and gone.item.kind == "certificates"):
                yield gone.item, gone

    @cached_property
    def pages(self) -> frozenset[tuple[str, str]]:
        """Return (place, item id) of every item page."""
        return frozenset(
            (place.path, item.id) for place in self.places() for item, _ in self.items_of(place.path)
        )

    def read_as(self, place: str, item_id: str) -> tuple[str, ...]:
        """Return the ids as which a reference of `place` is read: what a redirected one became (FOLD F20)."""
        return plan_of(self.catalogue).became(item_id, self.catalogue.chain(place, self.on), self.on)

    def item_page(self, place: str, item_id: str) -> tuple[str, str] | None:
        """Return the place whose page shows a matter to readers of `place`, and the page's path."""
        for nearest in reversed(self.catalogue.chain(place, self.on)):
            if (nearest, item_id) in self.pages:
                return nearest, page_path(f"{nearest}/{item_id}")
        return None

    def item_name(self, place: str, item_id: str) -> str:
        """Return what a place calls a matter, or its id where the place does not have it.

        A place that has ended has no directory: it is read as the nearest place above that has.
        """
        above = (place, *reversed(self.catalogue.chain(place)))
        directory = next(self.directories[one] for one in above if one in self.directories)
        gone = directory.withdrawn.get(item_id)
        item = directory.items.get(item_id) or (gone.item if gone else None)
        return item.name if item else item_id

    def source_of(self, reference: object, place: str) -> Source | None:
        """Return the source a file of `place` refers to."""
        return self.catalogue.sources.get(source_id(str(reference), place))

    def records_of(self, kind: str, place: str) -> tuple[Record, ...]:
        """Return a place's own lists, figures or proposals."""
        return self._records.get((kind, place), ())

    @cached_property
    def _records(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str], list[Record]] = {}
        for kind, records in self.catalogue.records.items():
            for _, record in sorted(records.items()):
                found.setdefault((kind, record.place), []).append(record)
        return {key: tuple(records) for key, records in found.items()}

    def lists_of(self, place: str) -> tuple[Record, ...]:
        """Return a place's own official lists."""
        return self.records_of("lists", place)

    def sources_of(self, place: str) -> tuple[Source, ...]:
        """Return a place's own documents."""
        return tuple(
            source for key, source in sorted(self.catalogue.sources.items()) if source.place == place
        )

    def uncollected(self, place: str) -> bool:
        """Tell whether a place is a province of which no list of proofs for villages is collected."""
        return self.place(place).level == "province" and not self._village_lists(place)

    def _village_lists(self, place: str) -> bool:
        """Tell whether a list of proofs for villages is collected; one for communities alone is not theirs."""
        return any(
            entry.data.get("kind") == "certificates" and "village" in strings(entry.data.get("bodies"))
            for entry in self.lists_of(place)
        )

    def prints_of(self, place: str, item_id: str) -> Mapping[str, str]:
        """Return the print files of a matter as a place has it: its own, else the nearest above."""
        for nearest in reversed(self.catalogue.chain(place, self.on)):
            if found := self.printed.get((nearest, item_id)):
                return found
        return {}


def source_path(source: Source) -> str:
    """Return the page of a source."""
    return page_path(f"sources/{source.id}")


def sources_path(place: str) -> str:
    """Return the page that lists the documents of the nation or a province, and of the places below it."""
    return page_path(f"sources/{place}")


def list_path(entry: Record) -> str:
    """Return the page of an official list."""
    return page_path(f"{entry.place}/lists/{entry.slug}")


def short_name(place: Place) -> str:
    """Return the short name of a place, as a label."""
    return "全国" if place.path == ROOT else place.short
