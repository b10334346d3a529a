"""X119, D112: a source that takes its own place, or is followed by what cannot follow it

What it does: follows `superseded_by` and `forwards`: neither may lead back to the source; a successor must be more than
    a draft, not have ended first, and follow what by its `status` or `until` is gone (a warning). D112
    compares the day the old one ends with the day the new one begins.
Why: a reader who is sent from an old document to the new one must arrive.
Example:
    in catalog/national/sources/forest-fire-regulations.yaml
    - superseded_by: forest-grassland-fire-regulations
    + superseded_by: forest-fire-regulations
    in catalog/national/sources/flood-storage-compensation-measures.yaml
    - until: "2025-06-23"
    + until: "2025-06-03"
Use instead: `status: superseded`, `until` and `superseded_by` with the document in force after it.
How to mend: look up the repealing clause of the new document.
References: FOLD F6; 立法法 (施行日期 and what it repeals).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Source
from generator.codes import finding
from generator.findings import Finding, Severity

_GONE = frozenset({"repealed", "superseded", "amended"})
_LEADS = {
    "loop": ("绕回了自己", "写另一份文件", "leads back to itself", "name another document"),
    "draft": ("是征求意见稿", "正式文件印发以后再写", "a draft", "wait for the document"),
    "ended": ("是更早失效的文件", "核对两份文件的日期", "a document that ended first", "check the dates"),
    "state": (
        "写了接替它的文件，status 却没有说它不再有效", "补上 status 和 status_note",
        "a successor of what is said to be in force", "add `status` and `status_note`",
    ),
}  # fmt: skip


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield the findings about each source that names another."""
    for source in catalogue.sources.values():
        for field in ("superseded_by", "forwards"):
            other = catalogue.source(source.data[field], source.place) if field in source.data else None
            if other is not None:
                yield from _judged(catalogue, source, field, other)


def _judged(catalogue: Catalogue, source: Source, field: str, other: Source) -> Iterator[Finding]:
    where, new = source.document.at((field,)), other.in_force or other.issued
    why = None
    if _returns(catalogue, source, field):
        why = "loop"
    elif field == "superseded_by" and other.data.get("status") == "draft":
        why = "draft"
    elif field == "superseded_by" and other.until and source.until and other.until.last < source.until.first:
        why = "ended"
    elif field == "superseded_by" and not (source.until or source.data.get("status") in _GONE):
        why = "state"
    if why is not None:
        zh, cure, en, cure_en = _LEADS[why]
        yield finding(
            "X119", where, law=source.title, field=field, problem=zh, cure=cure, problem_en=en, cure_en=cure_en,
            severity=Severity.WARNING if why == "state" else None,
        )  # fmt: skip
    elif (
        field == "superseded_by"
        and (end := source.until)
        and new
        and (end.last < new.first or new.last < end.first)
    ):
        yield finding("D112", source.document.at(("until",)), end=end.text, law=other.title, start=new.text)


def _returns(catalogue: Catalogue, source: Source, field: str) -> bool:
    """Tell whether following a field from a source comes back to it."""
    seen: set[str] = set()
    current: Source | None = source
    while current is not None and field in current.data and current.id not in seen:
        seen.add(current.id)
        current = catalogue.source(current.data[field], current.place)
        if current is not None and current.id == source.id:
            return True
    return False
