"""What is uncertain of an item because a date names a month or a year only (FOLD F1).

A bound stands for its first day. Where the day asked lies inside it, the item is folded again as if the bound came
last: the leaves that would differ, or be there, are uncertain. So what an exact nearer step decides is not.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.resolve.outcome import Outcome
from generator.resolve.plan import Plan
from generator.resolve.steps import Key


def doubts(
    plan: Plan, item: str, chain: tuple[str, ...], on: date, without: frozenset[Key]
) -> list[frozenset[Key]]:
    """Return the steps to suppose later, each by itself and all together, by their keys."""
    keys = [
        step.key
        for other in plan.bearing_on(item)
        for step in plan.on_chain(other, chain)
        if step.imprecise and step.blurs(on) and step.key not in without
    ]
    return [*(frozenset({key}) for key in keys), *([frozenset(keys)] if len(keys) > 1 else [])]


def marked(outcome: Outcome, others: Iterable[Outcome]) -> Outcome:
    """Return the outcome with each leaf marked whose value, or absence, one of the others does not share."""
    item, values = outcome.listed, outcome.values
    doubtful: set[str] = set()
    absent: set[str] = set()
    for other in others:
        theirs = other.values
        if other.state != outcome.state:
            doubtful |= values.keys()
        doubtful |= {path for path, value in values.items() if theirs.get(path) != value}
        absent |= theirs.keys() - values.keys()
    if item is None or not doubtful | absent:
        return outcome
    told = replace(
        item,
        values={p: replace(v, date_uncertain=True) if p in doubtful else v for p, v in item.values.items()},
        date_uncertain=True,
        absent_uncertain=tuple(sorted(absent)),
    )
    return replace(
        outcome,
        item=told if outcome.item else None,
        offered=told if outcome.offered else None,
        gone=replace(outcome.gone, item=told) if outcome.gone else None,
    )
