"""The item while it is folded: its leaves, their trails, and what each step did to them."""

from dataclasses import dataclass, field, replace
from datetime import date

from generator.catalogue.model import Catalogue, Source
from generator.reading.document import Json, Path
from generator.resolve.directory import Fate, TrailStep, Verb
from generator.resolve.govern import Refusal
from generator.resolve.steps import Step


@dataclass(frozen=True)
class Effect:
    """What one step did to one leaf: for the trail and for the judge."""

    step: Step
    verb: Verb
    path: str
    old: Json
    new: Json
    fate: Fate
    refusal: Refusal | None = None


@dataclass
class State:
    """The item while it is folded. Lives only inside `fold_item`."""

    catalogue: Catalogue
    kind: str
    on: date
    introducer: str = ""
    adopted: bool = True
    values: dict[str, Json] = field(default_factory=dict)
    trails: dict[str, tuple[TrailStep, ...]] = field(default_factory=dict)
    uncertain: set[str] = field(default_factory=set)
    setters: dict[str, Source | None] = field(default_factory=dict)
    withdrawn: Step | None = None
    effects: list[Effect] = field(default_factory=list)
    upper: dict[str, Json] = field(default_factory=dict)
    upper_law: set[str] = field(default_factory=set)


def put(state: State, step: Step, verb: Verb, path: str, new: Json, mark: Path | None) -> None:
    """Give a leaf its new value."""
    old = state.values.get(path)
    before = state.trails.get(path, ())
    told = trail_step(step, verb, old, new, "applied", mark=mark)
    if before and _order_unstated(before[-1], told):
        told = replace(told, order_unstated=True)
    state.values[path] = new
    state.setters[path] = step.source
    state.trails[path] = (*before, told)
    state.effects.append(Effect(step, verb, path, old, new, "applied"))


def _order_unstated(earlier: TrailStep, later: TrailStep) -> bool:
    """Tell whether two steps of one place stand in the order of the file only (F4): their dates are not exact."""
    if earlier.place != later.place or earlier.start is None or later.start is None:
        return False
    if earlier.verb == "introduce" or (earlier.start.exact and later.start.exact):
        return False
    return earlier.start.first <= later.start.last and later.start.first <= earlier.start.last


def drop(state: State, step: Step, verb: Verb, path: str) -> None:
    """Take a leaf away."""
    old = state.values.pop(path, None)
    state.trails[path] = (*state.trails.get(path, ()), trail_step(step, verb, old, None, "applied"))
    state.effects.append(Effect(step, verb, path, old, None, "applied"))


def note(
    state: State,
    step: Step,
    verb: Verb,
    path: str,
    new: Json,
    fate: Fate,
    refusal: Refusal | None,
    mark: Path | None = None,
) -> None:
    """Keep in the trail a step that did not take hold, and why."""
    old = state.values.get(path)
    why = refusal.zh if refusal else ""
    state.trails[path] = (*state.trails.get(path, ()), trail_step(step, verb, old, new, fate, why, mark))
    state.effects.append(Effect(step, verb, path, old, new, fate, refusal))


def trail_step(
    step: Step, verb: Verb, old: Json, new: Json, fate: Fate, why: str = "", mark: Path | None = None
) -> TrailStep:
    """Return what the trail keeps of a step; `mark` is where its value for the leaf stands."""
    clause, reason = step.data.get("clause"), step.data.get("reason")
    where = step.position if mark is None else step.file.document.at(mark)
    return TrailStep(
        step.place, where, verb, step.start, step.since, step.until, step.source,
        str(clause) if clause else None, str(reason) if reason else None, old, new, fate, why,
    )  # fmt: skip
