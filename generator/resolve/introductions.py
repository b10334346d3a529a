"""Findings about introductions and what rests on them: joining, adjusting, lasting (FOLD F6, F16, F18, F20, F27)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.catalogue.model import date_of, source_id
from generator.codes import finding
from generator.findings import Finding, Severity
from generator.resolve.case import Case
from generator.resolve.events import event_days
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan
from generator.resolve.steps import Step


def check_introduction(
    plan: Plan, item: str, chain: tuple[str, ...], steps: tuple[Step, ...], introductions: list[Step]
) -> Iterator[Finding]:
    """Yield the findings about a place's own introduction, and about what its file says it adjusts."""
    own = next((step for step in steps if step.number == 0), None)
    above = [step for step in introductions if step.at != chain[-1]]
    if own is not None:
        yield from _joins(plan, own, above)
        yield from _refused(Case(plan, item, chain, own, max(own.first_day, own.not_before)))
        yield from _last_basis(plan, item, chain, own)
    yield from _adjusts(plan, item, steps, above)


def _joins(plan: Plan, own: Step, above: list[Step]) -> Iterator[Finding]:
    """F18: where a place above introduces the id too, `joins` says what of the own values stands."""
    if not above or own.mark:
        return
    upper = above[0]
    name, start = plan.catalogue.places[upper.at].name, upper.start
    joins = own.data.get("joins")
    if not isinstance(joins, dict):
        yield finding("I108", own.file.document.at(), upper=name, day=start.text if start else "")
        return
    stated = date_of(joins.get("from"))
    if start is not None and stated is not None and stated.first != start.first:
        yield finding("I119", own.file.document.at(("joins", "from")), upper=name, day=start.text)


def _refused(case: Case) -> Iterator[Finding]:
    """F16, F18, F27: an introduction that never takes hold, or values that a later base refuses."""
    days = (case.day, *(day for day in _days(case) if day > case.day))
    said: set[str] = set()
    for day in days:
        for effect in case.effects(day):
            joined = effect.path and case.introducer(day) != case.step.at
            if (
                effect.refusal is None
                or effect.path in said
                or (joined and not _kept(case.step, effect.path))
            ):
                continue
            said.add(effect.path)
            known: dict[str, Any] = {
                "day": day.isoformat(),
                "upper": case.upper(day),
                "why": effect.refusal.zh,
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
    return isinstance(keep, list) and any(path == k or path.startswith(f"{k}.") for k in map(str, keep))


def _adjusts(plan: Plan, item: str, steps: tuple[Step, ...], above: list[Step]) -> Iterator[Finding]:
    """F18, F20: an adjustment names the place that introduces the item."""
    file = next((step.file for step in steps if step.file.adjusts is not None), None)
    if file is None or not above:
        return
    where, places = file.document.at(("adjusts",)), [step.at for step in above]
    base = plan.catalogue.places[places[0]].name
    if file.id != item:
        redirect = plan.redirects[file.id][0]
        yield finding("I122", file.document.at(), old=file.id, new=item, day=redirect.start.text)
    elif file.adjusts not in places:
        severity = Severity.WARNING if file.place != steps[0].at else None
        yield finding("I114", where, severity=severity, item=item, upper=base, place=places[0])
    elif file.adjusts != places[0]:
        yield finding("I118", where, upper=base, place=places[0], item=item)


def _last_basis(plan: Plan, item: str, chain: tuple[str, ...], own: Step) -> Iterator[Finding]:
    """F6: the day the last of an item's bases has ended while the item is still listed."""
    outcome = fold_item(plan, item, chain, max(own.first_day, own.not_before))
    listed = outcome.item
    if listed is None:
        return
    ends = []
    for path, value in listed.values.items():
        if path.startswith("basis.") and path.endswith(".source"):
            source = plan.catalogue.sources.get(source_id(str(value.value), value.trail[-1].place))
            ends.append(source.until.first if source and source.until else date.max)
    last = max(ends, default=date.max)
    if last < date.max and fold_item(plan, item, chain, last).item is not None:
        where = own.file.document.key_at((*own.mark, "basis"))
        yield finding("B102", where, name=listed.name, day=last.isoformat())
