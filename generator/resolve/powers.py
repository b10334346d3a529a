"""The provisions by which a place narrows what the places below it may do (FOLD F27)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.catalogue.model import strings
from generator.resolve.directory import Item
from generator.resolve.govern import Refusal
from generator.resolve.plan import Plan
from generator.resolve.steps import Key, Step, inside

Fold = Callable[[Plan, str, tuple[str, ...], date, frozenset[Key]], Item | None]


@dataclass(frozen=True)
class Power:
    """What places of some levels may not do to items of a kind; no fields means all of them."""

    provision: str
    kind: str
    verbs: frozenset[str]
    levels: frozenset[str]
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Powers:
    """The powers over the places below a chain on a day."""

    plan: Plan | None
    on: date = date.min
    powers: tuple[Power, ...] = ()

    def refuse(self, step: Step, verb: str, path: str) -> Refusal | None:
        """Return why the place of a step may not do this, None where it may."""
        for power in self.powers:
            assert self.plan is not None
            level = self.plan.catalogue.places[step.at].on(self.on).level
            fits = power.kind == step.file.kind and verb in power.verbs and level in power.levels
            named = not power.fields or inside(path, power.fields)
            if fits and named:
                return Refusal(f"上级规定“{power.provision}”不许", f"{power.provision} does not allow it")
        return None


NO_POWERS = Powers(None)


def powers_over(
    plan: Plan, above: tuple[str, ...], on: date, item_id: str, settled: frozenset[Key], fold: Fold
) -> Powers:
    """Return the powers that the places `above` have given themselves over those below, on a day.

    `fold` gives a provision as a chain has it on a day, with the steps `settled` on their last day: a provision is
    folded like any item.
    """
    if not plan.powers or not above or item_id in plan.powers:
        return NO_POWERS
    return _folded(plan, above, on, settled, fold)


@lru_cache(maxsize=4096)
def _folded(plan: Plan, above: tuple[str, ...], on: date, settled: frozenset[Key], fold: Fold) -> Powers:
    found: list[Power] = []
    for provision in plan.powers:
        item = fold(plan, provision, above, on, settled)
        if item is not None:
            found += _powers_of(item)
    return Powers(plan, on, tuple(found))


def _powers_of(item: Item) -> list[Power]:
    entries = item.tree().get("powers")
    return [
        Power(
            item.name, str(entry.get("kind")), frozenset(strings(entry.get("verbs"))),
            frozenset(strings(entry.get("levels"))), strings(entry.get("fields")),
        )
        for entry in (entries.values() if isinstance(entries, dict) else ())
        if isinstance(entry, dict)
    ]  # fmt: skip
