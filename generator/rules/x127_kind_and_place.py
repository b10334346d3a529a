"""X127: a document of the nation among the sources of a place below

What it does: wants laws, administrative regulations, decisions of the State Council, central documents, rules of
    ministries and interpretations of courts in national/sources.
Why: what a place below may not change follows from the kind of the document; a county's own paper entered as 法律
    would bind its villages as a law does, and a second copy of a law would go out of date.
Example:
    in catalog/hubei/sources/min-2020-32.yaml
    - kind: local_document
    + kind: administrative_regulation
Use instead: `local_regulation`, `local_government_rule` or `local_document`; `source: national/…`.
How to mend: correct `kind`, or cite the nation's file.
References: 立法法 (who makes laws, regulations and rules); FOLD F26.
"""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, Catalogue
from generator.codes import finding
from generator.findings import Finding

_NATIONAL = {
    "law": "法律", "administrative_regulation": "行政法规", "state_council_decision": "国务院决定",
    "central_document": "中央文件", "judicial_interpretation": "司法解释", "department_rule": "部门规章",
}  # fmt: skip


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each national kind in a place below."""
    for source in catalogue.sources.values():
        if source.place != ROOT and source.kind in _NATIONAL:
            where, place = source.document.at(("kind",)), catalogue.places[source.place].name
            yield finding(
                "X127", where, kind=_NATIONAL[source.kind], kind_en=source.kind.replace("_", " "), place=place
            )
