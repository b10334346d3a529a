"""G120: a plaque or mark wanted everywhere on a department's paper alone

What it does: finds a plaque, mark or door plate that the nation or a province introduces as `usual: generally` where
    every document it rests on is a department's, a news report, a guide or a standard, without `approval`.
Why: 意见二（二）第6点: no organ may ask the village to hang a sign to match its own; what hangs everywhere is laid down
    by the centre, a law or the province's party committee and government.
Example:
    in catalog/national/signs/traditional-village-plaque.yaml
    - (end)
    + usual: generally
Use instead: `usual: permitted`, or `approval: {level: province, body: …, number: …}`.
How to mend: find who laid the sign down; where only the department asks for it, leave `usual` out.
References: 厅字〔2022〕28号 二（二）第6点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_OF_A_DEPARTMENT = frozenset({"department_document", "news", "guide", "standard"})
_HANGS = frozenset({"plaque", "mark", "door_plate"})
_DECIDES = frozenset({"nation", "province"})  # below them G102 speaks


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each sign that only a department wants everywhere."""
    for said in statements(catalogue, "signs"):
        fields = said.fields if said.touched & {"usual", "approval", "basis"} else {}
        if (
            fields.get("usual") != "generally"
            or fields.get("kind") not in _HANGS
            or "approval" in fields
            or said.unread
        ):
            continue
        documents = said.documents
        if said.place.level in _DECIDES and documents and all(d.kind in _OF_A_DEPARTMENT for d in documents):
            yield finding("G120", said.at("usual"), name=said.name)
