"""What `resolve` returns: a place's directory on a day, each value with its trail (FOLD F40)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.catalogue.model import Source
from generator.dates import PartialDate
from generator.findings import Position
from generator.reading.document import Json

Since = Literal["stated", "in_force", "issued", "reported", "law_edition", "undated"]
Verb = Literal[
    "introduce", "set", "unset", "add", "remove", "withdraw", "restore", "adopt", "keep", "continue"
]
Fate = Literal["applied", "suspended", "converged", "superseded"]


@dataclass(frozen=True)
class TrailStep:
    """One step in the history of a value: who, where, when, by which document, and what became of it.

    `start` is None for an undated step; `since` tells where the start comes from (FOLD F2). `value` is what the
    step gives the leaf (None for a removal), `old` what stood there before.
    """

    place: str
    position: Position
    verb: Verb
    start: PartialDate | None
    since: Since
    until: PartialDate | None
    source: Source | None
    clause: str | None
    reason: str | None
    old: Json
    value: Json
    fate: Fate = "applied"
    why: str = ""
    order_unstated: bool = False


@dataclass(frozen=True)
class Value:
    """A leaf value with its trail; `date_uncertain` when the day lies inside an imprecise bound (FOLD F1)."""

    value: Json
    trail: tuple[TrailStep, ...]
    date_uncertain: bool = False


@dataclass(frozen=True)
class Item:
    """One matter as a place has it. `values` maps leaf paths ("cases.default.verdict") to values."""

    id: str
    kind: str
    slug: str
    introduced_by: str
    values: Mapping[str, Value]
    history: tuple[TrailStep, ...]  # every step of the item on this chain in force or ended, oldest first
    date_uncertain: bool = False

    def get(self, path: str) -> Json:
        """Return the value of a leaf, None where the directory says nothing."""
        found = self.values.get(path)
        return found.value if found else None

    def tree(self) -> dict[str, Json]:
        """Return the item's values as a nested mapping; keyed lists are mappings by id, in order."""
        root: dict[str, Json] = {}
        for path, leaf in self.values.items():
            node = root
            *parents, last = path.split(".")
            for step in parents:
                child = node.setdefault(step, {})
                assert isinstance(child, dict)
                node = child
            node[last] = leaf.value
        return root

    @property
    def name(self) -> str:
        """Return the item's name in this place."""
        return str(self.get("name") or self.slug)


@dataclass(frozen=True)
class Withdrawn:
    """An item the place no longer lists, with its last values (FOLD F6, F16)."""

    item: Item
    step: TrailStep | None
    lapsed: bool


@dataclass(frozen=True)
class Upcoming:
    """A step announced but not yet in force (FOLD F7)."""

    item: str
    path: str | None
    step: TrailStep


@dataclass(frozen=True)
class Directory:
    """A place's directory on a day."""

    place: str
    on: date
    chain: tuple[str, ...]
    items: Mapping[str, Item] = field(default_factory=dict)
    withdrawn: Mapping[str, Withdrawn] = field(default_factory=dict)
    upcoming: tuple[Upcoming, ...] = ()
    changes_next: date | None = None

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """Return the items of a kind in order of slug."""
        return tuple(item for item in self.items.values() if item.kind == kind)
