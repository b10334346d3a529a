"""The typed catalogue: places, sources, item files, lists; made once from checked documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.catalogue.entries import BINDING_KINDS, ItemFile, Record, Redirect, Source
from generator.catalogue.place import Place
from generator.catalogue.values import date_of, mappings, strings, text_of
from generator.reading.document import Document

__all__ = [
    "BINDING_KINDS", "FOLDING_KINDS", "RECORD_KINDS", "ROOT", "Catalogue", "ItemFile", "Place", "Record", "Redirect",
    "Source", "date_of", "mappings", "source_id", "strings", "text_of",
]  # fmt: skip

ROOT = "national"
FOLDING_KINDS = ("certificates", "tasks", "forms", "mechanisms", "signs", "facilities", "provisions")
RECORD_KINDS = ("lists", "figures", "proposals", "registers")


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
