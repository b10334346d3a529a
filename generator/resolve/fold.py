"""The fold of one item along one chain on one day (FOLD F3 to F6, F10 to F19).

`fold_item` is total: whatever the files say, it gives an outcome. What is wrong with the files is judged apart
(`judge.py`), from the same outcome, so that the page and the finding can never differ.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.catalogue.model import strings, text_of
from generator.reading.document import Json
from generator.resolve.apply import JOINED, apply_step, change, inside
from generator.resolve.directory import Item, TrailStep, Withdrawn
from generator.resolve.govern import Refusal
from generator.resolve.narrow import hold_to
from generator.resolve.plan import Plan
from generator.resolve.powers import Powers, powers_over
from generator.resolve.state import Effect, State, history_step, trail_step
from generator.resolve.steps import Step

Without = frozenset[tuple[str, str, int]]


@dataclass(frozen=True)
class Outcome:
    """An item on a day: listed (`item`), no longer listed (`gone`), offered for adoption, or none of them."""

    item: Item | None = None
    gone: Withdrawn | None = None
    offered: Item | None = None
    effects: tuple[Effect, ...] = ()

    @property
    def listed(self) -> Item | None:
        """Return the item as it is, offered or last was."""
        return self.item or self.offered or (self.gone.item if self.gone else None)

    @property
    def values(self) -> dict[str, Json]:
        """Return the leaves of the item, listed or not."""
        item = self.listed
        return {path: value.value for path, value in item.values.items()} if item else {}


@dataclass
class _Fold:
    """The fold on its way down the chain. `lapsed` is the state of an introduction that ended."""

    plan: Plan
    item: str
    on: date
    state: State | None = None
    lapsed: State | None = None
    lost: tuple[Effect, ...] = ()  # effects of steps that met no item


def fold_item(
    plan: Plan,
    item_id: str,
    chain: tuple[str, ...],
    on: date,
    without: Without = frozenset(),
    bound: frozenset[str] = frozenset(),
) -> Outcome:
    """Fold an item along `chain` on a day; `without` leaves out steps by their key.

    `bound` are the narrower items whose fold asks for this one, so that a circle of `narrows` ends.
    """
    places = plan.steps.get(item_id, {})
    fold = _Fold(plan, item_id, on)
    history: list[TrailStep] = []
    for depth, place in enumerate(chain):
        steps = [step for step in places.get(place, ()) if step.key not in without]
        history += [told for step in steps for told in _told(step, on)]
        if steps:
            _fold_place(fold, place, steps, powers_over(plan, chain[:depth], on, item_id, _listed))
    if fold.state is not None and chain[-1] == fold.state.introducer:
        fold.state.adopted = (
            True  # the place that offers an opt-in item has it; those below only by `adopt` (F17)
        )
    if fold.state is not None:
        _bind_to_wider(fold, chain, bound)
    return _outcome(fold, chain, tuple(history))


def _listed(plan: Plan, item_id: str, chain: tuple[str, ...], on: date) -> Item | None:
    """Return the item where a chain lists it on a day."""
    return fold_item(plan, item_id, chain, on).item


def _told(step: Step, on: date) -> list[TrailStep]:
    """Return what the history keeps of a step that has begun, and of each document that carried it on."""
    if not step.begun(on):
        return []
    return [history_step(step)]


def _fold_place(fold: _Fold, place: str, steps: list[Step], powers: Powers) -> None:
    """Fold one place's introduction and changes in force into the state from above."""
    on, begun = fold.on, next((s for s in steps if s.number == 0 and s.begun(fold.on)), None)
    joined: Step | None = None
    fresh = False
    if begun is not None:
        joined, fresh = _introduce(fold, begun, powers)
    state = fold.state or (fold.lapsed if fold.lapsed and fold.lapsed.introducer == place else None)
    day = on if fold.state is not None else _last_day(begun, on)
    changes = [s for s in steps if s.number and s.holds(day)]
    if (
        begun is not None and fresh and begun.mark
    ):  # a file that adjusted an item and now introduces its own (F16)
        changes = [s for s in changes if s.first_day >= begun.first_day]
    if state is None or (state.withdrawn is not None and state.withdrawn.at != place):
        fold.lost = (*fold.lost, *(_lost(fold, step) for step in changes))
        _last_values(fold, steps, powers)
        return
    state.enter()
    for step in changes:
        late = joined is not None and max(step.first_day, step.not_before) < state.begins
        apply_step(state, step, _kept(joined) if late and joined is not None else None, powers)
    _blur(state, steps)


