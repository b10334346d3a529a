"""T115: a task forbidden by inference

What it does: forbids `must_not` where `reached_by` is `inferred`.
Why: what follows from papers and practice is no prohibition; a village that refuses work on our guess fails in a
    duty.
Example:
    in catalog/guizhou/qiannan/tasks/unrelated-meetings.yaml
    - reached_by: explicit
    + reached_by: inferred
Use instead: `verdict: unknown`; `residual` where a rule says what holds for tasks on no list.
How to mend: find the rule or the list and write how it says so, or leave the verdict unknown.
References: 厅字〔2022〕28号 二（一）第1点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each inference shown as a prohibition."""
    for said in statements(catalogue, "tasks"):
        fields = said.fields if said.touched & {"verdict", "reached_by"} else {}
        if fields.get("reached_by") == "inferred" and fields.get("verdict") == "must_not":
            yield finding("T115", said.at("verdict"), name=said.name)
