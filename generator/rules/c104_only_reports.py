"""C104: an answer about a proof that rests on reports, guides or practice alone

What it does: wants one document that lays something down among those of a case that must, may, may be refused
    or must not be issued; news, guides and court practice are none. A place's own list may be known from a
    report (`reached_by: listed`); appraisals, party opinions and the like are parts of others' procedures and
    left out.
Why: 意见二（三）第7点: without a law, a regulation or a State Council decision no proof may be demanded; that
    an office somewhere asks for one shows its habit, not its right.
Example:
    in catalog/national/certificates/produce-origin.yaml
    -     source: origin-proof-rules
    +     source: kinship-notarial-guide
Use instead: `verdict: unknown`, the guide under `basis` of a case with `when`, or the rule that the guide
    applies.
How to mend: cite the document behind the report; where there is none, leave the verdict `unknown`.
References: 厅字〔2022〕28号 二（三）第7点; 优化营商环境条例第四十四条.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import NO_RULE, cases_of
from generator.words import VERDICTS

_ANSWERS = frozenset({"must_issue", "may_issue", "may_refuse", "must_not"})
_ON_A_LIST = frozenset({"listed", "mapped"})
# What a village body writes as its own proof; the other acts are steps in a procedure of somebody else.
_PROOFS = frozenset({"certificate", "opinion", "consent", "recommendation", "record"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each answered case whose documents lay nothing down."""
    for told in cases_of(catalogue):
        if told.verdict not in _ANSWERS or told.case.get("reached_by") in _ON_A_LIST:
            continue
        kinds = {source.kind for source in told.sources}
        if kinds and kinds <= NO_RULE and told.case.get("act", "certificate") in _PROOFS:
            yield finding("C104", told.at("verdict"), verdict=VERDICTS[told.verdict], verdict_en=told.verdict)
