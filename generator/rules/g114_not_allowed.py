"""G114: a sign that may not be, and how it is to be made

What it does: forbids `layouts`, `mounted_at`, `maker`, `order` and `height_mm` in a step that says `usual:
    not_allowed`.
Why: a page that says 不得有 and then gives the size and the wall is followed by half of its readers.
Example:
    in catalog/shaanxi/baoji/signs/residents-committee.yaml
    - position: outside
    + position: outside
    + usual: not_allowed
Use instead: `usual: not_allowed` with `notes` that say what to do with the old one; or `permitted`.
How to mend: decide by the document which of the two it says; older layouts stand in the change before.
References: 厅字〔2022〕28号 二（二）第6点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.sign_steps import signs_of

_MAKING = ("layouts", "mounted_at", "maker", "order", "height_mm")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each sign forbidden and described in one step."""
    for said in signs_of(catalogue):
        given = [field for field in _MAKING if field in said.own]
        if said.own.get("usual") == "not_allowed" and given:
            yield finding(
                "G114", said.at("usual"), name=said.name, field="、".join(given), field_en=", ".join(given)
            )
