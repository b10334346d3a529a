"""The fold of one item along one chain on one day (FOLD F3 to F6, F10 to F18).

`fold_item` is total: whatever the files say, it gives an outcome. What is wrong with the files is judged apart
(`judge.py`), from the same outcome, so that the page and the finding can never differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.catalogue.model import Catalogue, source_id
from generator.reading.document import Json, Path
from generator.resolve.directory import Item, TrailStep, Value, Verb
from generator.resolve.govern import Refusal, judge, rests_on_law
from generator.resolve.state import Effect, State, drop, note, put, trail_step
from generator.resolve.steps import Step, as_list, is_set_list, steps_of


@dataclass(frozen=True)
class Outcome:
    """An item on a day: None where it is not listed; `ended` by withdrawal or lapse with its last values."""

    item: Item | None
    ended: TrailStep | None = None
    lapsed: bool = False
    effects: tuple[Effect, ...] = ()


def fold_item(
    catalogue: Catalogue,
    item_id: str,
    chain: tuple[str, ...],
    on: date,
    without: frozenset[tuple[str, int]] = frozenset(),
) -> Outcome:
    """Fold an item along `chain` on a day; `without` leaves out steps by (place, number)."""
    files = catalogue.items.get(item_id, {})
    state: State | None = None
    lapsed: State | None = None
    history: list[TrailStep] = []
    for place in chain:
        if place not in files:
            continue
        steps = [s for s in steps_of(catalogue, files[place]) if (place, s.number) not in without]
        for step in steps:
            if step.first_day <= on:
                history.append(trail_step(step, step.verbs[0], None, None, "applied"))
        begun = _introduction(steps, on)
        if begun is not None and state is None:
            state = _begin(catalogue, begun, on)
            if not begun.holds(on):
                lapsed, state = state, None
        elif begun is not None and state is not None:
            _join(state, begun)
        if state is not None:
            _apply_place(state, [s for s in steps if s.number and s.holds(on)])
            _blur(state, steps)
        elif lapsed is not None:
            _apply_place(lapsed, [s for s in steps if s.number and s.first_day <= on])
    if state is not None and chain[-1] == state.introducer:
        state.adopted = True  # the place that offers an opt-in item has it; those below only by `adopt` (F17)
    return _outcome(item_id, state, lapsed, tuple(history))


def _introduction(steps: list[Step], on: date) -> Step | None:
    """Return the introduction if it has begun, carried on by `continue` where one is in force (F6)."""
    first = next((s for s in steps if s.number == 0), None)
    if first is None or first.first_day > on:
        return None
    carried = next((s for s in reversed(steps) if "continue" in s.verbs and s.holds(on)), None)
    return replace(first, until=carried.until) if carried is not None and not first.holds(on) else first


def _begin(catalogue: Catalogue, step: Step, on: date) -> State:
    state = State(catalogue, step.file.kind, on, step.place)
    state.adopted = step.data.get("adoption") != "opt-in"
    for leaf in step.leaves("introduce"):
        put(state, step, "introduce", leaf.path, leaf.value, leaf.mark)
    if step.start and step.start.blurs(on):
        state.uncertain |= set(state.values)
    return state


def _join(state: State, step: Step) -> None:
    """An ancestor introduced the same id: the values below stand only where `joins` keeps them (F18)."""
    joins = step.data.get("joins")
    kept = as_list(joins.get("keep")) if isinstance(joins, dict) else []
    for leaf in step.leaves("introduce"):
        if any(leaf.path == k or leaf.path.startswith(f"{k}.") for k in map(str, kept)):
            put(state, step, "introduce", leaf.path, leaf.value, leaf.mark)
        else:
            note(state, step, "introduce", leaf.path, leaf.value, "suspended", None, leaf.mark)


def _apply_place(state: State, steps: list[Step]) -> None:
    if not steps:
        return
    state.upper = dict(state.values)
    state.upper_law = {p for p in state.values if p.endswith(".verdict") and _by_law(state, p)}
    for step in steps:
        for verb in step.verbs:
            _apply(state, step, verb)


def _by_law(state: State, path: str) -> bool:
    bases = {}
    for name, value in state.values.items():
        if name.startswith("basis.") and name.endswith(".source"):
            setter = state.trails[name][-1].place
            source = state.catalogue.sources.get(source_id(str(value), setter))
            if source:
                bases[name.split(".")[1]] = source
    return rests_on_law(path, state.values, state.setters.get(path), bases)


def _apply(state: State, step: Step, verb: Verb) -> None:
    if verb == "withdraw":
        refused = _refuse_withdrawal(state, step)
        if refused is None:
            state.withdrawn = step
        state.effects.append(
            Effect(step, verb, "", None, None, "suspended" if refused else "applied", refused)
        )
    elif verb == "restore":
        if state.withdrawn is not None and state.withdrawn.place == step.place:
            state.withdrawn = None
            state.effects.append(Effect(step, verb, "", None, None, "applied"))
        else:
            state.effects.append(Effect(step, verb, "", None, None, "converged"))
    elif verb == "adopt":
        state.adopted = True
    elif verb == "unset":
        for path in step.paths(verb):
            _unset(state, step, path)
    elif verb in ("set", "add", "remove"):
        for leaf in step.leaves(verb):
            new = leaf.value if verb == "set" else _edited(state, verb, leaf.path, leaf.value)
            _change(state, step, verb, leaf.path, new, leaf.mark)


def _refuse_withdrawal(state: State, step: Step) -> Refusal | None:
    if step.place == state.introducer:
        return None
    if any(v == "must_not" for p, v in state.upper.items() if p.endswith(".verdict")):
        return Refusal(
            "上级列为不能开的，下级不能撤下", "what the upper place excludes cannot be withdrawn", True
        )
    return None


def _unset(state: State, step: Step, path: str) -> None:
    hit = [p for p in state.values if p == path or p.startswith(f"{path}.")]
    if not hit:
        note(state, step, "unset", path, None, "converged", None)
    for leaf in hit:
        _change(state, step, "unset", leaf, None)


def _edited(state: State, verb: Verb, path: str, value: Json) -> Json:
    now = as_list(state.values.get(path))
    if not is_set_list(state.kind, path):
        return list(now)
    if verb == "add":
        return [*now, *(entry for entry in as_list(value) if entry not in now)]
    return [entry for entry in now if entry not in as_list(value)]


def _change(state: State, step: Step, verb: Verb, path: str, new: Json, mark: Path | None = None) -> None:
    old = state.values.get(path)
    if old == new:
        note(state, step, verb, path, new, "converged", None, mark)
        return
    refusal = None
    if step.place != state.introducer:
        refusal = judge(state.kind, path, _judged_against(state, path), new, path in state.upper_law)
    if refusal is not None:
        note(state, step, verb, path, new, "suspended", refusal, mark)
    elif new is None or new == []:
        drop(state, step, verb, path)
    else:
        put(state, step, verb, path, new, mark)


def _judged_against(state: State, path: str) -> Json:
    """Return the upper value of a leaf; a case new below is judged against the default (F26)."""
    if path in state.upper or not (path.startswith("cases.") and path.endswith(".verdict")):
        return state.upper.get(path)
    case = path.split(".")[1]
    allowed = state.upper.get("exceptions")
    return None if isinstance(allowed, list) and case in allowed else state.upper.get("cases.default.verdict")


def _blur(state: State, steps: list[Step]) -> None:
    """Mark the leaves of steps one of whose imprecise bounds holds the day (F1)."""
    for step in steps:
        if step.number and any(bound and bound.blurs(state.on) for bound in (step.start, step.until)):
            state.uncertain |= {
                leaf.path
                for verb in step.verbs
                if verb in ("set", "add", "remove")
                for leaf in step.leaves(verb)
            }


def _outcome(
    item_id: str, state: State | None, lapsed: State | None, history: tuple[TrailStep, ...]
) -> Outcome:
    held = state or lapsed
    if held is None:
        return Outcome(None)
    item = _item(item_id, held, history)
    effects = tuple(held.effects)
    if state is None:
        return Outcome(item, next((t for t in history if t.verb == "introduce"), None), True, effects)
    if state.withdrawn is not None:
        return Outcome(item, trail_step(state.withdrawn, "withdraw", None, None, "applied"), False, effects)
    if not state.adopted:
        return Outcome(None, effects=effects)
    return Outcome(item, effects=effects)


def _item(item_id: str, state: State, history: tuple[TrailStep, ...]) -> Item:
    values: Mapping[str, Value] = {
        path: Value(value, state.trails[path], path in state.uncertain)
        for path, value in state.values.items()
    }
    kind, slug = item_id.split("/")
    return Item(item_id, kind, slug, state.introducer, values, history, bool(state.uncertain))
