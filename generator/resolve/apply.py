"""What one change does to the item: each verb on each leaf, governed by the places above (FOLD F5, F10, F11, F14)."""

from datetime import date

from generator.catalogue.fields import entries_of, entry_of, may_withdraw
from generator.catalogue.model import source_id
from generator.reading.document import Json, Path
from generator.resolve.directory import Fate, Verb
from generator.resolve.govern import Move, Refusal, judge
from generator.resolve.powers import NO_POWERS, Powers
from generator.resolve.state import Effect, State
from generator.resolve.steps import Step, as_list, is_set_list


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


def inside(path: str, heads: tuple[str, ...]) -> bool:
    """Tell whether a leaf is one of the fields or in them."""
    return any(path == head or path.startswith(f"{head}.") for head in heads)


def _give(state: State, step: Step, verb: Verb, only: tuple[str, ...] | None, powers: Powers) -> None:
    spoilt = _spoilt_entries(state, step, powers) if verb == "set" else {}
    for leaf in step.leaves(verb):
        if verb != "set" and not is_set_list(state.kind, leaf.path):
            continue  # told by the judge: only unordered lists are added to
        new = leaf.value if verb == "set" else edited(state.values, verb, leaf.path, leaf.value)
        entry = next((e for e in entries_of(state.kind, leaf.path) if e in spoilt), None)
        if only is not None and not inside(leaf.path, only):
            state.note(step, verb, leaf.path, new, "suspended", JOINED, leaf.mark)
        elif entry is not None:
            state.note(step, verb, leaf.path, new, "suspended", spoilt[entry], leaf.mark)
        else:
            change(state, step, verb, leaf.path, new, leaf.mark, powers)


def _spoilt_entries(state: State, step: Step, powers: Powers) -> dict[str, Refusal]:
    """Return the entries new below one of whose leaves is refused: no fragment of them takes hold (F11, F14)."""
    found: dict[str, Refusal] = {}
    for leaf in step.leaves("set"):
        entries = [e for e in entries_of(state.kind, leaf.path) if e not in state.upper_heads]
        if entries and step.at != state.introducer:
            refused = judge(_move(state, step, leaf.path, leaf.value)) or powers.refuse(
                step, "set", leaf.path
            )
            if refused is not None:
                found[entries[0]] = refused
    return found


def _withdraw(state: State, step: Step, powers: Powers) -> None:
    refused = withdrawal_refused(state, step) or powers.refuse(step, "withdraw", "")
    fate: Fate = "suspended" if refused else "converged" if state.withdrawn is not None else "applied"
    if fate == "applied":
        state.withdrawn = step
    state.effects.append(Effect(step, "withdraw", "", None, None, fate, refused))


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
    hit = [p for p in state.values if p == path or p.startswith(f"{path}.")]
    if not hit:
        state.note(step, "unset", path, None, "converged")
    refused = next((why for leaf in hit if (why := _refused(state, step, "unset", leaf, None, powers))), None)
    for leaf in hit:
        if refused is not None:  # all of it or none: no fragment stays behind
            state.note(step, "unset", leaf, None, "suspended", refused)
        else:
            change(state, step, "unset", leaf, None, powers=powers)
    for entry in {
        entry for leaf in hit for entry in entries_of(state.kind, leaf) if f"{entry}.".startswith(path)
    }:
        if not any(p.startswith(f"{entry}.") for p in state.values):
            state.removed[entry] = (step.at, step.first_day)


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
    overtaken = state.prevailing.get(path)
    if overtaken is not None and overtaken[0] != step.at and step.first_day <= overtaken[1]:
        state.note(step, verb, path, new, "superseded", None, mark)
        return
    if same_value(state, step, path, new):
        state.note(step, verb, path, new, "converged", None, mark)
        return
    refused = _refused(state, step, verb, path, new, powers)
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


def _refused(state: State, step: Step, verb: Verb, path: str, new: Json, powers: Powers) -> Refusal | None:
    gone = _gone_above(state, step, path, new)
    if gone is not None or step.at == state.introducer:
        return gone
    return judge(_move(state, step, path, new)) or powers.refuse(step, verb, path)


def _gone_above(state: State, step: Step, path: str, new: Json) -> Refusal | None:
    """Refuse a leaf of an entry that a place above has removed, or a `before` that names one (F11)."""
    entries = list(entries_of(state.kind, path))
    if path.endswith(".before") and entries:
        entries.append(f"{entries[-1].rpartition('.')[0]}.{new}")
    for entry in entries:
        by, when = state.removed.get(entry, (step.at, date.min))
        if by == step.at or step.first_day >= when:
            continue
        if not any(p.startswith(f"{entry}.") for p in state.values):
            return Refusal("上级已去掉这一条", "the place above has removed this entry")
    return None


def _move(state: State, step: Step, path: str, new: Json) -> Move:
    """Return the move of a leaf; a case new below is judged against the default (F26)."""
    entry = entry_of(state.kind, path)
    new_entry = entry is not None and entry not in state.upper_heads
    old, by_law = state.upper.get(path), path in state.upper_law
    if path.startswith("cases.") and path.endswith(".verdict") and path not in state.upper:
        allowed = state.upper.get("exceptions")
        if not (isinstance(allowed, list) and path.split(".")[1] in allowed):
            old = state.upper.get("cases.default.verdict")
            by_law = "cases.default.verdict" in state.upper_law
    level = state.catalogue.places[step.at].on(state.on).level
    return Move(state.kind, path, old, new, level, by_law, new_entry, step.source)


def _mark_prevailing(state: State, step: Step) -> None:
    """Keep for which leaves a step prevails over what places below had set before or on its day (F5)."""
    if step.data.get("prevails") is not True:
        return
    for effect in state.effects:
        if effect.step is step and effect.path and effect.fate in ("applied", "converged"):
            state.prevailing[effect.path] = (step.at, step.first_day)
