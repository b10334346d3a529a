"""M105: a mechanism of a lower place, and not said which village body could carry it

What it does: notes a mechanism introduced below the nation, required or optional, without `within`.
Why: 意见二（二）第4点: what the party organisation, the committee and its sub-committees, the collective, the
    supervision committee or the mass organisations can carry gets no mechanism of its own in principle.
Example:
    in catalog/sichuan/mechanisms/village-agent.yaml
    - requirement: unknown
    + requirement: optional
Use instead: `within: [villagers_committee]`, or `within: [other]` where it truly stands apart.
How to mend: see in the document who is to do it.
References: 厅字〔2022〕28号 二（二）第4点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_WANTED = frozenset({"required", "optional"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each lower place's mechanism that no body is named for."""
    for said in statements(catalogue, "mechanisms"):
        if not said.introduces or said.place.level == "nation" or "within" in said.fields:
            continue
        if said.fields.get("requirement") in _WANTED:
            yield finding("M105", said.at("requirement"), name=said.name)
