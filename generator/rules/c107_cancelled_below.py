"""C107: a proof excluded below the province on the place's own paper

What it does: wants a `must_not` that a city, county or township gives to rest on a document of the nation or of
    its province too.
Why: 意见二（三）第7点: it is the province that sorts the proofs with a local basis and cancels them in batches;
    a county that cancels one leaves its villagers without a paper that the next counter still demands.
Example:
    in catalog/henan/luoyang/certificates/dog-keeping.yaml
    -           from: "1999-01-01"
    -     was_absent: [conflicts.dog-rules-2010]
    +           from: "1999-01-01"
    +       basis: [{id: luoyang, source: dog-rules-2010, clause: 第九条第一项}]
    +       cases:
    +         - id: guard-dogs
    +           for: [village, community]
    +           when: 养护卫犬的
    +           verdict: must_not
    +           reached_by: explicit
    +           basis: [luoyang]
    +     was_absent: [conflicts.dog-rules-2010, basis.luoyang, cases.guard-dogs]
Use instead: the city's list recorded in `lists/`; the verdict where the province or the law says it.
How to mend: add the province's list or the law to the case's `basis`.
References: 厅字〔2022〕28号 二（三）第7点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import cases_of

_MAY_CANCEL = frozenset({"nation", "province"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each exclusion of a lower place that no upper document bears."""
    for told in cases_of(catalogue):
        place = catalogue.places[told.step.at]
        if told.verdict != "must_not" or place.level in _MAY_CANCEL or not told.says("verdict"):
            continue
        holders = {catalogue.places[source.place].level for source in told.sources}
        if holders and not holders & _MAY_CANCEL:
            yield finding("C107", told.at("verdict"), place=place.name, name=told.item.get("name"))
