"""F104: a form filled for one event, and again and again

What it does: a form with `filing: one_off` or `after_the_fact` has no frequency but `once` and `as_needed`.
Why: 一事一报 and 事后补报 are ways round the yearly catalogue for what nobody could foresee; what comes back every
    month belongs in the catalogue, where the county counts it (意见二（一）第3点).
Example:
    in catalog/guizhou/bijie/qianxi/forms/village-data-table.yaml
    - (end)
    + filing: one_off
    + frequency: monthly
Use instead: `filing: catalogue` with its year and frequency.
How to mend: see in the document how often the form is asked for.
References: 厅字〔2022〕28号 二（一）第3点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_ONCE = frozenset({"one_off", "after_the_fact"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each form of one event with a rhythm."""
    for said in statements(catalogue, "forms"):
        fields = said.fields if said.touched & {"filing", "frequency"} else {}
        if fields.get("filing") in _ONCE and fields.get("frequency") not in (None, "once", "as_needed"):
            yield finding("F104", said.at("frequency"), name=said.name)
