"""T117: a duty by law that no law gives

What it does: wants, for a `statutory` task, a law, a regulation, a rule of government or a central document (which
    holds the party's own regulations) as its document or among its bases.
Why: 意见二（一）第1点: the village's own work is what party regulations, laws, regulations and charters give it; what
    only a department or a report says is help, or nothing known.
Example:
    in catalog/guizhou/qiannan/tasks/frequent-inspections.yaml
    - verdict: must_not
    + verdict: statutory
Use instead: `verdict: assist`, `delegated` or `unknown`.
How to mend: cite the article that gives the duty, or correct the verdict.
References: 厅字〔2022〕28号 二（一）第1点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import statements

_RULES = frozenset({
    "law", "administrative_regulation", "state_council_decision", "central_document", "judicial_interpretation",
    "department_rule", "local_regulation", "local_government_rule",
})  # fmt: skip


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each statutory task without a rule."""
    for said in statements(catalogue, "tasks"):
        if not said.touched & {"verdict", "basis"} or said.fields.get("verdict") != "statutory":
            continue
        if not said.unread and not any(source.kind in _RULES for source in said.documents):
            yield finding("T117", said.at("verdict"), name=said.name)
