"""The typed catalogue: places, sources, item files, lists; made once from checked documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.dates import PartialDate, parse
from generator.reading.document import Document, Json, Path

ROOT = "national"
FOLDING_KINDS = ("certificates", "tasks", "forms", "mechanisms", "signs", "facilities", "provisions")
RECORD_KINDS = ("lists", "figures", "proposals", "registers")

# Ranks of a basis by the kind of its source: what FOLD F26 calls a law, 行政法规 or 国务院决定 binds everybody below.
BINDING_KINDS = frozenset({"law", "administrative_regulation", "state_council_decision"})


@dataclass(frozen=True, eq=False)
class Place:
    """A folder with place.yaml. `path` is its id ("national", "hubei", "hubei/shiyan").

    `start` and `end` bound its time (FOLD F33): the first day it exists, the first day it no longer does.
    """

    path: str
    parent: str | None
    name: str
    short: str
    level: str
    code: str | None
    start: PartialDate | None
    end: PartialDate | None
    data: Mapping[str, Json]
    document: Document

    def exists(self, on: date) -> bool:
        """Tell whether the place exists on a day."""
        return (self.start is None or self.start.first <= on) and (self.end is None or on < self.end.first)

    def _changes(self) -> Iterator[tuple[dict[str, Json], PartialDate]]:
        for change in mappings(self.data.get("changes")):
            start = date_of(change.get("from"))
            if start is not None:
                yield change, start

    @property
    def changed(self) -> tuple[date, ...]:
        """Return the days from which it has another name, code or level."""
        return tuple(start.first for _, start in self._changes())

    @property
    def into(self) -> tuple[str, ...]:
        """Return the places it was merged or split into."""
        ended = self.data.get("ended")
        into = ended.get("into") if isinstance(ended, dict) else None
        return strings(into)

    def on(self, day: date) -> "Place":
        """Return the place with the name, code and level it has on a day: its `changes` in force by then (F33)."""
        if "changes" not in self.data:
            return self
        values: dict[str, str] = {}
        dated = [(start.first, change) for change, start in self._changes() if start.first <= day]
        for _, change in sorted(dated, key=lambda pair: pair[0]):
            new = change.get("set")
            values |= {key: str(value) for key, value in new.items()} if isinstance(new, dict) else {}
        if "name" in values and "short" not in values:
            values["short"] = values["name"]
        return replace(self, **values) if values else self  # type: ignore[arg-type]


@dataclass(frozen=True)
class Source:
    """An official document. `id` is "place/slug"; the three dates are kept apart (DESIGN §4)."""

    id: str
    place: str
    slug: str
    title: str
    kind: str
    number: str | None
    in_force: PartialDate | None
    issued: PartialDate | None
    reported: PartialDate | None
    until: PartialDate | None
    data: Mapping[str, Json]
    document: Document

    @property
    def binding(self) -> bool:
        """Tell whether it is a law, an administrative regulation or a State Council decision."""
        return self.kind in BINDING_KINDS

    @property
    def cited(self) -> str:
        """Return the way a page names it: 《title》（number）."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")


@dataclass(frozen=True)
class ItemFile:
    """What one place says of one item: an introduction, changes, or both."""

    id: str
    kind: str
    slug: str
    place: str
    adjusts: str | None
    document: Document

    @property
    def introduces(self) -> bool:
        """Tell whether the file introduces the item: it adjusts none, or introduces it after adjusting (F16)."""
        return self.introduction() is not None

    def introduction(self) -> tuple[Path, dict[str, Json]] | None:
        """Return where the introduction stands in the file and its mapping, None where there is none."""
        if self.adjusts is None:
            return (), self.mapping()
        later = self.mapping().get("introduces")
        return (("introduces",), later) if isinstance(later, dict) else None

    def mapping(self) -> dict[str, Json]:
        """Return the file's top-level mapping."""
        return self.document.value if isinstance(self.document.value, dict) else {}

    def changes(self) -> Iterator[tuple[Path, dict[str, Json]]]:
        """Yield (path, change) of each entry of `changes`, in order of the file."""
        for index, change in enumerate(mappings(self.mapping().get("changes"))):
            yield ("changes", index), change


@dataclass(frozen=True)
class Record:
    """An official list, a figure, a proposal or a register of laws: evidence, it decides nothing (FOLD F30)."""

    id: str
    kind: str
    place: str
    slug: str
    data: Mapping[str, Json]
    document: Document

    @property
    def source(self) -> str:
        """Return the reference of the document it was published in, empty for a proposal."""
        return str(self.data.get("source", ""))


