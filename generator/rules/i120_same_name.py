"""I120, I121, I124: one matter under two ids, or one id for two matters

What it does: compares the names and aliases that places give, by introductions and by changes, with those of the other
    items of the kind that the place has: a name that the places above had on an introduction's first day is an error,
    one met later a warning at each of the two; and the names of one id on different chains.
Why: a second entry would let an excluded proof back in, or give a villager two answers to one question.
Example:
    in catalog/hubei/certificates/lost-receipt.yaml
    - name: 缴费票据遗失证明
    + name: 亲属关系证明
Use instead: `adjusts: national`; `narrows: certificates/kinship` for a part of it; `distinct: [{item, why}]` for
    another matter of the same name; a paper that says otherwise is recorded as a conflict.
How to mend: find out whether it is the same matter, and write which of the three it is.
References: FOLD F19, F26; 厅字〔2022〕28号 二（三）第8点; 民发〔2020〕20号.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from generator.catalogue.model import Catalogue, mappings, strings
from generator.codes import finding
from generator.findings import Finding, Severity
from generator.reading.document import Path
from generator.resolve.events import event_days
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan, plan_of
from generator.resolve.steps import Step


@dataclass(frozen=True)
class Naming:
    """A name or alias that a step gives an item, and where it stands in the file."""

    step: Step
    name: str
    mark: Path

    @property
    def item(self) -> str:
        """Return the item."""
        return self.step.file.id


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each name that is another item's too, and for each id that is another matter's."""
    plan = plan_of(catalogue)
    named: dict[tuple[str, str], list[Naming]] = {}
    for kind in sorted({item.partition("/")[0] for item in plan.steps}):
        for step in plan.own_steps(kind):
            for naming in _namings(step):
                named.setdefault((kind, naming.name), []).append(naming)
            if step.number == 0:
                yield from _unlike(plan, step, introductions_of(plan, step.file.id))
    said: set[tuple[Path, str, str]] = set()
    for namings in named.values():
        for one, other in combinations(namings, 2):
            for where, found in _meets(
                plan, *sorted((one, other), key=lambda n: (_depth(plan, n), n.step.begins, n.item))
            ):
                if where not in said:
                    said.add(where)
                    yield found


def _namings(step: Step) -> Iterator[Naming]:
    for verb in ("introduce", "set", "add"):
        for leaf in step.leaves(verb) if verb in step.verbs else ():
            if leaf.path == "name":
                yield Naming(step, str(leaf.value), leaf.mark)
            elif leaf.path == "aliases":
                for index, name in enumerate(strings(leaf.value)):
                    yield Naming(step, name, (*leaf.mark, index))


def _depth(plan: Plan, naming: Naming) -> int:
    return len(plan.catalogue.chain(naming.step.at))


def introductions_of(plan: Plan, item: str) -> list[Step]:
    """Return the introductions of an item in every place."""
    return [step for steps in plan.steps[item].values() for step in steps if step.number == 0]


def _meets(plan: Plan, upper: Naming, lower: Naming) -> Iterator[tuple[tuple[Path, str, str], Finding]]:
    """Yield the findings, each with where it is said and of what, about a name that two items of a chain share."""
    chain = plan.catalogue.chain(lower.step.at)
    if (
        upper.item == lower.item
        or upper.step.at not in chain
        or _excused(plan, upper.item, lower.item, chain)
    ):
        return
    day = next(
        (day for day in _days(plan, upper, lower, chain) if _both(plan, upper, lower, chain, day)), None
    )
    if day is None:
        return
    new = lower.step.number == 0 and day <= lower.step.begins
    inherited = upper.step.number == 0 or upper.step.at != lower.step.at
    if new and inherited:
        soft = upper.step.at == lower.step.at and lower.mark[-1] != "name"
        yield _told(plan, "I120", lower, upper, Severity.WARNING if soft else None)
        return  # two items of one place are told once, at the later id
    yield _told(plan, "I121", lower, upper)
    yield _told(plan, "I121", upper, lower)


def _days(plan: Plan, one: Naming, other: Naming, chain: tuple[str, ...]) -> list[date]:
    days = {*event_days(plan, one.item, chain), *event_days(plan, other.item, chain)}
    return sorted(day for day in days if day >= max(one.step.begins, other.step.begins)) or [
        other.step.begins
    ]


def _both(plan: Plan, one: Naming, other: Naming, chain: tuple[str, ...], day: date) -> bool:
    """Tell whether a chain lists both items by the name on a day."""
    for naming in (one, other):
        item = fold_item(plan, naming.item, chain, day).item
        if item is None or naming.name not in (item.name, *strings(item.get("aliases"))):
            return False
    return True


def _excused(plan: Plan, one: str, other: str, chain: tuple[str, ...]) -> bool:
    """Tell whether one of two items is a part of the other, or is said to be distinct from it."""
    for item, different in ((one, other), (other, one)):
        for step in plan.on_chain(item, chain):
            said = {
                str(step.data.get("narrows")),
                *(str(d.get("item")) for d in mappings(step.data.get("distinct"))),
            }
            if different in said:
                return True
    return False


def _told(
    plan: Plan, code: str, at: Naming, other: Naming, severity: Severity | None = None
) -> tuple[tuple[Path, str, str], Finding]:
    found = finding(
        code, at.step.file.document.at(at.mark), name=at.name, item=other.item, place=other.step.at,
        upper=plan.catalogue.places[other.step.at].name, severity=severity,
    )  # fmt: skip
    return (at.mark, at.step.file.document.file, other.item), found


def _names(step: Step) -> list[str]:
    return list(dict.fromkeys([str(step.data.get("name")), *strings(step.data.get("aliases"))]))


def _unlike(plan: Plan, step: Step, others: list[Step]) -> Iterator[Finding]:
    """F19, across chains: the same id is the same matter, so the names must meet somewhere."""
    own = set(_names(step))
    for other in others:
        above, below = plan.catalogue.chain(step.at), plan.catalogue.chain(other.at)
        if other.at not in above and step.at not in below and not own & set(_names(other)):
            name = plan.catalogue.places[other.at].name
            yield finding("I124", step.file.document.at((*step.mark, "name")), item=step.file.id, other=name)
            return
