"""M108: a mechanism that may not be, with people, money or a sign

What it does: finds `staffing`, `funding` and a hanging `sign` on a mechanism that is `not_allowed`.
Why: a page that forbids a mechanism and then says who pays for it is no answer; 意见二（二）第4点 forbids both.
Example:
    in catalog/national/mechanisms/veterans-service-station.yaml
    - requirement: required
    + requirement: not_allowed
Use instead: `requirement: not_allowed` with `notes` on what the paper had foreseen.
How to mend: correct the requirement, or take the fields out.
References: 厅字〔2022〕28号 二（二）第4点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_OF_THE_LIVING = ("staffing", "funding", "sign")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each field that a forbidden mechanism cannot have."""
    for said in statements(catalogue, "mechanisms"):
        touched = said.touched & {"requirement", *_OF_THE_LIVING}
        for field in _OF_THE_LIVING if touched and said.fields.get("requirement") == "not_allowed" else ():
            if said.within(field) and said.within(field).get("relation") != "no_sign":
                yield finding("M108", said.key_at(field), name=said.name, field=field)
