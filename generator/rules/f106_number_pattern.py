"""F106: a form's number filled in

What it does: wants ×× (or ＿＿) in `number_pattern` where the number changes.
Why: a pattern shows how the village numbers its papers; a number filled in is that of one villager's case.
Example:
    in catalog/national/forms/mediation-agreement.yaml
    - number_pattern: （××）人调字第××号
    + number_pattern: （2024）人调字第15号
Use instead: `number_pattern: （××）人调字第××号`.
How to mend: put ×× for the year and the number.
References: 厅字〔2022〕28号 二（三）第8点 (分类制定具体式样).
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_BLANK = re.compile("[×＿_]")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each number that leaves nothing open."""
    for said in statements(catalogue, "forms"):
        pattern = said.fields.get("number_pattern") if "number_pattern" in said.touched else None
        if pattern is not None and not _BLANK.search(str(pattern)):
            yield finding("F106", said.at("number_pattern"), name=said.name)
