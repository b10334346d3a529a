"""M102: a mechanism said to have the consent of the province, and no consent shown

What it does: wants, where the mandate is `province_approval`, an `approval` of the level `province` with its `body`
    and its `number` or day.
Why: 意见二（二）第4点: the consent of the province's party committee and government is what lets a department set up
    a village mechanism; whoever is asked to set one up must be able to look it up.
Example:
    in catalog/sichuan/mechanisms/village-agent.yaml
    - mandate: local
    + mandate: province_approval
Use instead: `approval: {level: province, body: 中共××省委办公厅, number: ×办〔2024〕×号, on: "2024-05"}`.
How to mend: add the document of the consent, or correct the mandate.
References: 厅字〔2022〕28号 二（二）第4点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each consent that is not shown."""
    for said in statements(catalogue, "mechanisms"):
        if not said.touched & {"mandate", "approval"} or said.fields.get("mandate") != "province_approval":
            continue
        approval = said.within("approval")
        shown = approval.get("level") == "province" and "body" in approval
        if not (shown and approval.keys() & {"number", "on"}):
            yield finding("M102", said.at("mandate"), name=said.name)
