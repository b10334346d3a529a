"""What the fold of an item comes to on a day: listed, gone, offered, or nothing (FOLD F6, F16, F17, F20)."""

from dataclasses import dataclass, replace
from functools import cached_property

from generator.catalogue.model import strings, text_of
from generator.findings import Position
from generator.reading.document import Json
from generator.resolve.directory import Item, TrailStep, Withdrawn
from generator.resolve.state import Effect, trail_step
from generator.resolve.steps import Key, Step


@dataclass(frozen=True)
class Outcome:
    """An item on a day: listed (`item`), no longer listed (`gone`), offered for adoption, or none of them."""

    item: Item | None = None
    gone: Withdrawn | None = None
    offered: Item | None = None
    effects: tuple[Effect, ...] = ()

    @property
    def state(self) -> str:
        """Return in a word what the item is on the day."""
        return (
            self.gone.how if self.gone else "offered" if self.offered else "listed" if self.item else "absent"
        )

    @property
    def listed(self) -> Item | None:
        """Return the item as it is, offered or last was."""
        return self.item or self.offered or (self.gone.item if self.gone else None)

    @cached_property
    def by_step(self) -> dict[Key, tuple[Effect, ...]]:
        """Return the effects of each step."""
        found: dict[Key, list[Effect]] = {}
        for effect in self.effects:
            found.setdefault(effect.step.key, []).append(effect)
        return {key: tuple(effects) for key, effects in found.items()}

    @cached_property
    def values(self) -> dict[str, Json]:
        """Return the leaves of the item, listed or not."""
        item = self.listed
        return {path: value.value for path, value in item.values.items()} if item else {}


def withdrawn(item: Item, step: Step) -> Withdrawn:
    """Return an item as a withdrawal leaves it (F16)."""
    data = step.data
    return Withdrawn(
        item, "withdrawn", trail_step(step, "withdraw", None, None, "applied"), strings(data.get("replaced_by")),
        "open" if data.get("below") == "open" else "ends", text_of(data.get("returned_to")),
        strings(data.get("grounds")),
    )  # fmt: skip


def with_fates(history: tuple[TrailStep, ...], effects: tuple[Effect, ...]) -> tuple[TrailStep, ...]:
    """Return the history, a step none of whose effects took hold with what became of it."""
    by_step: dict[Step, list[Effect]] = {}
    for effect in effects:
        by_step.setdefault(effect.step, []).append(effect)
    fates: dict[Position, list[Effect]] = {}
    for given, mine in by_step.items():
        fates.setdefault(given.position, []).extend(mine)
    told = []
    for step in history:
        mine = fates.get(step.position, [])
        lost = [effect for effect in mine if effect.fate != "applied"]
        whole = step.verb != "introduce" or any(not effect.path for effect in mine)
        if mine and len(lost) == len(mine) and whole:
            why = next((effect.refusal.why for effect in lost if effect.refusal), None)
            told.append(replace(step, fate=lost[0].fate, why=why))
        else:
            told.append(step)
    return tuple(told)
