"""M106, M109, M110: a mechanism and its sign that do not go together

What it does: wants `sign.item` where the relation says that a sign hangs (M106); compares the relation with that sign
    in the same place: none for `no_sign`, a sign that may hang, a mark for `mark`, one inside for `inside_only`
    (M109); and finds a sign of its own on a mechanism that rests on a department's or a place's word alone (M110).
Why: 意见二（二）第4点、第6点: the sign may go while the mechanism stays; no organ may ask the village for a plaque to
    match its own.
Example:
    in catalog/national/mechanisms/supervision-committee.yaml
    -   item: signs/supervision-committee
    in catalog/national/mechanisms/civilised-practice-station.yaml
    -   relation: mark
    +   relation: inside_only
    in catalog/sichuan/mechanisms/village-agent.yaml
    - mandate: local
    + mandate: local
    + sign: {relation: own_sign, item: signs/villagers-committee}
Use instead: `sign: {relation: no_sign}` for a mechanism without a sign, which needs no item.
How to mend: see what the province's list of signs says, and name the sign or correct the relation.
References: 厅字〔2022〕28号 二（二）第4点、第6点.
"""

from collections.abc import Iterator, Mapping

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.fold import fold_item
from generator.rules.statements import Statement, statements

_HANGS = frozenset({"own_sign", "mark", "inside_only", "shared"})
_WEAK = frozenset({"department", "local", "none_found"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each mechanism whose sign is missing, another, or matched to a department."""
    for said in statements(catalogue, "mechanisms"):
        if not said.touched & {"sign", "mandate", "approval"}:
            continue
        sign, own = said.within("sign"), "sign" in said.touched
        relation, item = sign.get("relation"), sign.get("item")
        if own and relation in _HANGS and item is None:
            yield finding("M106", said.at("sign", "relation"), name=said.name)
        elif own and item is not None and not _agree(said, str(relation), str(item)):
            yield finding("M109", said.at("sign", "item"), name=said.name, item=item)
        if relation == "own_sign" and said.fields.get("mandate") in _WEAK and "approval" not in said.fields:
            yield finding("M110", said.at("sign", "relation"), name=said.name)


def _agree(said: Statement, relation: str, item: str) -> bool:
    """Tell whether a sign can be the one that the relation speaks of."""
    if item not in said.plan.catalogue.items:
        return True  # X102
    sign: Mapping[str, Json] = fold_item(said.plan, item, said.chain, said.day).values
    wrong = {
        "mark": sign.get("kind") not in (None, "mark"),
        "inside_only": sign.get("position") == "outside",
        "no_sign": True,
    }
    forbidden = sign.get("usual") == "not_allowed"
    return item.startswith("signs/") and not forbidden and not wrong.get(relation, False)
