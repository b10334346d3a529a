"""M111: a post or station that the law or the centre wants, and not said who pays for it

What it does: notes a required post or station whose mandate is a law, an administrative regulation or the centre, and
    that has no `funding`.
Why: 意见二（二）第4点: where the centre or a law wants a mechanism or a post, the organ concerned sees to people and
    money, and does not pass the burden on to the village; a page without it leaves the question open.
Example:
    in catalog/national/mechanisms/emergency-information-reporter.yaml
    - funding:
    -   bearer: requesting_department
    -   says: 法律写明要设的，由相应的党政机构、群团组织协调提供人员、经费等必要条件，不转给村里。
    -   basis: [opinion]
Use instead: `funding: {bearer: requesting_department, says: …, basis: […]}`.
How to mend: write what the law says of people and money, else the Opinion's sentence with its clause.
References: 厅字〔2022〕28号 二（二）第4点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_MANDATED = frozenset({"law", "administrative_regulation", "central"})
_OF_OTHERS = frozenset({"post", "station"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each mandated post or station that nobody is said to pay for."""
    for said in statements(catalogue, "mechanisms"):
        fields = said.fields if said.touched & {"requirement", "mandate", "form", "funding"} else {}
        mandated = fields.get("requirement") == "required" and fields.get("mandate") in _MANDATED
        if mandated and fields.get("form") in _OF_OTHERS and "funding" not in fields:
            yield finding("M111", said.at("requirement"), name=said.name)
