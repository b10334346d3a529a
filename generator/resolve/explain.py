"""Explain a field or an item: its trail, or why it is absent (FOLD F41)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.catalogue.model import Catalogue
from generator.findings import Text
from generator.resolve.blame import to_blame
from generator.resolve.directory import Directory, Ending, Item, TrailStep, Upcoming, Value, Withdrawn
from generator.resolve.editions import Citation
from generator.resolve.export import citations_of
from generator.resolve.fold import fold_item
from generator.resolve.misread import REDIRECTS
from generator.resolve.plan import Plan, plan_of
from generator.resolve.redirects import redirect_step
from generator.resolve.resolve import OutsideItsTimeError, resolve
from generator.resolve.state import trail_step
from generator.resolve.steps import inside
from generator.resolve.suggest import no_field, no_item
from generator.words import ENDINGS

Why = Literal[
    "listed", "withdrawn", "lapsed", "redirected", "offered", "not_yet", "never_here", "unknown_item", "no_place",
    "missing", "unknown_field", "field_absent", "field_removed", "field_ended", "field_suspended",
]  # fmt: skip
_NOT_YET = Text("还没有生效", "not in force yet")
_MISSING = Text("暂缺：有关文件有错误，没有读进来", "left out: files it depends on have errors")
_ENDINGS: Mapping[Ending, Text] = {
    "withdrawn": Text(ENDINGS["withdrawn"], "no longer listed"),
    "lapsed": Text(ENDINGS["lapsed"], "no longer listed: what it rests on has ended"),
    "redirected": Text(ENDINGS["redirected"], "its id has become another"),
}


@dataclass(frozen=True)
class Explanation:
    """What is known of an item or a field in a place on a day. `values` are the leaves asked for."""

    place: str
    item: str
    field: str | None
    on: date
    state: Why
    said: Text  # the state in a sentence
    name: str = ""
    values: tuple[tuple[str, Value], ...] = ()
    steps: tuple[TrailStep, ...] = ()  # the steps that explain an absence
    articles: tuple[Citation, ...] = ()  # of the bases and conflicts, those numbered otherwise on the day
    upcoming: tuple[Upcoming, ...] = ()
    date_uncertain: bool = False  # what is absent may be there: the day lies inside an imprecise bound (F1)
    left_out: tuple[str, ...] = ()  # the files with errors that it depends on, as paths below the catalogue


def explain(catalogue: Catalogue, place: str, item_id: str, field: str | None, on: date) -> Explanation:
    """Return what explains an item, or a field of it, in a place on a day."""
    asked = Explanation(place, item_id, field, on, "no_place", Text("", ""))
    try:
        directory = resolve(catalogue, place, on)
    except OutsideItsTimeError as outside:
        return replace(asked, said=outside.said)
    plan = plan_of(catalogue)
    asked = replace(asked, upcoming=tuple(u for u in directory.upcoming if _asked(u, item_id, field)))
    unread = REDIRECTS in directory.missing and item_id not in directory.items
    if item_id in directory.missing or unread:  # a broken redirects.yaml may be what names the id
        files = to_blame(plan, directory.chain, frozenset({item_id, REDIRECTS} if unread else {item_id}))
        return replace(asked, state="missing", said=_MISSING, left_out=files)
    if item_id in directory.items:
        return _listed(catalogue, directory, asked, directory.items[item_id])
    if item_id in directory.withdrawn:
        return _gone(plan, directory, asked, directory.withdrawn[item_id])
    if item_id in directory.offered:
        return _offered(catalogue, asked, directory.offered[item_id])
    return _absent(plan, directory, asked)


def _asked(coming: Upcoming, item_id: str, field: str | None) -> bool:
    return coming.item == item_id and (field is None or coming.path in (None, field.split(".")[0]))


def _listed(catalogue: Catalogue, directory: Directory, asked: Explanation, item: Item) -> Explanation:
    values, cited = _asked_for(item, asked.field), citations_of(catalogue, item, directory).values()
    found = replace(
        asked, state="listed", said=Text(item.name, item.name), name=item.name, values=values,
        articles=tuple(citation for citation in cited if citation.state != "same"),
        date_uncertain=any(asked.field is None or inside(path, (asked.field,)) for path in item.absent_uncertain),
    )  # fmt: skip
    if values or asked.field is None:
        return found
    return _without_field(plan_of(catalogue), directory, found, item, asked.field)


def _without_field(
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


def _asked_for(item: Item, field: str | None) -> tuple[tuple[str, Value], ...]:
    """Return the leaves asked for: of an item that is gone, the last ones."""
    return tuple((p, v) for p, v in item.values.items() if field is None or inside(p, (field,)))


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


def _gone(plan: Plan, directory: Directory, asked: Explanation, gone: Withdrawn) -> Explanation:
    said = _succeeded(gone.how, gone.replaced_by)
    if gone.returned_to:
        said = Text(f"{said.zh}；职责收回到{gone.returned_to}", f"{said.en}; returned to {gone.returned_to}")
    redirect = plan.redirect(asked.item, directory.chain) if gone.how == "redirected" else None
    step = redirect_step(plan.catalogue, redirect) if redirect else gone.step
    return replace(
        asked, state=gone.how, said=said, name=gone.item.name, steps=(step,) if step else (),
        values=_asked_for(gone.item, asked.field), date_uncertain=gone.item.date_uncertain,
    )  # fmt: skip


def _offered(catalogue: Catalogue, asked: Explanation, item: Item) -> Explanation:
    above = catalogue.places[item.introduced_by].on(asked.on).name
    said = Text(f"{above}列为可选，本地没有采用", f"offered by {above}, not adopted here")
    return replace(
        asked, state="offered", said=said, name=item.name, steps=item.history,
        values=_asked_for(item, asked.field), date_uncertain=item.date_uncertain,
    )  # fmt: skip


def _absent(plan: Plan, directory: Directory, asked: Explanation) -> Explanation:
    redirect = plan.redirect(asked.item, directory.chain)
    if redirect is not None and redirect.start.first <= asked.on:
        heirs = plan.became(asked.item, directory.chain, asked.on)
        step = redirect_step(plan.catalogue, redirect)
        return replace(asked, state="redirected", said=_succeeded("redirected", heirs), steps=(step,))
    if asked.item not in plan.steps:
        names = ((item, _name(plan, directory, item)) for item in plan.steps)
        return replace(asked, state="unknown_item", said=no_item(asked.item, names))
    if any(step.number == 0 for step in plan.on_chain(asked.item, directory.chain)):
        return replace(asked, state="not_yet", said=_NOT_YET)
    others = sorted(plan.steps[asked.item])
    said = Text(
        f"本地和上级都没有列这一项；别处列出：{'、'.join(others)}",
        f"neither this place nor those above list it; listed in: {', '.join(others)}",
    )
    return replace(asked, state="never_here", said=said)


def _succeeded(how: Ending, heirs: tuple[str, ...]) -> Text:
    """Say how an item ended and what took its place."""
    said = _ENDINGS[how]
    if not heirs:
        return said
    return Text(f"{said.zh}；由 {'、'.join(heirs)} 接替", f"{said.en}; see {', '.join(heirs)}")


def _name(plan: Plan, directory: Directory, item_id: str) -> str:
    if item_id in directory.items:
        return directory.items[item_id].name
    introductions = (step for own in plan.steps[item_id].values() for step in own if step.number == 0)
    return next((str(step.data.get("name", "")) for step in introductions), "")
