"""F105: a form that the village fills or signs, and nothing said of its part

What it does: wants `village_part` where a field or a signer has `village: true`, or the `seal` is that of a village
    body.
Why: 意见二（三）第8点: a clerk must see, before the seal is on the paper, what the village answers for in it.
Example:
    in catalog/national/forms/orphan-stipend.yaml
    - village_part: 村（居）民委员会在表上签审核意见。
Use instead: `village_part: 村委会核对…，签意见，盖章`.
How to mend: write in one sentence what the village does on the form.
References: 厅字〔2022〕28号 二（三）第8点.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_VILLAGE_SEAL = re.compile("村|社区|居民委员会|人民调解委员会")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each form whose village part is not said."""
    for said in statements(catalogue, "forms"):
        if "village_part" in said.fields or not said.touched & {"fields", "signers", "seal", "village_part"}:
            continue
        for field in ("fields", "signers"):
            if any(entry.get("village") is True for entry in said.entries(field)):
                yield finding("F105", said.key_at(field), name=said.name)
                break
        else:
            if _VILLAGE_SEAL.search(str(said.fields.get("seal") or "")):
                yield finding("F105", said.key_at("seal"), name=said.name)