def _last_values(fold: _Fold, steps: list[Step], powers: Powers) -> None:
    """Give an item that ended above the values the place had on its last day (F6, F16)."""
    gone = fold.state or fold.lapsed
    if gone is None:
        return
    ended = gone.withdrawn.first_day if gone.withdrawn is not None else gone.ended
    day = max(ended, date.min + timedelta(days=1)) - timedelta(days=1)
    effects = list(gone.effects)
    gone.enter()
    for step in steps:
        if step.number and step.holds(day) and not {"withdraw", "restore", "adopt"} & set(step.verbs):
            apply_step(gone, step, None, powers)
    gone.effects = effects  # nothing takes hold today: `lost` says so


def _last_day(introduction: Step | None, on: date) -> date:
    """Return the last day on which an introduction that has ended was in force (F6)."""
    ends = [span.end for span in introduction.spans if span.end <= on] if introduction else []
    return max(*ends, date.min + timedelta(days=1)) - timedelta(days=1) if ends else on


def _introduce(fold: _Fold, step: Step, powers: Powers) -> tuple[Step | None, bool]:
    """Begin the item, or join one that the places above have; tell which (F16, F18)."""
    state = fold.state
    if state is not None and state.withdrawn is None:
        if step.holds(fold.on):
            state.adopted = True  # it had the item itself before (F17, F18)
            _join(state, step, powers)
        return step, False
    if state is not None and state.withdrawn is not None and state.withdrawn.data.get("below") != "open":
        why = Refusal("上级已撤下，下级也不再列", "the upper place has withdrawn it for all below", gone=True)
        fold.lost = (*fold.lost, Effect(step, "introduce", "", None, None, "suspended", why))
        return None, False
    refused = powers.refuse(step, "introduce", "")
    if refused is not None:
        fold.lost = (*fold.lost, Effect(step, "introduce", "", None, None, "suspended", refused))
        return None, False
    begun = _begin(fold, step)
    if step.holds(fold.on):
        fold.state, fold.lapsed = begun, None
    elif state is None:
        begun.ended = _last_day(step, fold.on) + timedelta(days=1)
        fold.lapsed = begun
    return None, True


def _begin(fold: _Fold, step: Step) -> State:
    first = max(step.first_day, step.not_before)
    state = State(fold.plan.catalogue, step.file.kind, fold.on, step.at, first)
    state.opt_in = step.data.get("adoption") == "opt-in"
    state.adopted = not state.opt_in
    for leaf in step.leaves("introduce"):
        state.put(step, "introduce", leaf.path, leaf.value, leaf.mark)
    if any(span.blurs(fold.on) for span in step.spans):
        state.uncertain |= set(state.values)
    return state


def _join(state: State, step: Step, powers: Powers) -> None:
    """An ancestor has the same id: the values below stand only where `joins` keeps them (F18)."""
    state.enter()
    kept = _kept(step)
    for leaf in step.leaves("introduce"):
        if inside(leaf.path, kept):
            change(state, step, "introduce", leaf.path, leaf.value, leaf.mark, powers)
        elif state.values.get(leaf.path) != leaf.value:
            state.note(step, "introduce", leaf.path, leaf.value, "suspended", JOINED, leaf.mark)


def _kept(step: Step) -> tuple[str, ...]:
    joins = step.data.get("joins")
    return strings(joins.get("keep")) if isinstance(joins, dict) else ()


