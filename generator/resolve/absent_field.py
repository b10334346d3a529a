"""Why an item that is listed has no such field: never there, removed, suspended, ended, not yet (FOLD F41)."""

from collections.abc import Iterator
from dataclasses import replace

from generator.findings import Text
from generator.resolve.directory import Directory, Item, TrailStep
from generator.resolve.explanation import Explanation
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan
from generator.resolve.state import trail_step
from generator.resolve.steps import inside
from generator.resolve.suggest import no_field


def without_field(
    plan: Plan, directory: Directory, found: Explanation, item: Item, field: str
) -> Explanation:
    """Say why an item that is listed has no such field."""
    if (unknown := no_field(item.kind, field)) is not None:
        return replace(found, state="unknown_field", said=unknown)
    past = _past(item, field)
    removed = tuple(step for step in item.history if _removes(plan, directory, step, item.id, field))
    if removed:
        said = Text(f"“{field}”已去掉", f"{field} was taken away")
        return replace(found, state="field_removed", said=said, steps=past or removed)
    if any(inside(path, (field,)) for u in found.upcoming for path, _ in u.gives):
        said = Text(f"“{field}”还没有生效", f"{field} is not in force yet")
        return replace(found, state="not_yet", said=said)
    for effect in fold_item(plan, item.id, directory.chain, found.on).effects:
        if effect.refusal and effect.path and inside(effect.path, (field,)):
            why = effect.refusal.why
            told = trail_step(effect.step, effect.verb, effect.old, effect.new, effect.fate, why)
            said = Text(f"“{field}”现不适用：{why.zh}", f"{field} is not in force: {why.en}")
            return replace(found, state="field_suspended", said=said, steps=past or (told,))
    if ended := tuple(_ended(plan, directory, item.id, field)):
        said = Text(f"“{field}”已到期", f"{field} has ended")
        return replace(found, state="field_ended", said=said, steps=ended)
    said = Text(f"“{field}”：文件未载", f"{field}: no document says it")
    return replace(found, state="field_absent", said=said)


def _past(item: Item, field: str) -> tuple[TrailStep, ...]:
    """Return the steps of leaves that are not there now, each said once where it acts on several at one place."""
    found: list[TrailStep] = []
    for path, trail in item.past.items():
        if inside(path, (field,)):
            said = [(step.position, step.fate) for step in found]
            found += [step for step in trail if (step.position, step.fate) not in said]
    return tuple(found)


def _ended(plan: Plan, directory: Directory, item_id: str, field: str) -> Iterator[TrailStep]:
    """Yield the steps that gave the field and have ended."""
    for step in plan.on_chain(item_id, directory.chain):
        gives = [leaf for leaf in step.leaves("set") if inside(leaf.path, (field,))]
        if gives and step.begun(directory.on) and not step.holds(directory.on):
            yield trail_step(step, "set", None, gives[0].value, "applied", mark=gives[0].mark)


def _removes(plan: Plan, directory: Directory, step: TrailStep, item_id: str, field: str) -> bool:
    """Tell whether a step took the field away."""
    for own in plan.on_chain(item_id, directory.chain):
        if own.position == step.position and own.begun(directory.on):
            return inside(field, own.paths("unset"))
    return False
