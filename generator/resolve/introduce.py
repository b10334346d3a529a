"""How a place begins an item, or joins one that a place above has (FOLD F6, F16, F18)."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from generator.catalogue.model import Catalogue, date_of, strings
from generator.resolve.apply import JOINED, change
from generator.resolve.govern import Refusal
from generator.resolve.powers import Powers
from generator.resolve.state import State
from generator.resolve.steps import Step, inside


def introduce(
    catalogue: Catalogue, state: State | None, step: Step, on: date, powers: Powers
) -> State | Refusal | None:
    """Return the state that an introduction begins, or why it may not; None where it joins the item from above."""
    if state is not None and state.withdrawn is None:
        if step.holds(on):
            state.adopted = True  # it had the item itself before (F17, F18)
            _join(state, step, powers)
        return None
    if state is not None and state.withdrawn is not None and state.withdrawn.data.get("below") != "open":
        return Refusal(
            "上级已撤下，下级也不再列", "the upper place has withdrawn it for all below", gone=True
        )
    return powers.refuse(step, "introduce", "") or _begin(catalogue, step, on)


def _begin(catalogue: Catalogue, step: Step, on: date) -> State:
    carried = max((s.first_day for s in step.spans[1:] if s.first_day <= on), default=date.min)
    begun = _begun(catalogue, step, carried)
    ended = date.max
    if not step.holds(on):
        ended = max((span.end for span in step.spans if span.end <= on), default=on)
    return replace(
        begun, on=on, ended=ended, values=dict(begun.values), trails=dict(begun.trails),
        setters=dict(begun.setters), holders=dict(begun.holders), effects=list(begun.effects),
        removed={}, prevailing={}, upper={}, upper_heads=set(), upper_law=set(),
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _begun(catalogue: Catalogue, step: Step, carried: date) -> State:
    """Return what an introduction gives, with the documents that had carried it on by a day: to be copied only.

    Every place below asks for it on every day that matters, and gets the same until another document carries it on.
    """
    state = State(catalogue, step.file.kind, carried, step.at, step.begins)
    state.opt_in = step.data.get("adoption") == "opt-in"
    state.adopted = not state.opt_in
    for leaf in step.leaves("introduce"):
        state.put(step, "introduce", leaf.path, leaf.value, leaf.mark)
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


def still(state: State, step: Step, joined: Step | None) -> tuple[str, ...] | None:
    """Return the only fields that a change of before its place joined may still give; None where all (F18)."""
    if joined is None:
        return None
    if joined.moved is None:
        late = step.begins < state.begins
    else:  # a file of a redirected id: what it said of the old id before it joined there, or before that ended
        joins = joined.data.get("joins")
        stated = date_of(joins.get("from")) if isinstance(joins, dict) else None
        late = step.first_day < (stated.first if stated else joined.not_before)
    return _kept(joined) if late else None


def _kept(step: Step) -> tuple[str, ...]:
    joins = step.data.get("joins")
    return strings(joins.get("keep")) if isinstance(joins, dict) else ()
