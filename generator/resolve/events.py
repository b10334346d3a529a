"""The days on which something may change: where a step begins or ends, or a bound stops being uncertain."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from generator.resolve.plan import Plan
from generator.resolve.steps import Key, Step


def days_of(steps: Iterable[Step]) -> set[date]:
    """Return the days on which steps begin or end, or an uncertainty of their bounds ends."""
    days: set[date] = set()
    for step in steps:
        if step.moved is not None:
            days |= {step.moved.first, step.moved.settled}
        for span in step.spans:
            for bound in (span.start, span.until):
                if bound is not None:
                    days |= {bound.first, bound.settled}
    return days


@lru_cache(maxsize=65536)
def event_days(plan: Plan, item: str, chain: tuple[str, ...]) -> tuple[date, ...]:
    """Return the days that matter to an item on a chain, in order: its own, its redirect's, its powers' and places'."""
    days = days_of(_bearing(plan, item, chain))
    days |= {
        day for place in chain for day in plan.catalogue.places[place].changed
    }  # of its level (F14, F33)
    redirect = plan.redirect(item, chain)
    if redirect is not None:  # nothing of the old id changes after it became another (F20)
        days = {day for day in days if day < redirect.start.first} | {redirect.start.first}
    return tuple(sorted(days))


def last_event(plan: Plan, item: str, chain: tuple[str, ...], on: date, without: frozenset[Key]) -> date:
    """Return the last day by `on` since which a fold without some steps has been the same; `on` where there is none."""
    days = {
        day for step in _bearing(plan, item, chain) if step.key not in without for day in days_of((step,))
    }
    days |= {day for place in chain for day in plan.catalogue.places[place].changed}
    days |= {redirect.start.first for redirect in plan.catalogue.redirects}
    return max((day for day in days if day <= on), default=on)


def _bearing(plan: Plan, item: str, chain: tuple[str, ...]) -> Iterator[Step]:
    return (step for other in plan.bearing_on(item) for step in plan.on_chain(other, chain))
