"""An item that narrows a wider one is held to what the wider one allows (FOLD F19)."""

from generator.catalogue.fields import below
from generator.findings import Text
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.resolve.govern import Move, judge, rests_on_law
from generator.resolve.state import Effect, State, trail_step
from generator.resolve.steps import Step


def hold_to(state: State, first: Step, wider: Item, path: str, own: Json) -> None:
    """Hold one governed leaf to the wider item's; a verdict that is refused gives way with its whole case."""
    if below(state.kind, path) in ("free", "locked") or path not in state.values:
        return
    at = path
    if path.startswith("cases.") and path not in wider.values:
        at = "cases.default.verdict"
    limit = wider.get(at)
    if limit is None:
        return
    refused = judge(Move(state.kind, path, limit, own, by_law=_by_law(state, wider, at)))
    if refused is None:
        return
    bound = Text(f"受“{wider.name}”约束：{refused.zh}", f"held to {wider.name}: {refused.en}")
    told = trail_step(first, "introduce", own, own, "suspended", bound)
    mine, theirs = path.rpartition(".")[0], at.rpartition(".")[0]
    if path.startswith("cases."):
        for leaf in [
            p
            for p in state.values
            if p.startswith(f"{mine}.") and p.rpartition(".")[2] not in ("for", "when")
        ]:
            state.values.pop(leaf)
        for leaf, value in wider.values.items():
            if leaf.startswith(f"{theirs}.") and leaf.rpartition(".")[2] not in ("for", "when", "basis"):
                state.values[mine + leaf.removeprefix(theirs)] = value.value
                state.trails[mine + leaf.removeprefix(theirs)] = value.trail
    state.values[path] = limit
    state.trails[path] = (*state.trails.get(path, ()), told, *wider.values[at].trail)
    state.effects.append(Effect(first, "introduce", path, limit, own, "suspended", refused))


def _by_law(state: State, item: Item, path: str) -> bool:
    """Tell whether a leaf of a folded item rests on law."""
    bases = {}
    for name, value in item.values.items():
        if name.startswith("basis.") and name.endswith(".source"):
            source = state.catalogue.source(value.value, value.place)
            if source is not None:
                bases[name.removeprefix("basis.").removesuffix(".source")] = source
    values = {name: value.value for name, value in item.values.items()}
    return rests_on_law(path, values, item.values[path].giver.source, bases)
