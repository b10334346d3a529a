"""Explain a field or an item: its trail, or why it is absent (FOLD F41), as data and as lines of text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.catalogue.model import Catalogue
from generator.reading.document import Json
from generator.resolve.directory import Directory, Item, TrailStep, Upcoming, Value, Withdrawn
from generator.resolve.editions import now_words
from generator.resolve.export import Data, citations_of, step_data, value_data
from generator.resolve.fold import fold_item
from generator.resolve.misread import REDIRECTS
from generator.resolve.plan import plan_of
from generator.resolve.resolve import OutsideItsTimeError, resolve
from generator.resolve.state import trail_step
from generator.resolve.steps import inside
from generator.words import ENDINGS

Why = Literal[
    "listed", "withdrawn", "lapsed", "redirected", "offered", "not_yet", "never_here", "unknown_item", "no_place",
    "missing", "field_absent", "field_removed", "field_ended", "field_suspended",
]  # fmt: skip


@dataclass(frozen=True)
class Explanation:
    """What is known of an item or a field in a place on a day. `values` are the leaves asked for."""

    place: str
    item: str
    field: str | None
    on: date
    state: Why
    said: str  # the state in a sentence
    name: str = ""
    values: tuple[tuple[str, Value], ...] = ()
    steps: tuple[TrailStep, ...] = ()  # the steps that explain an absence
    articles: tuple[tuple[str, str], ...] = ()  # (as cited, as numbered on the day) where they differ
    upcoming: tuple[Upcoming, ...] = ()
    date_uncertain: bool = False  # what is absent may be there: the day lies inside an imprecise bound (F1)


def explain(catalogue: Catalogue, place: str, item_id: str, field: str | None, on: date) -> Explanation:
    """Return what explains an item, or a field of it, in a place on a day."""
    asked = Explanation(place, item_id, field, on, "unknown_item", "目录里没有这一项")
    try:
        directory = resolve(catalogue, place, on)
    except OutsideItsTimeError as outside:
        return replace(asked, state="no_place", said=outside.said)
    coming = tuple(u for u in directory.upcoming if _asked(u, item_id, field))
    asked = replace(asked, upcoming=coming)
    unread = REDIRECTS in directory.missing and item_id not in directory.items
    if item_id in directory.missing or unread:  # a broken redirects.yaml may be what names the id
        return replace(asked, state="missing", said="暂缺：有关文件有错误，没有读进来（见 qingdan check）")
    if item_id in directory.items:
        return _listed(catalogue, directory, asked, directory.items[item_id])
    if item_id in directory.withdrawn:
        return _gone(asked, directory.withdrawn[item_id])
    if item_id in directory.offered:
        return replace(asked, state="offered", said="上级列为可选，本地没有采用")
    return _absent(catalogue, asked)


def _asked(coming: Upcoming, item_id: str, field: str | None) -> bool:
    return coming.item == item_id and (field is None or coming.path in (None, field.split(".")[0]))


def _listed(catalogue: Catalogue, directory: Directory, asked: Explanation, item: Item) -> Explanation:
    field = asked.field
    values = _asked_for(item, field)
    articles = tuple(
        (
            citation.cited,
            now_words(citation),
        )
        for citation in citations_of(catalogue, item, directory).values()
        if citation.state != "same"
    )
    found = replace(
        asked, state="listed", said=item.name, name=item.name, values=values, articles=articles,
        date_uncertain=any(field is None or inside(path, (field,)) for path in item.absent_uncertain),
    )  # fmt: skip
    if values:
        return found
    removed = tuple(step for step in item.history if _removes(step, catalogue, asked))
    if removed:
        return replace(
            found, state="field_removed", said=f"“{field}”已去掉", steps=_past(item, field) or removed
        )
    if any(inside(path, (str(field),)) for u in asked.upcoming for path, _ in u.gives):
        return replace(found, state="not_yet", said=f"“{field}”还没有生效")
    refused = [
        e for e in fold_item(plan_of(catalogue), item.id, directory.chain, asked.on).effects if e.refusal
    ]
    for effect in refused:
        if effect.path and inside(effect.path, (str(field),)):
            why = effect.refusal.zh if effect.refusal else ""
            told = trail_step(effect.step, effect.verb, effect.old, effect.new, effect.fate, why)
            return replace(
                found,
                state="field_suspended",
                said=f"“{field}”现不适用：{why}",
                steps=_past(item, field) or (told,),
            )
    ended = tuple(_ended(catalogue, directory, asked))
    if ended:
        return replace(found, state="field_ended", said=f"“{field}”已到期", steps=ended)
    return replace(found, state="field_absent", said=f"“{field}”：文件未载")


def _asked_for(item: Item, field: str | None) -> tuple[tuple[str, Value], ...]:
    """Return the leaves asked for: of an item that is gone, the last ones."""
    return tuple((p, v) for p, v in item.values.items() if field is None or inside(p, (field,)))


def _past(item: Item, field: str | None) -> tuple[TrailStep, ...]:
    """Return the steps of leaves that are not there now, each said once where it acts on several at one place."""
    found: list[TrailStep] = []
    for path, trail in item.past.items():
        if inside(path, (str(field),)):
            said = [(step.position, step.fate) for step in found]
            found += [step for step in trail if (step.position, step.fate) not in said]
    return tuple(found)


def _ended(catalogue: Catalogue, directory: Directory, asked: Explanation) -> Iterator[TrailStep]:
    """Yield the steps that gave the field and have ended."""
    for step in plan_of(catalogue).on_chain(asked.item, directory.chain):
        gives = [leaf for leaf in step.leaves("set") if inside(leaf.path, (str(asked.field),))]
        if gives and step.begun(asked.on) and not step.holds(asked.on):
            yield trail_step(step, "set", None, gives[0].value, "applied", mark=gives[0].mark)


def _removes(step: TrailStep, catalogue: Catalogue, asked: Explanation) -> bool:
    """Tell whether a step took the field away."""
    for own in plan_of(catalogue).on_chain(asked.item, catalogue.chain(asked.place, asked.on)):
        if own.position == step.position and own.begun(asked.on):
            return inside(str(asked.field), own.paths("unset"))
    return False


def _gone(asked: Explanation, gone: Withdrawn) -> Explanation:
    said = ENDINGS[gone.how]
    if gone.replaced_by:
        said += f"；由 {'、'.join(gone.replaced_by)} 接替"
    steps = (gone.step,) if gone.step else ()
    return replace(
        asked, state=gone.how, said=said, name=gone.item.name, steps=steps, values=_asked_for(gone.item, asked.field),
        date_uncertain=gone.item.date_uncertain,
    )  # fmt: skip


def _absent(catalogue: Catalogue, asked: Explanation) -> Explanation:
    plan = plan_of(catalogue)
    if asked.item not in plan.steps:
        return replace(asked, state="unknown_item", said="目录里没有这一项")
    begun = [s for s in plan.on_chain(asked.item, catalogue.chain(asked.place, asked.on)) if s.number == 0]
    if not begun:
        others = "、".join(sorted(plan.steps[asked.item]))
        return replace(asked, state="never_here", said=f"本地和上级都没有列这一项；别处列出：{others}")
    return replace(asked, state="not_yet", said="还没有生效")


def explanation_data(found: Explanation) -> Data:
    """Return an explanation as plain data."""
    values: dict[str, Json] = {path: value_data(value, found.on) for path, value in found.values}
    return {
        "place": found.place, "item": found.item, "field": found.field, "on": found.on.isoformat(),
        "state": found.state, "said": found.said, "name": found.name or None, "values": values,
        "date_uncertain": found.date_uncertain,
        "steps": [step_data(step, found.on) for step in found.steps],
        "articles": [{"cited": cited, "now": now} for cited, now in found.articles],
        "upcoming": [{"field": u.path, "step": step_data(u.step)} for u in found.upcoming],
    }  # fmt: skip
