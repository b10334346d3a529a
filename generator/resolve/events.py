"""The days on which something may change: where a step begins or ends, or a bound stops being uncertain."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from generator.resolve.plan import Plan
from generator.resolve.steps import Step


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
    """Return the days that matter to an item on a chain, in order: its own, its redirect's and its powers'."""
    days = {day for other in plan.bearing_on(item) for day in days_of(plan.on_chain(other, chain))}
    redirect = plan.redirect(item, chain)
    if redirect is not None:  # nothing of the old id changes after it became another (F20)
        days = {day for day in days if day < redirect.start.first} | {redirect.start.first}
    return tuple(sorted(days))
