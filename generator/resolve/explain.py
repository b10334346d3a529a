"""Explain a field or an item: its trail, or why it is absent (FOLD F41)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.catalogue.model import Catalogue
from generator.findings import Text
from generator.resolve.absent_field import without_field
from generator.resolve.blame import to_blame
from generator.resolve.directory import Directory, Ending, Item, Upcoming, Value, Withdrawn
from generator.resolve.explanation import Explanation
from generator.resolve.export import citations_of
from generator.resolve.misread import REDIRECTS
from generator.resolve.plan import Plan, plan_of
from generator.resolve.redirects import redirect_step
from generator.resolve.resolve import OutsideItsTimeError, resolve
from generator.resolve.steps import inside
from generator.resolve.suggest import no_item
from generator.words import ENDINGS

_NOT_YET = Text("还没有生效", "not in force yet")
_MISSING = Text("暂缺：有关文件有错误，没有读进来", "left out: files it depends on have errors")
_ENDINGS: Mapping[Ending, Text] = {
    "withdrawn": Text(ENDINGS["withdrawn"], "no longer listed"),
    "lapsed": Text(ENDINGS["lapsed"], "no longer listed: what it rests on has ended"),
    "redirected": Text(ENDINGS["redirected"], "its id has become another"),
}


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
    return without_field(plan_of(catalogue), directory, found, item, asked.field)


def _asked_for(item: Item, field: str | None) -> tuple[tuple[str, Value], ...]:
    """Return the leaves asked for: of an item that is gone, the last ones."""
    return tuple((p, v) for p, v in item.values.items() if field is None or inside(p, (field,)))


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
