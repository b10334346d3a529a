"""C106: a proof that must be issued by nobody, or nobody knows in what form

What it does: wants `issuers` and `act` in a case `must_issue`.
Why: 意见二（三）第8点: what is within its duty the village issues in time; a duty that names neither who has it
    nor what is to be written cannot be asked for at any door.
Example:
    in catalog/national/certificates/land-contract-mediation.yaml
    -     verdict: must_issue
    -     reached_by: named
    -     act: agreement
    -     issuers: {need: any, of: [villagers_committee, township]}
    +     verdict: must_issue
    +     reached_by: named
    +     act: agreement
Use instead: `act: certificate` and `issuers: {need: any, of: [villagers_committee]}`.
How to mend: take both from the article that lays the duty down; where it names neither, it is no `must_issue`.
References: 厅字〔2022〕28号 二（三）第8点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import cases_of

_WANTED = {"issuers": "由谁出", "act": "行为"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each duty to issue that lacks its bearer or its act."""
    for told in cases_of(catalogue):
        if told.verdict != "must_issue" or not told.says("verdict"):
            continue
        for field, words in _WANTED.items():
            if field not in told.case:
                yield finding("C106", told.at("verdict"), field=field, words=words)
