"""M101, M104: a mechanism required of the village, or a full-time post, that nobody above the department stands for

What it does: finds `requirement: required` (M101) and full-time staffing as the only way (M104) where the mandate is
    that of a department, a place or nobody (`department`, `local`, `none_found`) and no `approval` is given; a
    mandate of a place that rests on a local regulation is one of 法规.
Why: 意见二（二）第4点: unless the centre asks for it or laws and regulations lay it down, no organ may set up a
    village mechanism or ask for 专人专岗 without the consent of the province.
Example:
    in catalog/national/mechanisms/mass-organisations.yaml
    - requirement: unknown
    + requirement: required
    in catalog/sichuan/mechanisms/village-agent.yaml
    - requirement: unknown
    - mandate: local
    + requirement: unknown
    + mandate: local
    + staffing: {mode: [full_time]}
Use instead: `mandate: province_approval` with `approval: {level: province, body: …, number: …}`; else `unknown`.
How to mend: find the consent of the province; where there is none, record the paper as a conflict.
References: 厅字〔2022〕28号 二（二）第4点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import Statement, statements

_WEAK = frozenset({"department", "local", "none_found"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each mechanism and post without a mandate."""
    for said in statements(catalogue, "mechanisms"):
        if not said.touched & {"requirement", "mandate", "staffing", "approval"} or _stands(said):
            continue
        if said.fields.get("requirement") == "required":
            yield finding("M101", said.at("requirement"), name=said.name)
        if strings(said.within("staffing").get("mode")) == ("full_time",):
            yield finding("M104", said.at("staffing", "mode"), name=said.name)


def _stands(said: Statement) -> bool:
    """Tell whether somebody stands for it: the centre, a law or regulation, or who approved it."""
    mandate = said.fields.get("mandate")
    regulated = mandate != "none_found" and any(s.kind == "local_regulation" for s in said.documents)
    return mandate not in _WEAK or "approval" in said.fields or regulated or said.unread
