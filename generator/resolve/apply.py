"""What one change does to the item: each verb on each leaf, governed by the places above (FOLD F5, F10, F11, F14)."""

from generator.catalogue.fields import entries_of
from generator.catalogue.model import source_id
from generator.reading.document import Json, Path
from generator.resolve.directory import Fate, Verb
from generator.resolve.govern import Refusal
from generator.resolve.powers import NO_POWERS, Powers
from generator.resolve.refusals import refusal_of, spoilt_entries, withdrawal_refused
from generator.resolve.state import Effect, State
from generator.resolve.steps import Step, as_list, inside, is_set_list


def apply_step(state: State, step: Step, only: tuple[str, ...] | None, powers: Powers = NO_POWERS) -> None:
    """Apply a change. `only` names the leaves that may still take hold (a change of before the place joined, F18)."""
    for verb in step.verbs:
        if verb in ("withdraw", "restore") and only is not None:
            state.effects.append(Effect(step, verb, "", None, None, "suspended", JOINED))
        elif verb == "withdraw":
            _withdraw(state, step, powers)
        elif verb == "restore":
            _restore(state, step, powers)
        elif verb == "unset":
            for path in step.paths(verb):
                if only is not None and not inside(path, only):
                    state.note(step, verb, path, None, "suspended", JOINED)
                else:
                    _unset(state, step, path, powers)
        elif verb in ("set", "add", "remove"):
            _give(state, step, verb, only, powers)
    _mark_prevailing(state, step)


JOINED = Refusal("上级也列了这一项，以上级为准", "the place above has the item too")


def _give(state: State, step: Step, verb: Verb, only: tuple[str, ...] | None, powers: Powers) -> None:
    spoilt = spoilt_entries(state, step, powers) if verb == "set" else {}
    for leaf in step.leaves(verb):
        if verb != "set" and not is_set_list(state.kind, leaf.path):
            continue  # told by the judge: only unordered lists are added to
        new = leaf.value if verb == "set" else edited(state.values, verb, leaf.path, leaf.value)
        entry = next((e for e in entries_of(state.kind, leaf.path) if e in spoilt), None)
        if only is not None and not inside(leaf.path, only):
            state.note(step, verb, leaf.path, new, "suspended", JOINED, leaf.mark)
        elif entry is not None and not state.set_aside(step, leaf.path):
            own = refusal_of(state, step, verb, leaf.path, new, powers)
            state.note(step, verb, leaf.path, new, "suspended", own or spoilt[entry], leaf.mark)
        else:
            change(state, step, verb, leaf.path, new, leaf.mark, powers)


def _withdraw(state: State, step: Step, powers: Powers) -> None:
    refused = withdrawal_refused(state, step) or powers.refuse(step, "withdraw", "")
    fate: Fate = "suspended" if refused else "converged" if state.withdrawn is not None else "applied"
    if fate == "applied":
        state.withdrawn = step
    state.effects.append(Effect(step, "withdraw", "", None, None, fate, refused))


def _restore(state: State, step: Step, powers: Powers) -> None:
    refused = powers.refuse(step, "restore", "")
    same = state.withdrawn is not None and state.withdrawn.at == step.at
    if same and refused is None:
        state.withdrawn = None
        state.begins = max(state.begins, step.first_day)  # what stood below before joins anew (F18)
    fate: Fate = "suspended" if refused else "applied" if same else "converged"
    state.effects.append(Effect(step, "restore", "", None, None, fate, refused))


def adopt(state: State, step: Step, powers: Powers) -> None:
    """Take an opt-in item (F17)."""
    refused = powers.refuse(step, "adopt", "")
    taken = state.adopted or step.at == state.introducer  # who offers an item has it
    fate: Fate = "suspended" if refused else "converged" if taken else "applied"
    state.effects.append(Effect(step, "adopt", "", None, None, fate, refused))
    state.adopted = state.adopted or fate == "applied"


def _unset(state: State, step: Step, path: str, powers: Powers) -> None:
    hit = [leaf for leaf in state.values if inside(leaf, (path,))]
    if not hit:
        state.note(step, "unset", path, None, "converged")
    refused = next(
        (why for leaf in hit if (why := refusal_of(state, step, "unset", leaf, None, powers))), None
    )
    for leaf in sorted(
        hit, key=lambda leaf: leaf.endswith(".before")
    ):  # last, as it says where the entry stood
        if refused is not None:  # all of it or none: no fragment stays behind
            state.note(step, "unset", leaf, None, "suspended", refused)
        else:
            change(state, step, "unset", leaf, None, powers=powers)


def edited(values: dict[str, Json], verb: Verb, path: str, value: Json) -> Json:
    """Return an unordered list after `add` or `remove`."""
    now = as_list(values.get(path))
    if verb == "add":
        return [*now, *(entry for entry in as_list(value) if entry not in now)]
    return [entry for entry in now if entry not in as_list(value)]


def change(
    state: State, step: Step, verb: Verb, path: str, new: Json, mark: Path | None = None,
    powers: Powers = NO_POWERS,
) -> None:  # fmt: skip
    """Change one leaf, or keep in the trail why the change does not take hold."""
    if state.set_aside(step, path):
        state.note(step, verb, path, new, "superseded", None, mark)
        return
    if same_value(state, step, path, new):
        state.note(step, verb, path, new, "converged", None, mark)
        return
    refused = refusal_of(state, step, verb, path, new, powers)
    if refused is not None:
        state.note(step, verb, path, new, "suspended", refused, mark)
    elif new is None or new == []:
        state.drop(step, verb, path)
    else:
        state.put(step, verb, path, new, mark)


def same_value(state: State, step: Step, path: str, new: Json) -> bool:
    """Tell whether a leaf has the value already; a document is the same by its full id, not by its slug."""
    old = state.values.get(path)
    if old is not None and new is not None and path.rpartition(".")[2] == "source":
        return source_id(str(old), state.holders[path]) == source_id(str(new), step.file.place)
    return old == new


def _mark_prevailing(state: State, step: Step) -> None:
    """Keep for which leaves and fields a step prevails over what places below had set before or on its day (F5)."""
    if step.data.get("prevails") is not True:
        return
    mine = [effect for effect in state.effects if effect.step is step and effect.path]
    refused = [effect.path for effect in mine if effect.fate == "suspended"]
    taken = [path for path in step.paths("unset") if not any(inside(leaf, (path,)) for leaf in refused)]
    given = [effect.path for effect in mine if effect.fate in ("applied", "converged")]
    for path in (*given, *taken):
        state.prevailing[path] = (step.at, step.first_day)
