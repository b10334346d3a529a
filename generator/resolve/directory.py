"""What `resolve` returns: a place's directory on a day, each value with its trail (FOLD F40)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.catalogue.model import Source
from generator.dates import PartialDate
from generator.findings import Position, Text
from generator.reading.document import Json

Since = Literal["stated", "in_force", "issued", "reported", "law_edition", "undated"]
Verb = Literal[
    "introduce", "set", "unset", "add", "remove", "withdraw", "restore", "adopt", "keep", "continue", "redirect"
]  # fmt: skip
Fate = Literal["applied", "suspended", "converged", "superseded"]
Ending = Literal["withdrawn", "lapsed", "redirected"]


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
    why: Text | None = None  # why it did not take hold
    order_unstated: bool = False
    until_unstated: bool = False
    more: Mapping[str, Json] = field(
        default_factory=dict
    )  # what else the step says of itself: joins, narrows, …


@dataclass(frozen=True)
class Value:
    """A leaf value with its trail; `date_uncertain` when the day lies inside an imprecise bound (FOLD F1)."""

    value: Json
    trail: tuple[TrailStep, ...]
    date_uncertain: bool = False

    @property
    def giver(self) -> TrailStep:
        """Return the step that gave the value: the last that took hold."""
        return next((step for step in reversed(self.trail) if step.fate == "applied"), self.trail[0])

    @property
    def place(self) -> str:
        """Return the place that gave the value: a bare reference in it means one of that place's documents."""
        return self.giver.place


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
    absent_uncertain: tuple[
        str, ...
    ] = ()  # leaves that are absent, or were: the day lies inside a bound (F1)
    opt_in: bool = False  # it enters below only by `adopt` (F17)
    # Entries taken away: the id they stood before. And the trails of leaves that are not there.
    stood_before: Mapping[str, str] = field(default_factory=dict)
    past: Mapping[str, tuple[TrailStep, ...]] = field(default_factory=dict)

    def get(self, path: str) -> Json:
        """Return the value of a leaf, None where the directory says nothing."""
        found = self.values.get(path)
        return found.value if found else None

    def tree(self) -> dict[str, Json]:
        """Return the item's values as a nested mapping; keyed lists are mappings by id, in order (F11)."""
        root: dict[str, Json] = {}
        for path, leaf in self.values.items():
            node = root
            *parents, last = path.split(".")
            for step in parents:
                child = node.setdefault(step, {})
                assert isinstance(child, dict)
                node = child
            node[last] = leaf.value
        for path, leaf in self.values.items():
            if path.endswith(".before"):
                self._place_before(root, path.split("."), str(leaf.value))
        return root

    def _place_before(self, root: Json, path: list[str], target: str) -> None:
        """Move the entry that `path` (…, list, id, "before") names before another of its list, or its heir (F11)."""
        *parents, moved, _ = path
        holder = root
        for step in parents:
            holder = holder.get(step) if isinstance(holder, dict) else None
        if not isinstance(holder, dict) or not isinstance(entry := holder.get(moved), dict):
            return
        entry.pop("before", None)
        seen = {moved}
        while target not in holder and target not in seen:
            seen.add(target)
            target = self.stood_before.get(".".join([*parents, target]), moved)
        if target in holder and target != moved:
            rest = [pair for pair in holder.items() if pair[0] != moved]
            at = [name for name, _ in rest].index(target)
            holder.clear()
            holder.update([*rest[:at], (moved, entry), *rest[at:]])

    @property
    def name(self) -> str:
        """Return the item's name in this place."""
        return str(self.get("name") or self.slug)


@dataclass(frozen=True)
class Withdrawn:
    """An item the place no longer lists, with its last values (FOLD F6, F16, F20)."""

    item: Item
    how: Ending
    step: TrailStep | None  # what ended it: the withdrawal, the introduction that lapsed, or the redirect
    replaced_by: tuple[str, ...] = ()
    below: Literal["ends", "open"] = "ends"
    returned_to: str | None = None
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Upcoming:
    """A step announced but not yet in force (FOLD F7). `gives` are the leaves below `path` with their new values."""

    item: str
    path: str | None
    step: TrailStep
    gives: tuple[tuple[str, Json], ...] = ()


@dataclass(frozen=True)
class Directory:
    """A place's directory on a day.

    `missing` are the ids that a file left out for its errors would speak of (暂缺, F45); `offered` the opt-in items
    that the place has not adopted (F17); `days` the next day on which an item changes, where there is
    one. A place that says nothing shares the mappings of the place above.
    """

    place: str
    on: date
    chain: tuple[str, ...]
    items: Mapping[str, Item] = field(default_factory=dict)
    withdrawn: Mapping[str, Withdrawn] = field(default_factory=dict)
    offered: Mapping[str, Item] = field(default_factory=dict)
    upcoming: tuple[Upcoming, ...] = ()
    days: Mapping[str, date] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()

    @property
    def changes_next(self) -> date | None:
        """Return the next day on which anything in the directory changes or stops being uncertain (F7)."""
        return min(self.days.values(), default=None)

    def of_kind(self, kind: str) -> tuple[Item, ...]:
        """Return the items of a kind in order of slug."""
        return tuple(item for item in self.items.values() if item.kind == kind)
