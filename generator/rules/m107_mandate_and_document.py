"""M107: a mandate of a rank that none of the documents has

What it does: where the mandate is `law`, `administrative_regulation` or `central`, wants a document of that rank as
    the item's own or among its bases.
Why: 意见二（二）第4点: the mandate decides whether a mechanism may be asked of the village at all; it is the rank of
    the document, not what the department says of it.
Example:
    in catalog/sichuan/mechanisms/village-agent.yaml
    - mandate: local
    + mandate: central
Use instead: `mandate: department` or `local` for a department's or a place's paper.
How to mend: cite the law or the central document, or correct the mandate.
References: 厅字〔2022〕28号 二（二）第4点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_RANKS = {
    "law": frozenset({"law"}),
    "administrative_regulation": frozenset({"law", "administrative_regulation"}),
    "central": frozenset({"law", "administrative_regulation", "central_document", "state_council_decision"}),
}
_WORDS = {"law": "法律", "administrative_regulation": "行政法规", "central": "党中央、国务院"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each mandate that no document bears."""
    for said in statements(catalogue, "mechanisms"):
        mandate = str(said.fields.get("mandate")) if said.touched & {"mandate", "basis"} else ""
        if mandate not in _RANKS or said.unread:
            continue
        if not any(source.kind in _RANKS[mandate] for source in said.documents):
            yield finding("M107", said.at("mandate"), name=said.name, mandate=_WORDS[mandate], rank=mandate)
