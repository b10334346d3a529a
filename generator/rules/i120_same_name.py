"""I120, I121, I124: one matter under two ids, or one id for two matters

What it does: compares the name and aliases of each introduction with the items of its kind that the places above
    have: on its first day a meeting name is an error, later a warning; and the names of one id on different chains.
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
from datetime import date

from generator.catalogue.model import Catalogue, ItemFile, mappings, strings
from generator.codes import finding
from generator.findings import Finding, Severity
from generator.resolve.fold import fold_item
from generator.resolve.plan import Plan, plan_of
from generator.resolve.steps import Step

Named = dict[tuple[str, str], list[Step]]  # by (kind, name): the introductions that have it


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each introduction whose name is another's, or whose id is another matter's."""
    plan = plan_of(catalogue)
    introductions = [
        step for places in plan.steps.values() for steps in places.values() for step in steps
        if step.number == 0 and step.at == step.file.place
    ]  # fmt: skip
    named: Named = {}
    for step in introductions:
        for name in (*_names(step), *_later_names(plan, step)):
            named.setdefault((step.file.kind, name), []).append(step)
    for step in introductions:
        yield from _meets(plan, step, named)
        yield from _unlike(plan, step, introductions_of(plan, step.file.id))


def introductions_of(plan: Plan, item: str) -> list[Step]:
    """Return the introductions of an item in every place."""
    return [step for steps in plan.steps[item].values() for step in steps if step.number == 0]


def _names(step: Step) -> list[str]:
    return list(dict.fromkeys([str(step.data.get("name")), *strings(step.data.get("aliases"))]))


def _later_names(plan: Plan, step: Step) -> list[str]:
    """Return the names and aliases that the introducing place gives an item by its changes."""
    found: list[str] = []
    for change in plan.steps[step.file.id].get(step.at, ()):
        for verb in ("set", "add"):
            for leaf in change.leaves(verb):
                if leaf.path in ("name", "aliases"):
                    found += strings(leaf.value) if isinstance(leaf.value, list) else [str(leaf.value)]
    return [name for name in dict.fromkeys(found) if name not in _names(step)]


def _meets(plan: Plan, step: Step, named: Named) -> Iterator[Finding]:
    """F19, down a chain: an introduction above of the same kind with one of the names, under another id."""
    chain = plan.catalogue.chain(step.at)
    excused = {str(step.data.get("narrows"))} | {
        str(d.get("item")) for d in mappings(step.data.get("distinct"))
    }
    said: set[str] = set()
    for name in _names(step):
        for other in named[step.file.kind, name]:
            upper = other.file.id
            if upper == step.file.id or upper in excused | said or other.at not in chain:
                continue
            if other.at == step.at and (other.file.id > step.file.id or _excuses(other, step.file)):
                continue  # two items of one place are told once, at the later id
            said.add(upper)
            yield _told(plan, step, other, name, chain)


def _excuses(other: Step, file: ItemFile) -> bool:
    return any(d.get("item") == file.id for d in mappings(other.data.get("distinct")))


def _told(plan: Plan, step: Step, other: Step, name: str, chain: tuple[str, ...]) -> Finding:
    held = fold_item(plan, other.file.id, chain, max(step.first_day, date.min)).item
    aliases = strings(held.get("aliases")) if held else ()
    code = "I120" if held is not None and name in (held.name, *aliases) else "I121"
    document = step.file.document
    path = (*step.mark, "name")
    if name != step.data.get("name"):
        path = (*step.mark, "aliases", strings(step.data.get("aliases")).index(name))
    return finding(
        code, document.at(path), name=name, item=other.file.id,
        upper=plan.catalogue.places[other.at].name, place=other.at,
        severity=Severity.WARNING if other.at == step.at and name != step.data.get("name") else None,
    )  # fmt: skip


def _unlike(plan: Plan, step: Step, others: list[Step]) -> Iterator[Finding]:
    """F19, across chains: the same id is the same matter, so the names must meet somewhere."""
    own = set(_names(step))
    for other in others:
        above, below = plan.catalogue.chain(step.at), plan.catalogue.chain(other.at)
        if other.at not in above and step.at not in below and not own & set(_names(other)):
            name = plan.catalogue.places[other.at].name
            yield finding("I124", step.file.document.at((*step.mark, "name")), item=step.file.id, other=name)
            return
