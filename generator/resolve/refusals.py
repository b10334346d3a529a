"""Why a step may not do to the item as it stands what it says (FOLD F11, F14, F16, F26, F27)."""

from dataclasses import replace

from generator.catalogue.fields import below, entries_of, entry_of, may_withdraw
from generator.reading.document import Json
from generator.resolve.directory import Verb
from generator.resolve.govern import Move, Refusal, judge
from generator.resolve.powers import Powers
from generator.resolve.state import State
from generator.resolve.steps import Step, as_list


def refusal_of(state: State, step: Step, verb: Verb, path: str, new: Json, powers: Powers) -> Refusal | None:
    """Return why a step may not give a leaf its new value, None where it may."""
    gone = _gone_above(state, step, path, new)
    if gone is not None or step.at == state.introducer:
        return gone
    return _refused(state, step, path, new) or powers.refuse(step, verb, path)


def _gone_above(state: State, step: Step, path: str, new: Json) -> Refusal | None:
    """Refuse a leaf of an entry that a place above has removed, or a `before` that names one (F11)."""
    entries = list(entries_of(state.kind, path))
    if path.endswith(".before") and entries:
        entries.append(f"{entries[-1].rpartition('.')[0]}.{new}")
    for entry in entries:
        gone = state.removed.get(entry)
        if gone is None or gone.at == step.at or step.first_day >= gone.since:
            continue
        if not any(other.startswith(f"{entry}.") for other in state.values):
            return Refusal("上级已去掉这一条", "the place above has removed this entry")
    return None


def _refused(state: State, step: Step, path: str, new: Json) -> Refusal | None:
    """Return why the move of a leaf is refused; most leaves are free, and nothing is asked of them."""
    level = state.catalogue.places[step.at].on(state.on).level
    free = below(state.kind, path, level) == "free"
    return None if free else judge(_move(state, step, path, new, level))


def _move(state: State, step: Step, path: str, new: Json, level: str) -> Move:
    """Return the move of a leaf; a case new below is judged against the default (F26)."""
    entry = entry_of(state.kind, path)
    new_entry = entry is not None and entry not in state.upper_heads
    old, by_law = state.upper.get(path), path in state.upper_law
    if path.startswith("cases.") and path.endswith(".verdict") and path not in state.upper:
        allowed = state.upper.get("exceptions")
        if not (isinstance(allowed, list) and path.split(".")[1] in allowed):
            old = state.upper.get("cases.default.verdict")
            by_law = "cases.default.verdict" in state.upper_law
    own_basis = old != "unknown" or _own_basis(state, step, path.rpartition(".")[0])
    return Move(state.kind, path, old, new, level, by_law, new_entry, own_basis, step.source)


def _own_basis(state: State, step: Step, case: str) -> bool:
    """Tell whether a case rests on a basis that the place of the step gives itself (F26)."""
    given = {leaf.path: leaf.value for verb in step.verbs for leaf in step.leaves(verb)}
    cited = given.get(f"{case}.basis", state.values.get(f"{case}.basis"))
    own = {*given, *(path for path, holder in state.holders.items() if holder in (step.at, step.file.place))}
    bases = {path.split(".")[1] for path in own if path.startswith("basis.") and path.endswith(".source")}
    return bool(bases & set(map(str, cited)) if isinstance(cited, list) else bases)


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


_SET_ASIDE = Refusal("这种情况的结论已被上位规定取代", "the verdict of this case is set aside from above")


def spoilt_entries(state: State, step: Step, powers: Powers) -> dict[str, Refusal]:
    """Return the entries of which nothing that a step sets takes hold: no fragment of them stays (F11, F14).

    They are entries new below with a leaf that is refused, and cases whose verdict is refused or set aside: what came
    with it rests on it, and so do the new bases that only such cases name.
    """
    found: dict[str, Refusal] = {}
    for leaf in step.leaves("set") if step.at != state.introducer else ():
        case = leaf.path.startswith("cases.") and leaf.path.endswith(".verdict")
        if case and state.set_aside(step, leaf.path):
            refused: Refusal | None = _SET_ASIDE
        else:
            refused = _refused(state, step, leaf.path, leaf.value) or powers.refuse(step, "set", leaf.path)
        if refused is not None:
            entries = entries_of(state.kind, leaf.path)
            spoilt = next((e for e in entries if case or e not in state.upper_heads), None)
            if spoilt is not None:
                found[spoilt] = replace(refused, follows=True)
    return {**found, **_bases_of(state, step, found)} if found else found


def _bases_of(state: State, step: Step, spoilt: dict[str, Refusal]) -> dict[str, Refusal]:
    """Return the bases new below that only spoilt cases name."""
    given = {leaf.path: leaf.value for leaf in step.leaves("set")}
    kept: set[str] = set()
    fallen: dict[str, Refusal] = {}
    for path, named in {**state.values, **given}.items():
        case, _, last = path.rpartition(".")
        if last == "basis" and case in spoilt and path in given:
            fallen |= {f"basis.{name}": spoilt[case] for name in as_list(named)}
            kept |= {f"basis.{name}" for name in as_list(state.values.get(path))}
        elif last == "basis":
            kept |= {f"basis.{name}" for name in as_list(named)}
    return {
        basis: why for basis, why in fallen.items() if basis not in kept and basis not in state.upper_heads
    }
