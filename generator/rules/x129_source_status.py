"""X129, X130: a repealed source without its last day, and a status without its reason

What it does: wants `until` where `status` is `repealed`; and `status_note`, how it is known, with every status but
    `in_force`.
Why: the fold ends what rests on a document on the day it ends and on no other ground; and a reader must be able to
    check that a paper is gone, or a trial, or only a draft.
Example:
    in catalog/national/sources/place-name-signs-1999.yaml
    - status: superseded
    + status: repealed
    in catalog/jilin/baishan/sources/draft-opinions-2023.yaml
    - status_note: 征求意见到2023年5月19日；以后有没有印发，没有查到。
Use instead: `status: repealed`, `until: "2025-06-23"`, `status_note: 新办法第二十八条写明同时废止`.
How to mend: look up the repealing clause; where the day is not known, `status: uncertain`.
References: FOLD F6; 立法法 (what repeals a law says so).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding

_STATES = {
    "trial": "试行", "draft": "征求意见稿", "amended": "已修改", "superseded": "已被取代", "repealed": "已废止",
    "uncertain": "不能确定",
}  # fmt: skip


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the findings about each source's status."""
    for source in catalogue.sources.values():
        status = source.data.get("status")
        if status == "repealed" and source.until is None:
            yield finding("X129", source.document.at(("status",)))
        if status in _STATES and "status_note" not in source.data:
            yield finding("X130", source.document.at(("status",)), status=_STATES[str(status)])
