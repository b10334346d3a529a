"""C102: an excluded proof that tells the villager nothing to do instead

What it does: wants a case `must_not` that stands on a list to have a route (`instead`), or its item a note that
    says why none is given.
Why: 意见二（三）第8点: what is on the list is not issued, and the village explains it; a bare 不能开 leaves the
    villager between two counters.
Example:
    in catalog/hubei/certificates/school-transfer.yaml
    - notes:
    -   - 这是湖北省清单列的事项，全国清单没有；清单写的改走办法没有读到，请问转入的学校。
Use instead: `instead: [{id: …, do: …, where: …, basis: […]}]`.
How to mend: write the route that the list or the law gives; where none was read, say so in `notes`.
References: 厅字〔2022〕28号 二（三）第8点; 民发〔2020〕20号 附件.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import cases_of

_ON_A_LIST = frozenset({"listed", "mapped"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each excluded case that gives neither a route nor a note."""
    for told in cases_of(catalogue):
        excluded = told.verdict == "must_not" and told.case.get("reached_by") in _ON_A_LIST
        if excluded and told.says("verdict") and not told.case.get("instead") and not told.item.get("notes"):
            yield finding("C102", told.at("verdict"), name=told.item.get("name"))
