"""One change under judgement: where it acts, the day it takes hold, and what the places above had on it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.findings import Position, Severity
from generator.reading.document import Json
from generator.resolve.directory import Verb
from generator.resolve.events import last_event
from generator.resolve.fold import fold_item
from generator.resolve.outcome import Outcome
from generator.resolve.plan import Plan
from generator.resolve.state import Effect
from generator.resolve.steps import Key, Step


def folded(
    plan: Plan, item: str, chain: tuple[str, ...], on: date, without: frozenset[Key] = frozenset()
) -> Outcome:
    """Return what `fold_item` does, folded as of the last event: nothing changes between two of them (F7)."""
    since = last_event(plan, item, chain, on, without)
    begun = without & {step.key for step in plan.on_chain(item, chain) if step.begun(since)}
    return _folded(plan, item, chain, since, begun)


# Every step of a place asks for the same days: the last outcomes are kept, of one item along one chain mostly.
_folded = lru_cache(maxsize=256)(fold_item)


@dataclass(frozen=True)
class Case:
    """One step under judgement, with the chain down to its place and the first day it takes hold."""

    plan: Plan
    item: str
    chain: tuple[str, ...]
    step: Step
    day: date
    until: date = date.max  # the day from which the place has another chain (F33)
    carried: bool = False  # the step is older than the chain

    @property
    def borrowed(self) -> bool:
        """Tell whether the step acts elsewhere than its file says (F20, F33): its failures are only warnings."""
        return self.carried or self.step.at != self.step.file.place or self.step.file.id != self.item

    def outcome(self, on: date) -> Outcome:
        """Return the item on a day, with the step."""
        return folded(self.plan, self.item, self.chain, on)

    def inherited(self, on: date) -> Outcome:
        """Return the item on a day without this step and any later one of the same place (F13)."""
        own = self.plan.steps[self.item][self.step.at]
        later = frozenset(step.key for step in own[own.index(self.step) :])
        return folded(self.plan, self.item, self.chain, on, later)

    def effects(self, on: date) -> tuple[Effect, ...]:
        """Return what the step does on a day."""
        return self.outcome(on).by_step.get(self.step.key, ())

    def introducer(self, on: date) -> str:
        """Return the place whose introduction is the base on a day, empty where nothing is listed."""
        outcome = self.outcome(on)
        item = outcome.item or outcome.offered or (outcome.gone.item if outcome.gone else None)
        return item.introduced_by if item else ""

    def upper(self, on: date, path: str = "") -> str:
        """Return the name of the place above that last gave a leaf its value by a day, else of the introducer."""
        item = self.inherited(on).listed
        trail = item.values[path].trail if item is not None and path in item.values else ()
        above = [step.place for step in trail if step.fate == "applied" and step.place != self.step.at]
        return self.name((above[-1] if above else self.introducer(on)) or self.chain[0])

    def name(self, place: str) -> str:
        """Return a place's name."""
        return self.plan.catalogue.places[place].name

    def soften(self, severity: Severity | None = None) -> Severity | None:
        """Return the severity of a finding of this case: a warning where the step is borrowed."""
        return Severity.WARNING if self.borrowed else severity

    def at(self, verb: Verb | str, path: str) -> Position:
        """Return where the step says something of a leaf, else where its verb stands."""
        document, step = self.step.file.document, self.step
        if verb in ("set", "add", "remove", "introduce"):
            leaf = next((x for x in step.leaves(verb) if x.path == path), None)
            if leaf is not None:
                return document.at(leaf.mark)
        if verb == "introduce":
            return document.at(step.mark)
        return document.key_at((*step.mark, verb))


def shown(value: Json) -> str:
    """Write a value for a finding: （没有）for none."""
    if isinstance(value, list):
        return "、".join(map(str, value))
    return "（没有）" if value is None else str(value)
