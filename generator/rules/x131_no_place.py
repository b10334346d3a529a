"""X131: a document that is said to state no place, and has one

What it does: wants sources with `place_unstated` in national/sources, without `issuers`, of a local kind.
Why: the page says of such a paper that nobody knows whose it is; kept in a place's folder it would count as the
    place's own.
Example:
    in catalog/national/sources/village-premises-2011.yaml
    - (end)
    + issuers: [某市民政局]
Use instead: the folder of the place whose office issued it, without `place_unstated`.
How to mend: move the file, or take out what is not known.
References: schema/sources.schema.json, `place_unstated`.
"""

from collections.abc import Iterator

from generator.catalogue.model import ROOT, Catalogue, Source
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each paper that is of no place and of one."""
    for source in catalogue.sources.values():
        why = _why(source) if "place_unstated" in source.data else None
        if why is not None:
            zh, cure, en, cure_en = why
            where = source.document.key_at(("place_unstated",))
            yield finding("X131", where, problem=zh, cure=cure, problem_en=en, cure_en=cure_en)


def _why(source: Source) -> tuple[str, str, str, str] | None:
    if source.place != ROOT:
        return (
            "不能放在一个地方的文件夹里",
            "放进 national/sources/，只作参照",
            "kept by one",
            "move it to national/",
        )
    if "issuers" in source.data:
        return "又写了发文机关", "知道是谁发的，写进那个地方", "issued by somebody", "move it to that place"
    if source.kind in ("law", "administrative_regulation", "state_council_decision", "central_document"):
        return "又是全国的文件", "核对 kind", "of the nation", "check `kind`"
    return None
