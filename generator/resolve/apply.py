"""What one change does to the item: each verb on each leaf, governed by the places above (FOLD F5, F10, F11, F14)."""

from generator.catalogue.fields import entry_of, may_withdraw
from generator.reading.document import Json, Path
from generator.resolve.directory import Verb
from generator.resolve.govern import Move, Refusal, judge
from generator.resolve.powers import NO_POWERS, Powers
from generator.resolve.state import Effect, State
from generator.resolve.steps import Step, as_list, is_set_list


def apply_step(state: State, step: Step, only: tuple[str, ...] | None, powers: Powers = NO_POWERS) -> None:
    """Apply a change. `only` names the leaves that may still take hold (a change of before the place joined, F18)."""
    for verb in step.verbs:
        if verb == "withdraw":
            _withdraw(state, step, powers)
        elif verb == "restore":
            _restore(state, step)
        elif verb == "adopt":
            _adopt(state, step)
        elif verb == "unset":
            for path in step.paths(verb):
                _unset(state, step, path, powers)
        elif verb in ("set", "add", "remove"):
            for leaf in step.leaves(verb):
                new = (
                    leaf.value
                    if verb == "set"
                    else edited(state.kind, state.values, verb, leaf.path, leaf.value)
                )
                if only is not None and not any(
                    leaf.path == o or leaf.path.startswith(f"{o}.") for o in only
                ):
                    why = Refusal("上级也列了这一项，以上级为准", "the place above has the item too")
                    state.note(step, verb, leaf.path, new, "suspended", why, leaf.mark)
                else:
                    change(state, step, verb, leaf.path, new, leaf.mark, powers)
    _mark_prevailing(state, step)


def _withdraw(state: State, step: Step, powers: Powers) -> None:
    refused = withdrawal_refused(state, step) or powers.refuse(step, "withdraw", "")
    fate = "suspended" if refused else ("converged" if state.withdrawn is not None else "applied")
    if fate == "applied":
        state.withdrawn = step
    state.effects.append(Effect(step, "withdraw", "", None, None, fate, refused))  # type: ignore[arg-type]


def withdrawal_refused(state: State, step: Step) -> Refusal | None:
    """Return why a place below may not withdraw the item (F14, F16)."""
    if step.at == state.introducer:
        return None
    if not may_withdraw(state.kind):
        return Refusal("上级的规定不能由下级撤下", "a rule of the place above cannot be withdrawn below")
    excluded = [p for p, v in state.upper.items() if v == "must_not" and p.rpartition(".")[2] == "verdict"]
    if excluded or state.upper.get("requirement") == "not_allowed":
        return Refusal(
            "上级列为不能开、不得承担、不得设的，下级不能撤下",
            "what the upper place excludes stays listed",
            True,
        )
    return None


def _restore(state: State, step: Step) -> None:
    same = state.withdrawn is not None and state.withdrawn.at == step.at
    if same:
        state.withdrawn = None
    state.effects.append(Effect(step, "restore", "", None, None, "applied" if same else "converged"))


def _adopt(state: State, step: Step) -> None:
    state.effects.append(Effect(step, "adopt", "", None, None, "converged" if state.adopted else "applied"))
    state.adopted = True


def _unset(state: State, step: Step, path: str, powers: Powers) -> None:
    hit = [p for p in state.values if p == path or p.startswith(f"{path}.")]
    if not hit:
        state.note(step, "unset", path, None, "converged")
    for leaf in hit:
        change(state, step, "unset", leaf, None, powers=powers)
    if hit and entry_of(state.kind, path) == path and not any(p.startswith(f"{path}.") for p in state.values):
        state.removed[path] = step.at


def edited(kind: str, values: dict[str, Json], verb: Verb, path: str, value: Json) -> Json:
    """Return an unordered list after `add` or `remove`."""
    now = as_list(values.get(path))
    if not is_set_list(kind, path):
        return list(now)
    if verb == "add":
        return [*now, *(entry for entry in as_list(value) if entry not in now)]
    return [entry for entry in now if entry not in as_list(value)]


def change(
    state: State, step: Step, verb: Verb, path: str, new: Json, mark: Path | None = None,
    powers: Powers = NO_POWERS,
) -> None:  # fmt: skip
    """Change one leaf, or keep in the trail why the change does not take hold."""
    old = state.values.get(path)
    overtaken = state.prevailing.get(path)
    if overtaken is not None and overtaken[0] != step.at and step.first_day <= overtaken[1]:
        state.note(step, verb, path, new, "superseded", None, mark)
        return
    if old == new:
        state.note(step, verb, path, new, "converged", None, mark)
        return
    refused = _gone_above(state, step, path, new)
    if refused is None and step.at != state.introducer:
        refused = judge(_move(state, step, path, new)) or powers.refuse(step, verb, path)
    if refused is not None:
        state.note(step, verb, path, new, "suspended", refused, mark)
    elif new is None or new == []:
        state.drop(step, verb, path)
    else:
        state.put(step, verb, path, new, mark)


def _gone_above(state: State, step: Step, path: str, new: Json) -> Refusal | None:
    """Refuse a leaf of an entry that a place above has removed, or a `before` that names one (F11)."""
    entry = entry_of(state.kind, path)
    named = entry
    if path.endswith(".before") and entry is not None:
        named = f"{entry.rpartition('.')[0]}.{new}"
    for removed in (entry, named):
        if removed is None or any(p.startswith(f"{removed}.") for p in state.values):
            continue
        if state.removed.get(removed, step.at) != step.at:
            return Refusal("上级已去掉这一条", "the place above has removed this entry")
    return None


def _move(state: State, step: Step, path: str, new: Json) -> Move:
    """Return the move of a leaf; a case new below is judged against the default (F26)."""
    entry = entry_of(state.kind, path)
    new_entry = entry is not None and not any(p.startswith(f"{entry}.") for p in state.upper)
    old, by_law = state.upper.get(path), path in state.upper_law
    if path.startswith("cases.") and path.endswith(".verdict") and path not in state.upper:
        allowed = state.upper.get("exceptions")
        if not (isinstance(allowed, list) and path.split(".")[1] in allowed):
            old = state.upper.get("cases.default.verdict")
            by_law = "cases.default.verdict" in state.upper_law
    level = state.catalogue.places[step.at].level
    return Move(state.kind, path, old, new, level, by_law, new_entry, step.source)


def _mark_prevailing(state: State, step: Step) -> None:
    """Keep for which leaves a step prevails over what places below had set before or on its day (F5)."""
    if step.data.get("prevails") is not True:
        return
    for effect in state.effects:
        if effect.step is step and effect.path and effect.fate in ("applied", "converged"):
            state.prevailing[effect.path] = (step.at, step.first_day)
