"""T104: a task that the village must not do, and not how far

What it does: notes a `must_not` task without `scope` whose extent nothing else gives (`appraisal.not_proof` does); a
    warning where it has an `exception` or speaks of the responsible body.
Why: 意见二（一）: not to be the responsible body, not without the county, and not at all are three different things;
    read as the last, the first would let a village leave work that the law gives it.
Example:
    in catalog/national/tasks/demolition.yaml
    - scope: not_responsible_body
Use instead: `scope: not_responsible_body` (or not_at_all, not_without_county, not_outside_rules).
How to mend: take from the document how far the prohibition goes.
References: 厅字〔2022〕28号 二（一）第1点、第3点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding, Severity
from generator.rules.statements import statements


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each prohibition of unknown extent."""
    for said in statements(catalogue, "tasks"):
        fields = said.fields if said.touched & {"verdict", "scope", "exception", "appraisal"} else {}
        if (
            fields.get("verdict") != "must_not"
            or "scope" in fields
            or "not_proof" in said.within("appraisal")
        ):
            continue
        unclear = "exception" in fields or "责任主体" in said.name
        severity = Severity.WARNING if unclear else None
        yield finding("T104", said.at("verdict"), name=said.name, severity=severity)
