"""T108: a service bought for the village without asking it

What it does: wants `village_asked: true` wherever a task has `purchase`.
Why: 意见二（一）第2点: the county or the township buys village services on the ground of what the village says.
Example:
    in catalog/national/tasks/agent-public-services.yaml
    -   village_asked: true
Use instead: `purchase: {by: township, village_asked: true, says: …}`.
How to mend: see whether the document has the village asked; where it is silent, write that in `says` and ask.
References: 厅字〔2022〕28号 二（一）第2点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each purchase of which the village was not asked."""
    for said in statements(catalogue, "tasks"):
        purchase = said.within("purchase") if "purchase" in said.touched else {}
        if purchase and purchase.get("village_asked") is not True:
            yield finding("T108", said.key_at("purchase"), name=said.name)
