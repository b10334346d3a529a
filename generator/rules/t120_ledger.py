"""T120: an admission without who asked, who decided and when

What it does: wants `applicant`, `approver` and the day of the decision in a proposal to add something that was
    approved, admitted or put on trial, and the day by which it is decided (`deadlines`) while it is open.
Why: 意见三（一）: every level keeps a ledger with times and responsible bodies; what comes to the village without a
    name and a day can be called back by nobody.
Example:
    in catalog/sichuan/luzhou/gulin/proposals/emergency-team-returned.yaml
    - action: return
    - kind: mechanisms
    - as_named: 应急分队
    - states:
    -   - id: returned
    -     state: returned
    + action: add
    + kind: mechanisms
    + as_named: 应急分队
    + tests: {basis: {met: "yes"}, funding: {met: unstated}, use: {met: unstated}, recognition: {met: unstated}}
    + states:
    +   - id: admitted
    +     state: admitted
    in catalog/sichuan/luzhou/gulin/proposals/governance-centre-returned.yaml
    - action: return
    - kind: mechanisms
    - as_named: 综治中心
    - states:
    -   - id: returned
    -     state: returned
    + action: add
    + kind: mechanisms
    + as_named: 综治中心
    + states:
    +   - id: proposed
    +     state: proposed
Use instead: `applicant: ××局`, `approver: 中共××县委、××县人民政府`, and `on` in the state.
How to mend: take them from the decision; where it does not say, ask the office that keeps the ledger.
References: 厅字〔2022〕28号 三（一）、三（二）.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, mappings
from generator.codes import finding
from generator.findings import Finding

_DECIDED = frozenset({"approved", "admitted", "trial"})
_OPEN = frozenset({"proposed", "consulted"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each addition whose ledger lacks a body or a day."""
    for record in catalogue.records.get("proposals", {}).values():
        states = list(mappings(record.data.get("states")))
        if record.data.get("action") != "add" or not states:
            continue
        decided = next((state for state in states if state.get("state") in _DECIDED), None)
        missing = [key for key in ("applicant", "approver") if key not in record.data]
        if decided is not None:
            missing += ["on"] if "on" not in decided else []
        elif states[-1].get("state") in _OPEN:
            missing += ["deadlines"] if "deadlines" not in record.data else []
        else:
            continue
        if missing:
            where = record.document.at(("states", len(states) - 1, "state"))
            yield finding("T120", where, keys=missing)
