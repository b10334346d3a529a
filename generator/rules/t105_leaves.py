"""T105, T119: what belongs to a prohibition on a task that is none, or a prohibition that leaves another

What it does: `scope`, `exception` and `leaves` stand only on a `must_not` task; `leaves` names other tasks, none of
    which is itself `must_not` in that place.
Why: 意见二（一）第1点: they say how far a prohibition goes and what work remains; anywhere else they promise a
    villager a refusal that no rule gives.
Example:
    in catalog/national/tasks/collective-annual-report.yaml
    - frequency: yearly
    + frequency: yearly
    + exception: 没有集体收入的除外
    in catalog/national/tasks/demolition.yaml
    - leaves: [tasks/land-acquisition-opinions, tasks/land-compensation-registration]
    + leaves: [tasks/land-acquisition-opinions, tasks/administrative-enforcement]
Use instead: `when` or `notes` for the limits of a duty.
How to mend: take the field out, or correct the verdict; name only tasks that the village may do.
References: 厅字〔2022〕28号 二（一）第1点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.resolve.fold import fold_item
from generator.rules.statements import Statement, statements

_OF_PROHIBITIONS = ("scope", "exception", "leaves")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each field of a prohibition where there is none, and each prohibited task left."""
    for said in statements(catalogue, "tasks"):
        if not said.touched & {"verdict", *_OF_PROHIBITIONS}:
            continue
        if said.fields.get("verdict") != "must_not":
            for field in _OF_PROHIBITIONS:
                if field in said.fields:
                    yield finding("T105", said.key_at(field), name=said.name, field=field)
        else:
            yield from _left(said)


def _left(said: Statement) -> Iterator[Finding]:
    for index, item in enumerate(strings(said.fields.get("leaves"))):
        if item not in said.plan.catalogue.items:
            continue  # X102
        verdict = fold_item(said.plan, item, said.chain, said.day).values.get("verdict")
        if item == said.file.id or not item.startswith("tasks/") or verdict == "must_not":
            yield finding("T119", said.at("leaves", index), name=said.name, item=item)
