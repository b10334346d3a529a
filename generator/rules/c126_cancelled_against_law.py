"""C126, T121, M112: a place below withdraws what rests on law

What it does: finds the withdrawal, by a place below, of a proof that the village is to issue or may issue (C126), a
    statutory task (T121) or a required mechanism (M112) that rests on a law, an administrative regulation or a
    decision of the State Council; one because the law changed, or into another item, is none.
Why: 意见二（三）第7点: the province cancels proofs that rest on local rules or policy; 三（二）: what is taken off is
    what has no basis. What the law lays down goes on, whether a directory lists it or not.
Example:
    in catalog/shandong/certificates/house-building.yaml
    - (end)
    +   - from: "2024-01-01"
    +     source: planning-regulations
    +     clause: 第五十七条
    +     withdraw: true
    +     was: {cases: [{id: default, verdict: may_issue}, {id: planning-permit, verdict: may_issue}]}
    in catalog/guangdong/tasks/science-popularisation.yaml
    - (end)
    +   - from: "2024-01-01"
    +     source: science-popularisation-regulations
    +     withdraw: true
    +     was: {name: 开展科普、协助政府科普}
    in catalog/beijing/mechanisms/minors-protection-officer.yaml
    - (end)
    +   - from: "2024-01-01"
    +     source: minors-protection-regulations
    +     withdraw: true
    +     was: {name: 未成年人保护专人专岗}
Use instead: `grounds: [law_changed]` or `replaced_by: […]` where that is the reason; else no withdrawal.
How to mend: take the withdrawal back; a paper that does withdraw it is recorded as a conflict.
References: 厅字〔2022〕28号 二（三）第7点、三（二）; FOLD F16, F26.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, mappings, strings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.resolve.directory import Item
from generator.resolve.fold import fold_item
from generator.rules.statements import Statement, statements

_CODES = {"certificates": "C126", "tasks": "T121", "mechanisms": "M112"}
_LAID_DOWN = frozenset({"must_issue", "may_issue", "may_refuse", "statutory", "required"})
_OTHER_GROUNDS = frozenset({"law_changed", "merged"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each withdrawal of what the law lays down."""
    for kind, code in _CODES.items():
        for said in statements(catalogue, kind):
            data = said.step.data
            grounds = frozenset(strings(data.get("grounds")))
            if "withdraw" not in data or "replaced_by" in data or grounds & _OTHER_GROUNDS:
                continue
            upper = (
                fold_item(said.plan, said.file.id, said.chain[:-1], said.day).item if said.chain[1:] else None
            )
            if upper is not None and _laid_down(said, upper):
                yield finding(code, said.file.document.at((*said.step.mark, "withdraw")), name=upper.name)


def _laid_down(said: Statement, upper: Item) -> bool:
    """Tell whether an upper item is to be there, or may be, and the answer itself rests on law."""
    tree = upper.tree()
    cases = tree.get("cases")
    answers = list(mappings(list(cases.values()))) if isinstance(cases, dict) else [tree]
    for answer in answers:
        if {answer.get("verdict"), answer.get("requirement")} & _LAID_DOWN:
            basis = answer.get("basis")
            ids: Json = [*basis] if isinstance(basis, dict) else basis
            if any(source.binding for source in said.bases(ids)):
                return True
    return False
