"""Findings about introductions and what rests on them: joining, adjusting, lasting (FOLD F6, F16, F18, F20, F27)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.catalogue.model import Source, strings
from generator.codes import finding
from generator.findings import Finding, Text
from generator.resolve.case import Case, folded
from generator.resolve.directory import Item
from generator.resolve.events import event_days
from generator.resolve.joins import check_adjusts, check_joins
from generator.resolve.plan import Plan
from generator.resolve.steps import Step, inside


def check_introduction(
    plan: Plan,
    item: str,
    chain: tuple[str, ...],
    steps: tuple[Step, ...],
    introductions: list[Step],
    since: date,
) -> Iterator[Finding]:
    """Yield the findings about a place's own introduction, and about what its file says it adjusts."""
    above = [step for step in introductions if step.at != chain[-1]]
    for own in (step for step in steps if step.number == 0):
        yield from check_joins(plan, item, chain, own, above)
        yield from _circle(plan, item, own)
        yield from _refused(Case(plan, item, chain, own, max(own.begins, since), carried=own.begins < since))
        yield from _last_basis(plan, item, chain, own)
    yield from check_adjusts(plan, item, chain, steps, above)


def _circle(plan: Plan, item: str, own: Step) -> Iterator[Finding]:
    """F19: a part of a part of … itself."""
    around = {further for wider in plan.wider(item) for further in plan.narrowing.get(wider, ())}
    if item in around | {own.data.get("narrows")}:
        yield finding("I125", own.file.document.at((*own.mark, "narrows")), item=item)


def _refused(case: Case) -> Iterator[Finding]:
    """F16, F18, F27: an introduction that never takes hold, or values that a later base refuses."""
    days = (case.day, *(day for day in _days(case) if day > case.day))
    said: set[str] = set()
    for day in days:
        for effect in case.effects(day):
            if effect.refusal is None or effect.path in said:
                continue
            joined = effect.path and case.introducer(day) != case.step.at
            if joined and not _kept(case.step, effect.path):
                continue
            said.add(effect.path)
            known: dict[str, Any] = {
                "day": day.isoformat(),
                "upper": case.upper(day),
                "why": Text(effect.refusal.zh, effect.refusal.en),
            }
            if effect.path:
                yield finding("I107", case.at("introduce", effect.path), field=effect.path, **known)
            else:
                yield finding("I117", case.step.file.document.at(case.step.mark), **known)


def _days(case: Case) -> tuple[date, ...]:
    return event_days(case.plan, case.item, case.chain)


def _kept(step: Step, path: str) -> bool:
    joins = step.data.get("joins")
    keep = joins.get("keep") if isinstance(joins, dict) else None
    return inside(path, strings(keep))


def _last_basis(plan: Plan, item: str, chain: tuple[str, ...], own: Step) -> Iterator[Finding]:
    """F6: the first day on which all of an item's bases have ended while the item is still listed."""
    begins = own.begins
    days = {begins, *(day for day in event_days(plan, item, chain) if day > begins)}
    ends = {
        source.until.first for step in plan.on_chain(item, chain) for source in _cited(plan, step)
        if source.until is not None
    }  # fmt: skip
    for day in sorted(days | {end for end in ends if end > begins}) if ends else ():
        listed = folded(plan, item, chain, day).item
        if listed is not None and listed.introduced_by == own.at and _all_ended(plan, listed, day):
            where = own.file.document.key_at((*own.mark, "basis"))
            yield finding("B102", where, name=listed.name, day=day.isoformat())
            return


def _cited(plan: Plan, step: Step) -> Iterator[Source]:
    """Yield the sources of the bases that a step gives."""
    for verb in ("introduce", "set"):
        for leaf in step.leaves(verb) if verb in step.verbs else ():
            if leaf.path.startswith("basis.") and leaf.path.endswith(".source"):
                source = plan.catalogue.source(leaf.value, step.file.place)
                if source is not None:
                    yield source


def _all_ended(plan: Plan, item: Item, day: date) -> bool:
    ends = [
        plan.catalogue.source(value.value, value.place)
        for path, value in item.values.items() if path.startswith("basis.") and path.endswith(".source")
    ]  # fmt: skip
    return bool(ends) and all(s is not None and s.until is not None and s.until.first <= day for s in ends)
