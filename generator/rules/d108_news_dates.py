"""D108, D110: the day of a report taken for the day of a document

What it does: wants sources of the kind `news` without `issued`, `in_force` and `until`: a report is not issued and
    lapses with nothing; and notes a document whose `issued` is the very day of the report it was read in.
Why: 意见 was issued before the agency reported it; a page that calls the newspaper's day the day of issue is wrong in
    court.
Example:
    in catalog/hunan/sources/rednet-2021-01-04.yaml
    - (end)
    + in_force: "2021-01-04"
    in catalog/yunnan/sources/village-organisations-draft-2023.yaml
    - (end)
    + issued: "2023-03-22"
Use instead: `reported: "2021-01-04"`; the page then says 不晚于.
How to mend: take the date out, or look it up on the document itself.
References: FOLD F2.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding

_OF_DOCUMENTS = {"issued": "发布日", "in_force": "施行日", "until": "失效日"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each date of a document that a report seems to have given."""
    for source in catalogue.sources.values():
        if source.kind == "news":
            for key, name in _OF_DOCUMENTS.items():
                if key in source.data:
                    yield finding("D108", source.document.key_at((key,)), field=name)
        elif source.issued and source.issued.exact and source.reported == source.issued:
            yield finding("D110", source.document.at(("issued",)), day=source.issued.text)
