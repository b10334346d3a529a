"""T102: help asked of the village without what it consists of

What it does: wants `says` for every task that is `assist` or `delegated`, and from a county or township `process`
    too.
Why: 意见二（一）第1点: the county sets out the rule, the scope and the course of what a department has the village
    help with or do in its place; help without a scope has no end.
Example:
    in catalog/national/tasks/community-correction-assist.yaml
    - says: 依法协助社区矫正机构开展社区矫正；执行的责任在社区矫正机构。
Use instead: `says: 协助…做…`, and in a county `process: 谁交办、村里做什么、交给谁`.
How to mend: write from the document what the village does; where it does not say, ask the department.
References: 厅字〔2022〕28号 二（一）第1点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_ASKED = frozenset({"assist", "delegated"})
_NEAR = frozenset({"county", "township"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each task asked of the village whose scope or course is not said."""
    for said in statements(catalogue, "tasks"):
        if not said.touched & {"verdict", "says", "process"} or said.fields.get("verdict") not in _ASKED:
            continue
        near = said.place.level in _NEAR
        missing = [key for key in ("says", "process") if key not in said.fields and (key == "says" or near)]
        if missing:
            yield finding("T102", said.at("verdict"), name=said.name, keys=missing)
