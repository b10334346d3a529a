"""What the introductions and changes of a kind say, for rules about its fields.

A rule reads `fields`, the item as it stands by the statement: an introduction's own mapping, or what is folded in the
place on the change's first day. It speaks only where the statement touches the fields it is about: who wrote them
mends them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from generator.catalogue.model import Catalogue, ItemFile, Place, Source, mappings, strings
from generator.findings import Position
from generator.reading.document import Json
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan, plan_of
from generator.resolve.steps import Step, touched


@dataclass(frozen=True, eq=False)
class Statement:
    """One introduction or change of one place."""

    plan: Plan
    step: Step

    @property
    def file(self) -> ItemFile:
        """Return the file it stands in."""
        return self.step.file

    @property
    def place(self) -> Place:
        """Return the place that makes it."""
        return self.plan.catalogue.places[self.step.at]

    @property
    def source(self) -> Source | None:
        """Return the document it rests on."""
        return self.step.source

    @property
    def introduces(self) -> bool:
        """Tell whether it introduces its item."""
        return self.step.number == 0

    @cached_property
    def touched(self) -> frozenset[str]:
        """Return the fields it gives, changes or takes away."""
        if self.introduces:
            return frozenset(self.step.data)
        return frozenset(path.partition(".")[0] for path, _ in touched(self.step))

    @cached_property
    def chain(self) -> tuple[str, ...]:
        """Return the places from the root down to its own."""
        return self.plan.catalogue.chain(self.step.at)

    @cached_property
    def day(self) -> date:
        """Return the first day on which it can hold: its own, not before its item begins."""
        begun = [s.first_day for s in self.plan.on_chain(self.file.id, self.chain) if s.number == 0]
        return max([self.step.begins, *begun])

    @cached_property
    def fields(self) -> Mapping[str, Json]:
        """Return the item's fields by this statement; in a change, keyed lists are mappings by id."""
        if self.introduces:
            return self.step.data
        item = fold_item(self.plan, self.file.id, self.chain, self.day).item
        return item.tree() if item is not None else {}

    @property
    def name(self) -> str:
        """Return the item's name."""
        return str(self.fields.get("name") or self.file.slug)

    def within(self, field: str) -> Mapping[str, Json]:
        """Return a field that is a mapping, empty where it is not there."""
        value = self.fields.get(field)
        return value if isinstance(value, dict) else {}

    def entries(self, field: str) -> Iterator[Mapping[str, Json]]:
        """Yield the entries of a keyed list."""
        value = self.fields.get(field)
        yield from mappings(list(value.values()) if isinstance(value, dict) else value)

    def bases(self, ids: Json) -> Iterator[Source]:
        """Yield the documents that basis ids name, in any file of the item on the chain."""
        wanted = set(strings(ids))
        for step in self.plan.on_chain(self.file.id, self.chain) if wanted else ():
            for holder in (step.data, step.data.get("set"), step.data.get("add")):
                for entry in mappings(holder.get("basis")) if isinstance(holder, dict) else ():
                    source = self.plan.catalogue.source(entry.get("source"), step.file.place)
                    if entry.get("id") in wanted and source is not None:
                        yield source

    @cached_property
    def documents(self) -> tuple[Source, ...]:
        """Return the documents the item rests on: the statement's own and those of every basis."""
        basis = self.fields.get("basis")
        ids: list[Json] = [*basis] if isinstance(basis, dict) else [e.get("id") for e in mappings(basis)]
        own = (self.source,) if self.source is not None else ()
        return (*own, *self.bases(ids))

    @cached_property
    def unread(self) -> bool:
        """Tell whether a document it may rest on was left out with errors: what is missing then is not said (F45)."""
        catalogue = self.plan.catalogue
        if not catalogue.left_out:
            return False
        holders = [
            (holder, step.file.place)
            for step in self.plan.on_chain(self.file.id, self.chain)
            for holder in (step.data, step.data.get("set"), step.data.get("add"))
        ]
        named = [
            (entry.get("source"), place)
            for holder, place in holders if isinstance(holder, dict)
            for entry in (holder, *mappings(holder.get("basis"))) if "source" in entry
        ]  # fmt: skip
        return any(catalogue.lacks_source(reference, place) for reference, place in named)

    def at(self, *path: str | int) -> Position:
        """Return where a field's value stands in the statement, the statement itself where it is not there."""
        document, mark = self.file.document, self.step.mark
        heads = (mark,) if self.introduces else ((*mark, "set"), (*mark, "add"))
        found = next(((*head, *path) for head in heads if (*head, *path) in document.values), mark)
        return document.at(found)

    def key_at(self, *path: str | int) -> Position:
        """Return where a field's key stands, the statement itself where it is not there."""
        document, mark = self.file.document, self.step.mark
        heads = (mark,) if self.introduces else ((*mark, "set"), (*mark, "add"))
        found = next(((*head, *path) for head in heads if (*head, *path) in document.keys), mark)
        return document.key_at(found)


@lru_cache(maxsize=8)
def statements(catalogue: Catalogue, kind: str) -> tuple[Statement, ...]:
    """Return every statement of a kind, by item and place; what another place carries over is said once."""
    plan = plan_of(catalogue)
    return tuple(
        Statement(plan, step)
        for item, places in plan.steps.items() if item.startswith(f"{kind}/")
        for own in places.values() for step in own if step.at == step.file.place and step.file.id == item
    )  # fmt: skip
