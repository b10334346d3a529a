"""T110: a department's or township's own document that hands work to the village, without the county

What it does: below the province, looks at who issued the document by which a task is `assist` or `delegated`: where
    it is neither a rule of law nor of a party committee or government from the county upwards, it wants `approval`.
Why: 意见二（一）第1点: without the county's party committee and government, no organ may hand its own duties to the
    village.
Example:
    in catalog/guangdong/yangjiang/tasks/civilised-conduct.yaml
    - source: civilised-conduct-regulations
    + source: opinion-2021-12
Use instead: `approval: {level: county, body: …, number: …, on: …}`.
How to mend: find the county's arrangement and cite it; where there is none, the task is `unknown`, or a conflict of
    national tasks/department-own-duties.
References: 厅字〔2022〕28号 二（一）第1点.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Source, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import Statement, statements

_ASKED = frozenset({"assist", "delegated"})
_BELOW = frozenset({"city", "county", "township"})
_PAPERS = frozenset({"department_document", "local_document", "standard"})
# 中共××县委、××县人民政府 and their offices: what they issue is the arrangement itself. Not 县委组织部, 共青团××县委.
_RULER = re.compile("(?:[市县区旗州省盟]委(?:员会)?|人民政府|管委会)(?:办公[室厅])?$")
_OTHERS = ("共青团", "政协")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each task that only a department or a township hands over."""
    for said in statements(catalogue, "tasks"):
        source = said.source
        if source is None or said.place.level not in _BELOW or not said.touched & {"verdict", "approval"}:
            continue
        asked = said.fields.get("verdict") in _ASKED and "approval" not in said.fields
        if asked and source.kind in _PAPERS and not _of_rulers(said, source):
            yield finding("T110", said.at("verdict"), name=said.name, source=source.title)


def _of_rulers(said: Statement, source: Source) -> bool:
    """Tell whether a party committee or a government from the county upwards issued it, or nobody is known to."""
    issuers = strings(source.data.get("issuers"))
    township = said.plan.catalogue.places[source.place].level == "township"
    return not township and (
        not issuers or any(_RULER.search(name) and not name.startswith(_OTHERS) for name in issuers)
    )
