"""C127: a duty of the Opinion that its pages do not show

What it does: wants the nation's provisions about explanation and feedback to reach the proofs that may not be issued,
    the one about deliberation those that are or may be issued, and the one about communities every kind of matter
    that the Opinion is about.
Why: 意见二（三）第8点: for an excluded proof the village explains and reports to the township, before a weighty one it
    deliberates; 三（三）: communities follow the Opinion. Who reads one page must find there what holds for it.
Example:
    in catalog/national/provisions/listed-explanation.yaml
    -   verdicts: [must_not]
    +   verdicts: [not_needed]
    in catalog/national/provisions/major-matters-deliberation.yaml
    -   verdicts: [must_issue, may_issue, unknown]
    +   verdicts: [unknown]
    in catalog/national/provisions/communities-by-reference.yaml
    -   kinds: [certificates, tasks, mechanisms, signs]
    +   kinds: [signs]
Use instead: `reaches: {kinds: [certificates], verdicts: [must_not]}`.
How to mend: add to `reaches` what is missing.
References: 厅字〔2022〕28号 二（三）第8点、三（三）末段 (社区参照).
"""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import Statement, statements

# What each topic must reach: (kinds, verdicts), no verdicts meaning every one.
_REACH = {
    "explanation": (("certificates",), ("must_not",)),
    "feedback": (("certificates",), ("must_not",)),
    "deliberation": (("certificates",), ("must_issue", "may_issue")),
    "communities": (("certificates", "tasks", "mechanisms", "signs"), ()),
}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each provision of the nation that does not reach the pages it is about."""
    for said in statements(catalogue, "provisions"):
        if said.place.path == ROOT and said.introduces:
            missing = _missing(said)
            if missing:
                yield finding("C127", said.at("reaches"), name=said.name, missing=missing)


def _missing(said: Statement) -> list[str]:
    """Return the kinds and verdicts that a provision must reach and does not."""
    topic = str(said.fields.get("topic"))
    if topic not in _REACH:
        return []
    kinds, verdicts = _REACH[topic]
    reaches = said.within("reaches")
    found = [kind for kind in kinds if kind not in strings(reaches.get("kinds"))]
    if "verdicts" in reaches:
        found += [verdict for verdict in verdicts if verdict not in strings(reaches.get("verdicts"))]
    return found
