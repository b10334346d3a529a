"""T106: a grade of service on a task that the village does not do in another's place

What it does: `grade` (直办、代办、协办、公开告知) stands only on a `delegated` task.
Why: the grades say how far the village goes in giving a public service; on a duty of its own they would make a
    service counter of what the law gives the village to decide.
Example:
    in catalog/national/tasks/collective-annual-report.yaml
    - frequency: yearly
    + frequency: yearly
    + grade: agent
Use instead: `verdict: delegated` with `grade: agent`; `assist` without a grade.
How to mend: see what the list says of the item, and correct the verdict or take the grade out.
References: 厅字〔2022〕28号 二（一）第2点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each grade on a task that is not delegated."""
    for said in statements(catalogue, "tasks"):
        fields = said.fields if said.touched & {"grade", "verdict"} else {}
        if "grade" in fields and fields.get("verdict") != "delegated":
            yield finding("T106", said.key_at("grade"), name=said.name)
