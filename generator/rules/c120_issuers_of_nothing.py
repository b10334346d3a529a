"""C120: a proof that may not be issued, and who issues it

What it does: forbids `issuers`, `materials` and `time_limit` in a case `must_not`.
Why: a page that says 不能开 and then who gives it out, with what papers and in how many days, sends people to
    queue for it.
Example:
    in catalog/national/certificates/dog-keeping.yaml
    -     verdict: must_not
    +     verdict: must_not
    +     issuers: {need: any, of: [villagers_committee, residents_committee]}
Use instead: `instead`, with `where` for the office that has the fact.
How to mend: move what another office does to `instead`; a case in which the proof is issued is a case with
    `when`.
References: 厅字〔2022〕28号 二（三）第8点; FOLD F25.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import cases_of

_FIELDS = {"issuers": "由谁出", "materials": "要带什么", "time_limit": "期限"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each field that only a proof that is issued can have."""
    for told in cases_of(catalogue):
        for field, words in _FIELDS.items():
            if told.verdict == "must_not" and field in told.own:
                yield finding(
                    "C120", told.step.file.document.key_at((*told.mark, field)), field=field, words=words
                )
