"""T114, T118: a decision about village work without the four tests of the Opinion, or against them

What it does: wants `tests` with all four (basis, funding, use, recognition) in a proposal to add something that was
    approved or admitted, and at least one in a proposal that ended in its removal (T114); and finds what was admitted
    although a test says `no` (T118).
Why: 意见三（二）: what has no basis, no funding, no use or no recognition by the villagers is taken off; what lacks
    one of them should not come in.
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
    + applicant: 县应急管理局
    + approver: 县委、县政府
    + states:
    +   - id: admitted
    +     state: admitted
    +     on: "2025-07"
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
    + applicant: 县委政法委
    + approver: 县委、县政府
    + tests:
    +   basis: {met: "yes"}
    +   funding: {met: "no"}
    +   use: {met: unstated}
    +   recognition: {met: unstated}
    + states:
    +   - id: admitted
    +     state: admitted
    +     on: "2025-07"
Use instead: `tests: {basis: {met: "yes", source: …}, funding: {met: unstated}, use: …, recognition: …}`.
How to mend: read in the decision what it says of each; `unstated` is an answer.
References: 厅字〔2022〕28号 三（二）.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, mappings
from generator.codes import finding
from generator.findings import Finding

_TESTS = {"basis": "依据", "funding": "经费", "use": "效用", "recognition": "认可"}
_IN = frozenset({"approved", "admitted", "trial"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each decision without the tests, and for each admission against one."""
    for record in catalogue.records.get("proposals", {}).values():
        states = {str(state.get("state")) for state in mappings(record.data.get("states"))}
        given, action = record.data.get("tests"), record.data.get("action")
        tests = given if isinstance(given, dict) else {}
        missing = [word for key, word in _TESTS.items() if key not in tests]
        where = record.document.key_at(("states",))
        if action == "add" and states & _IN:
            if missing:
                yield finding("T114", where, tests=missing)
            for key, test in tests.items():
                if isinstance(test, dict) and test.get("met") == "no":
                    yield finding("T118", record.document.at(("tests", key, "met")), test=_TESTS[key])
        elif action == "remove" and "removed" in states and not tests:
            yield finding("T114", where, tests=missing)