@dataclass(frozen=True)
class Redirect:
    """An id that became another (or several) on a day (FOLD F20)."""

    place: str
    item: str
    to: tuple[str, ...]
    start: PartialDate
    data: Mapping[str, Json]
    document: Document
    mark: Path


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Everything the checker let through. Nothing in it depends on the order files were read in.

    Compared by identity: what is computed of a catalogue once is kept for it.
    """

    places: Mapping[str, Place] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    items: Mapping[str, Mapping[str, ItemFile]] = field(default_factory=dict)
    records: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)  # by kind, then by "place/slug"
    redirects: tuple[Redirect, ...] = ()
    left_out: frozenset[str] = frozenset()  # "hubei/sources/x": files with errors (FOLD F45)
    misread: Mapping[str, Document] = field(default_factory=dict)  # of those left out, the ones that are YAML

    @property
    def lists(self) -> Mapping[str, Record]:
        """Return the official lists by "place/slug"."""
        return self.records.get("lists", {})

    def lacks(self, tail: str) -> bool:
        """Tell whether a file left out ends in `tail` ("certificates/kinship"): what misses it is not said."""
        return any(name == tail or name.endswith(f"/{tail}") for name in self.left_out)

    def lacks_source(self, reference: object, place: str) -> bool:
        """Tell whether the source that `reference` means in a file of `place` was left out."""
        holder, _, slug = source_id(str(reference), place).rpartition("/")
        return f"{holder}/sources/{slug}" in self.left_out

    def chain(self, place: str, on: date | None = None) -> tuple[str, ...]:
        """Return the places from the root down to `place`; on a day, under the parent it has then (F33)."""
        up: list[str] = []
        current: str | None = place
        while current is not None and current not in up:
            up.append(current)
            current = self.parent(current, on)
        return tuple(reversed(up))

    def chains(self, place: str) -> tuple[tuple[date, tuple[str, ...]], ...]:
        """Return the chains down to a place over time, each with its first day: one, unless it was carried (F33)."""
        found = [(date.min, self.chain(place))]
        for day in sorted({day for day, _ in self._taken.values()}):
            if (chain := self.chain(place, day)) != found[-1][1]:
                found.append((day, chain))
        return tuple(found)

    def parent(self, place: str, on: date | None = None) -> str | None:
        """Return the place above: a successor that carries the place over, from the day its old parent ended."""
        taken = self._taken.get(place)
        return (
            taken[1] if taken is not None and on is not None and on >= taken[0] else self.places[place].parent
        )

    @cached_property
    def _taken(self) -> Mapping[str, tuple[date, str]]:
        """Return, by place carried over by a successor of the place it stood in, the first day and the successor."""
        found: dict[str, tuple[date, str]] = {}
        for successor in self.places.values():
            for entry in mappings(successor.data.get("carries")):
                old = self.places.get(str(entry.get("from")))
                if old is not None and old.end is not None and successor.path in old.into:
                    inside = [
                        p
                        for p in strings(entry.get("places"))
                        if p in self.places and self.places[p].parent == old.path
                    ]
                    found |= {path: (old.end.first, successor.path) for path in inside}
        return found

    def children(self, place: str, on: date | None = None) -> tuple[Place, ...]:
        """Return the places directly below, in official order (by code, then path)."""
        if on is None or not self._taken:
            return self._children.get(place, ())
        below = {*self._children.get(place, ()), *(self.places[path] for path in self._taken)}
        mine = [child for child in below if self.parent(child.path, on) == place]
        return tuple(sorted(mine, key=lambda p: (p.code or "999999", p.path)))

    @cached_property
    def _children(self) -> Mapping[str, tuple[Place, ...]]:
        below: dict[str, list[Place]] = {}
        for place in sorted(self.places.values(), key=lambda p: (p.code or "999999", p.path)):
            if place.parent is not None:
                below.setdefault(place.parent, []).append(place)
        return {parent: tuple(places) for parent, places in below.items()}

    def provinces(self) -> tuple[Place, ...]:
        """Return the provinces in official order."""
        return tuple(p for p in self.children(ROOT) if p.level == "province")

    def source(self, reference: object, place: str) -> Source | None:
        """Return the source that `reference` means when written in a file of `place`."""
        return self.sources.get(source_id(str(reference), place))


def source_id(reference: str, place: str) -> str:
    """Return the full id of a source reference: a bare slug is the own place's."""
    return reference if "/" in reference else f"{place}/{reference}"


def text_of(value: Json) -> str | None:
    """Return a string value, None for anything else."""
    return value if isinstance(value, str) else None


def date_of(value: Json) -> PartialDate | None:
    """Return a date value, None where it is absent or impossible."""
    return parse(value) if isinstance(value, str) else None


def mappings(value: Json) -> Iterator[dict[str, Json]]:
    """Yield the mappings of a list value."""
    for entry in value if isinstance(value, list) else []:
        if isinstance(entry, dict):
            yield entry


def strings(value: Json) -> tuple[str, ...]:
    """Return the texts of a list value."""
    return tuple(str(entry) for entry in value) if isinstance(value, list) else ()
