"""T113, T116: a proposal whose states run backwards, or end in what was not proposed

What it does: compares the days of the `states` of a proposal, which stand in order of time (T113); and its last state
    with its `action`: what is to be returned is not admitted, what is to be added is not returned (T116).
Why: 意见三（二）: who asks when a task came in, by whom it was approved and where it went must be able to follow it.
Example:
    in catalog/sichuan/luzhou/gulin/proposals/emergency-team-returned.yaml
    -     source: people-daily-2025-07-17
    +     source: people-daily-2025-07-17
    +     on: "2025-07-17"
    +   - id: proposed
    +     state: proposed
    +     source: people-daily-2025-07-17
    +     on: "2025-06"
    in catalog/sichuan/luzhou/gulin/proposals/governance-centre-returned.yaml
    - action: return
    + action: add
Use instead: one state a line, the oldest first, each with the document that shows it.
How to mend: put the states in order, correct the day, or the action.
References: 厅字〔2022〕28号 三（二）.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Record, date_of, mappings
from generator.catalogue.schema import words_of
from generator.codes import finding
from generator.findings import Finding

_ENDS = {
    "add": frozenset({"removed", "returned", "merged"}),
    "change": frozenset({"returned"}),
    "remove": frozenset({"admitted", "trial", "returned"}),
    "return": frozenset({"admitted", "trial"}),
}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each state before an older one, and for each end that was not proposed."""
    for record in catalogue.records.get("proposals", {}).values():
        states = list(mappings(record.data.get("states")))
        yield from _backwards(record)
        action, last = str(record.data.get("action")), states[-1].get("state") if states else None
        if last in _ENDS.get(action, ()):
            where = record.document.at(("states", len(states) - 1, "state"))
            asked, came = words_of("proposals", "action"), words_of("proposals", "states", "state")
            yield finding(
                "T116", where, action=asked[action], state=came[str(last)], action_en=action, state_en=last
            )  # fmt: skip


def _backwards(record: Record) -> Iterator[Finding]:
    latest = None
    for index, state in enumerate(mappings(record.data.get("states"))):
        day = date_of(state.get("on"))
        if day is not None and latest is not None and day.last < latest.first:
            where = record.document.at(("states", index, "on"))
            yield finding("T113", where, day=day.text, earlier=latest.text)
        latest = day or latest
