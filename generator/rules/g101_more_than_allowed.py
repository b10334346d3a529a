"""G101: more signs than the place itself allows

What it does: on the first day of each limit of a place, and of each sign that the place has of its own, counts
    the plaques and marks of its directory, outside and inside, without those that may not be put up.
Why: 意见二（二）第6点: the number of signs is laid down; a directory that says 最多4块 and lists five makes the
    village break one of the two.
Example:
    in catalog/qinghai/haidong/huzhu/provisions/sign-limits.yaml
    -   outside_plaques: 4
    +   outside_plaques: 3
Use instead: the limit as the document gives it; `usual: not_allowed` for a sign that the place has done away
    with.
How to mend: count again in the document; withdraw the sign that it drops, or record the conflict and leave the
    limit out.
References: 厅字〔2022〕28号 二（二）第6点; FOLD F27.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.catalogue.fields import Leaf
from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan, plan_of
from generator.resolve.steps import Step
from generator.words import POSITIONS, SIGN_KINDS

_COUNTED = {
    f"limits.{position}_{kind}s": (position, kind)
    for position in ("outside", "inside") for kind in ("plaque", "mark")
}  # fmt: skip
Counts = Counter[tuple[object, object]]


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each limit that the signs of its place exceed."""
    plan = plan_of(catalogue)
    signs = [item for item in plan.steps if item.startswith("signs/") and _counted(plan, item)]
    counts: dict[tuple[str, date], Counts] = {}
    for step, limits in _limits(plan):
        if step.source is None:
            continue  # its days are not known
        told: set[str] = set()
        for day in _days(plan, signs, step):
            if (step.at, day) not in counts:
                counts[step.at, day] = _count(plan, signs, step.at, day)
            for leaf in limits:
                position, kind = _COUNTED[leaf.path]
                found = counts[step.at, day][position, kind]
                if isinstance(leaf.value, int) and found > leaf.value and leaf.path not in told:
                    told.add(leaf.path)
                    yield finding(
                        "G101", step.file.document.at(leaf.mark), limit=leaf.value, found=found,
                        what=f"{POSITIONS[position]}{SIGN_KINDS[kind]}", day=day.isoformat(),
                        what_en=f"{kind}s {position}",
                    )  # fmt: skip


def _counted(plan: Plan, sign: str) -> bool:
    """Tell whether a sign is of a kind that limits count; no place below can change it."""
    steps = (step for own in plan.steps[sign].values() for step in own if step.number == 0)
    return any(step.data.get("kind") in ("plaque", "mark") for step in steps)


def _limits(plan: Plan) -> Iterator[tuple[Step, list[Leaf]]]:
    for item, places in plan.steps.items():
        for steps in places.values() if item.startswith("provisions/") else ():
            for step in steps:
                new = step.data.get("set")
                if "limits" in step.data or (isinstance(new, dict) and "limits" in new):
                    given = [leaf for verb in step.verbs for leaf in step.leaves(verb)]
                    yield step, [leaf for leaf in given if leaf.path in _COUNTED]


def _days(plan: Plan, signs: list[str], limit: Step) -> list[date]:
    """Return the days to count on: the limit's first, and those in its time on which the place speaks of a sign."""
    own = {step.first_day for sign in signs for step in plan.steps[sign].get(limit.at, ())}
    return sorted({limit.first_day, *(day for day in own if limit.holds(day))})


def _count(plan: Plan, signs: list[str], place: str, day: date) -> Counts:
    chain = plan.catalogue.chain(place)
    items = [item for sign in signs if (item := fold_item(plan, sign, chain, day).item) is not None]
    return Counter(
        (item.get("position"), item.get("kind")) for item in items if item.get("usual") != "not_allowed"
    )
