"""A place's whole directory on a day, with what is announced and when it next changes (FOLD F7, F33, F43).

A directory extends that of the place above by the items of which the place says something; what it does not speak
of it shares. So the whole tree costs what the places say, not places times items.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from generator.catalogue.model import ROOT, Catalogue
from generator.findings import Text
from generator.resolve.directory import Directory, Item, Upcoming, Withdrawn
from generator.resolve.events import event_days
from generator.resolve.fold import fold_item
from generator.resolve.missing import missing_at
from generator.resolve.outcome import Outcome
from generator.resolve.plan import Plan, plan_of
from generator.resolve.state import history_step
from generator.resolve.steps import Step, touched

T = TypeVar("T", Item, Withdrawn)


class OutsideItsTimeError(Exception):
    """A place was asked for on a day on which it does not exist (FOLD F33)."""

    def __init__(self, place: str, on: date, others: tuple[str, ...], ended: bool) -> None:
        self.place, self.on, self.others, self.ended = place, on, others, ended
        super().__init__(f"{place} {on.isoformat()}")

    @property
    def said(self) -> Text:
        """Say it in a sentence, with the places to ask instead."""
        others, day = "、".join(self.others), self.on.isoformat()
        when, was = ("已经撤并", "并入") if self.ended else ("还没有设立", "以前是")
        en, were = ("no longer exists", "merged into") if self.ended else ("does not exist yet", "before it")
        return Text(
            f"{self.place} 在 {day} {when}" + (f"，{was}：{others}" if others else ""),
            f"{self.place} {en} on {day}" + (f"; {were}: {others}" if others else ""),
        )


def resolve(catalogue: Catalogue, place: str, on: date) -> Directory:
    """Return the directory of `place` on the day `on`.

    KeyError for a place the catalogue does not have, OutsideItsTimeError for a day before it began or after it ended.
    """
    plan = plan_of(catalogue)
    _must_exist(catalogue, place, on)
    found = _empty(on)
    for path in catalogue.chain(place, on):
        found = _extend(plan, found, path)
    return found


def resolve_tree(catalogue: Catalogue, on: date) -> dict[str, Directory]:
    """Return the directory of every place that exists on a day, in order of path."""
    plan = plan_of(catalogue)
    found: dict[str, Directory] = {}

    def descend(above: Directory, place: str) -> None:
        if not catalogue.places[place].exists(on):
            return
        found[place] = _extend(plan, above, place)
        for child in catalogue.children(place, on):
            descend(found[place], child.path)

    if ROOT in catalogue.places:
        descend(_empty(on), ROOT)
    return dict(sorted(found.items()))


def successors(catalogue: Catalogue, place: str) -> tuple[str, ...]:
    """Return the places that an ended place names, or those that name a place as what they became (`succeeds`)."""
    return tuple(p.path for p in catalogue.places.values() if place in p.into)


def _must_exist(catalogue: Catalogue, place: str, on: date) -> None:
    for path in catalogue.chain(place, on):
        known = catalogue.places[path]
        if known.end is not None and on >= known.end.first:
            raise OutsideItsTimeError(path, on, known.into, ended=True)
        if known.start is not None and on < known.start.first:
            raise OutsideItsTimeError(path, on, successors(catalogue, path), ended=False)


def _empty(on: date) -> Directory:
    return Directory("", on, ())


def _extend(plan: Plan, above: Directory, place: str) -> Directory:
    """Return the directory of a place from that of the place above."""
    chain = (*above.chain, place)
    spoken = sorted({*plan.by_place.get(place, ()), *_bound(plan, above, place)})
    missing = missing_at(plan, chain, above.missing)
    if not spoken and not _offers(above):
        return replace(above, place=place, chain=chain, missing=missing)
    items, gone, offered = dict(above.items), dict(above.withdrawn), dict(above.offered)
    for item_id in _offers(above):
        offered[item_id] = items.pop(item_id)
    upcoming = [u for u in above.upcoming if u.item not in spoken]
    days = {item: day for item, day in above.days.items() if item not in spoken}
    for item_id in spoken:
        outcome = fold_item(plan, item_id, chain, above.on)
        _put(items, item_id, outcome.item)
        _put(gone, item_id, outcome.gone)
        _put(offered, item_id, outcome.offered)
        upcoming += _announced(item_id, list(plan.on_chain(item_id, chain)), above.on)
        if (day := next_change(plan, item_id, chain, above.on)) is not None:
            days[item_id] = day
    return Directory(
        place, above.on, chain, _sorted(items), dict(sorted(gone.items())), _sorted(offered),
        tuple(sorted(upcoming, key=lambda u: (u.step.start.first if u.step.start else date.min, u.item))),
        days, missing,
    )  # fmt: skip


def _put(mapping: dict[str, T], item_id: str, value: T | None) -> None:
    mapping.pop(item_id, None)
    if value is not None:
        mapping[item_id] = value


def _sorted(items: Mapping[str, Item]) -> dict[str, Item]:
    return dict(sorted(items.items()))


def _offers(above: Directory) -> tuple[str, ...]:
    """Return the opt-in items that the place above offers: they do not enter below by themselves (F17)."""
    return tuple(
        item.id for item in above.items.values()
        if item.introduced_by == above.place and item.opt_in
    )  # fmt: skip


def _bound(plan: Plan, above: Directory, place: str) -> Iterator[str]:
    """Yield the items that change here without a word of the place: those narrowing what it speaks of (F19)."""
    spoken = plan.by_place.get(place, frozenset())
    for item in plan.narrowing:
        if item in above.items and any(wider in spoken for wider in plan.wider(item)):
            yield item


def _announced(item_id: str, steps: list[Step], on: date) -> list[Upcoming]:
    found = []
    for step in steps:
        if not step.begun(on):
            gives = tuple(touched(step))
            heads = sorted({path.split(".")[0] for path, _ in gives}) or [""]
            told = history_step(step)
            for head in heads:
                mine = tuple(given for given in gives if given[0].split(".")[0] == head)
                found.append(Upcoming(item_id, head or None, told, mine))
    return found


def next_change(plan: Plan, item_id: str, chain: tuple[str, ...], on: date) -> date | None:
    """Return the next day on which an item changes on a chain, or something uncertain in it is settled."""
    now: Outcome | None = None
    for day in event_days(plan, item_id, chain):
        if day <= on:
            continue
        now = now or fold_item(plan, item_id, chain, on)
        if _shown(fold_item(plan, item_id, chain, day)) != _shown(now):
            return day
    return None


def _shown(outcome: Outcome) -> object:
    """Return all of an outcome that a reader sees: values, what made them, how it ended."""
    item = outcome.item or outcome.offered or (outcome.gone.item if outcome.gone else None)
    if item is None:
        return None
    values = {
        path: (
            v.value,
            v.date_uncertain,
            tuple((s.position, s.source and s.source.id, s.fate) for s in v.trail),
        )
        for path, v in item.values.items()
    }
    gone = (outcome.gone.how, outcome.gone.step) if outcome.gone else None
    return (values, gone, outcome.offered is not None, item.date_uncertain)
