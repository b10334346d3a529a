"""T109, M103: the village pays for what others ask of it

What it does: finds `funding.bearer: village` on a task that is `assist` or `delegated` (T109) and on a mechanism that
    is required of the village or rests on a mandate from above (M103), unless the law itself says so under
    `funding.basis`.
Why: 村民委员会组织法 第四十三条: who asks for help pays for it; 意见二（二）第4点: who sets up a mechanism provides
    people and money and does not pass the burden on to the village.
Example:
    in catalog/national/tasks/community-correction-assist.yaml
    -   bearer: requesting_department
    -   says: 协助要花的钱，按规定列进社区矫正机构同级政府的预算
    -   basis: [money]
    +   bearer: village
    in catalog/national/mechanisms/minors-protection-officer.yaml
    -   bearer: requesting_department
    +   bearer: village
Use instead: `funding: {bearer: requesting_department, basis: […]}`.
How to mend: look the funding up again; a paper that does pass it on is recorded as a conflict.
References: 厅字〔2022〕28号 二（二）第4点; 村民委员会组织法 第四十三条.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import Statement, statements

_ASKED = frozenset({"assist", "delegated"})
_FROM_ABOVE = frozenset({"law", "administrative_regulation", "central", "province_approval"})
_OF_LAW = frozenset({"law", "administrative_regulation"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each burden passed on to the village."""
    for said in statements(catalogue, "tasks"):
        if said.touched & {"verdict", "funding"} and said.fields.get("verdict") in _ASKED and _paid(said):
            yield finding("T109", said.at("funding", "bearer"), name=said.name)
    for said in statements(catalogue, "mechanisms"):
        if said.touched & {"requirement", "mandate", "funding"} and _paid(said):
            fields = said.fields
            if fields.get("requirement") == "required" or fields.get("mandate") in _FROM_ABOVE:
                yield finding("M103", said.at("funding", "bearer"), name=said.name)


def _paid(said: Statement) -> bool:
    """Tell whether the village is to pay, and no law says so."""
    funding = said.within("funding")
    if funding.get("bearer") != "village" or said.unread:
        return False
    return not any(source.kind in _OF_LAW for source in said.bases(funding.get("basis")))
