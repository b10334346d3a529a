"""C103: an inference shown as a prohibition

What it does: forbids `must_not` where `reached_by` is `inferred` or `residual`.
Why: only a list or a rule can say 不能开. What follows from the papers that an office asks for, or from a
    matter's standing on no list, is that no proof is needed (不用开) or may be had; a villager refused on our
    guess loses a right.
Example:
    in catalog/national/certificates/vaccination.yaml
    -     verdict: not_needed
    +     verdict: must_not
Use instead: `verdict: not_needed` for an inference, `may_issue` for what stands on no list and can be verified.
How to mend: find the list or the rule and write how it says so (`listed`, `explicit`), or soften the verdict.
References: 厅字〔2022〕28号 二（三）第7点、第8点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import cases_of
from generator.words import REACHED

_OURS = frozenset({"inferred", "residual"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each case that turns an inference into a prohibition."""
    for told in cases_of(catalogue):
        reached = str(told.case.get("reached_by"))
        if told.verdict == "must_not" and reached in _OURS and told.says("verdict", "reached_by"):
            yield finding("C103", told.at("verdict"), reached=REACHED[reached], reached_en=reached)