def _lost(fold: _Fold, step: Step) -> Effect:
    """Return the effect of a change that meets no item: not begun, withdrawn or lapsed above."""
    if fold.state is not None or fold.lapsed is not None:
        why = Refusal("上级已不再列这一项", "the place above no longer lists the item", gone=True)
        return Effect(step, step.verbs[0], "", None, None, "suspended", why)
    return Effect(step, step.verbs[0], "", None, None, "converged")


def _blur(state: State, steps: list[Step]) -> None:
    """Mark the leaves of steps one of whose imprecise bounds holds the day (F1)."""
    for step in steps:
        if step.number and any(span.blurs(state.on) for span in step.spans):
            leaves = [leaf.path for verb in step.verbs for leaf in step.leaves(verb)]
            unset = step.paths("unset")
            state.uncertain |= {*leaves, *unset, *(path for path in state.values if inside(path, unset))}
            if {"withdraw", "restore", "adopt"} & set(step.verbs):
                state.uncertain |= set(state.values)


def _bind_to_wider(fold: _Fold, chain: tuple[str, ...], bound: frozenset[str]) -> None:
    """Hold an item that narrows a wider one to what the wider one allows (F19)."""
    state = fold.state
    assert state is not None
    first = next((s for s in fold.plan.on_chain(fold.item, chain) if s.number == 0), None)
    wider_id = text_of(first.data.get("narrows")) if first is not None else None
    if first is None or wider_id is None or wider_id in bound | {fold.item}:
        return
    moved = fold.plan.redirect(wider_id, chain)
    if moved is not None and moved.start.first <= fold.on and len(moved.to) == 1:
        wider_id = moved.to[0]
    if wider_id in bound | {fold.item}:
        return
    wider = fold_item(fold.plan, wider_id, chain, fold.on, bound=bound | {fold.item}).item
    if wider is not None:
        for path, own in list(state.values.items()):
            hold_to(state, first, wider, path, own)


def _outcome(fold: _Fold, chain: tuple[str, ...], history: tuple[TrailStep, ...]) -> Outcome:
    held = fold.state or fold.lapsed
    effects = (*(held.effects if held else ()), *fold.lost)
    if held is None:
        return Outcome(effects=effects)
    item = held.item(fold.item, _with_fates(history, effects))
    redirect = fold.plan.redirect(fold.item, chain)
    if redirect is not None and redirect.start.first <= fold.on:
        return Outcome(gone=Withdrawn(item, "redirected", None, redirect.to), effects=effects)
    if fold.state is None:
        step = next((t for t in history if t.verb == "introduce"), None)
        return Outcome(gone=Withdrawn(item, "lapsed", step), effects=effects)
    if fold.state.withdrawn is not None:
        return Outcome(gone=_withdrawn(item, fold.state.withdrawn), effects=effects)
    if not fold.state.adopted:
        return Outcome(offered=item, effects=effects)
    return Outcome(item, effects=effects)


def _withdrawn(item: Item, step: Step) -> Withdrawn:
    data = step.data
    return Withdrawn(
        item, "withdrawn", trail_step(step, "withdraw", None, None, "applied"), strings(data.get("replaced_by")),
        "open" if data.get("below") == "open" else "ends", text_of(data.get("returned_to")),
        strings(data.get("grounds")),
    )  # fmt: skip


def _with_fates(history: tuple[TrailStep, ...], effects: tuple[Effect, ...]) -> tuple[TrailStep, ...]:
    """Return the history, a step none of whose effects took hold with what became of it."""
    fates: dict[object, list[Effect]] = {}
    for effect in effects:
        fates.setdefault(effect.step.position, []).append(effect)
    told = []
    for step in history:
        mine = fates.get(step.position, [])
        lost = [effect for effect in mine if effect.fate != "applied"]
        if mine and len(lost) == len(mine) and step.verb != "introduce":
            why = next((effect.refusal.zh for effect in lost if effect.refusal), "")
            told.append(replace(step, fate=lost[0].fate, why=why))
        else:
            told.append(step)
    return tuple(told)
