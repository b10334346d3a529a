"""Resolve a place's whole directory on a day, with what is announced and when it next changes (FOLD F7, F43)."""

from datetime import date

from generator.catalogue.model import Catalogue
from generator.resolve.directory import Directory, Item, Upcoming, Withdrawn
from generator.resolve.fold import Outcome, fold_item
from generator.resolve.state import trail_step
from generator.resolve.steps import Step, steps_of, touched


def resolve(catalogue: Catalogue, place: str, on: date) -> Directory:
    """Return the directory of `place` on the day `on`; KeyError for a place the catalogue does not have."""
    chain = catalogue.chain(place)
    items: dict[str, Item] = {}
    withdrawn: dict[str, Withdrawn] = {}
    upcoming: list[Upcoming] = []
    next_days: list[date] = []
    for item_id in sorted(catalogue.items):
        files = [catalogue.items[item_id][p] for p in chain if p in catalogue.items[item_id]]
        if not files:
            continue
        outcome = fold_item(catalogue, item_id, chain, on)
        if outcome.item is not None and outcome.ended is None and not outcome.lapsed:
            items[item_id] = outcome.item
        elif outcome.item is not None:
            withdrawn[item_id] = Withdrawn(outcome.item, outcome.ended, outcome.lapsed)
        steps = [step for file in files for step in steps_of(catalogue, file)]
        upcoming += _announced(item_id, steps, on)
        changes = _next_change(catalogue, item_id, chain, on, outcome, steps)
        if changes is not None:
            next_days.append(changes)
    ordered = tuple(
        sorted(upcoming, key=lambda u: (u.step.start.first if u.step.start else date.min, u.item))
    )
    return Directory(place, on, chain, items, withdrawn, ordered, min(next_days, default=None))


def event_days(steps: list[Step]) -> list[date]:
    """Return the days on which a step begins or ends, or an uncertainty of its bounds ends."""
    days: set[date] = set()
    for bound in (b for step in steps for b in (step.start, step.until) if b is not None):
        days |= {bound.first, bound.settled}
    return sorted(days)


def _announced(item_id: str, steps: list[Step], on: date) -> list[Upcoming]:
    found = []
    for step in steps:
        if step.first_day > on:
            paths = sorted({path.split(".")[0] for path in touched(step)}) or [""]
            found += [
                Upcoming(item_id, path or None, trail_step(step, step.verbs[0], None, None, "applied"))
                for path in paths
            ]
    return found


def _next_change(
    catalogue: Catalogue, item_id: str, chain: tuple[str, ...], on: date, now: Outcome, steps: list[Step]
) -> date | None:
    for day in event_days(steps):
        if day > on and _shown(fold_item(catalogue, item_id, chain, day)) != _shown(now):
            return day
    return None


def _shown(outcome: Outcome) -> object:
    if outcome.item is None:
        return None
    values = {path: (v.value, v.date_uncertain) for path, v in outcome.item.values.items()}
    return (values, outcome.ended is not None, outcome.lapsed, outcome.item.date_uncertain)
