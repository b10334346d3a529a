"""T103: a service that the village gives in another's place, without the means for it

What it does: wants `conditions` for every `delegated` task that a document of the party or the government hands over
    (a law that lets a villager entrust the village hands nothing over).
Why: 意见二（一）第2点: for a public service that the village is to give, the township provides the working
    conditions.
Example:
    in catalog/national/tasks/agent-public-services.yaml
    - conditions:
    -   by: 乡镇党委和政府
    -   says: 提供必要的工作条件
    -   basis: [conditions]
Use instead: `conditions: {by: 乡镇党委和政府, says: …, basis: […]}`.
How to mend: write who provides what; where the document is silent, say so in `says`.
References: 厅字〔2022〕28号 二（一）第2点; 村民委员会组织法 第四十三条.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_OF_LAW = frozenset({"law", "administrative_regulation", "local_regulation"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each service handed over without working conditions."""
    for said in statements(catalogue, "tasks"):
        if not said.touched & {"verdict", "conditions"} or said.fields.get("verdict") != "delegated":
            continue
        by_law = said.unread or (said.source is not None and said.source.kind in _OF_LAW)
        if "conditions" not in said.fields and not by_law:
            yield finding("T103", said.at("verdict"), name=said.name)
