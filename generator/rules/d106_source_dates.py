"""D106: a source whose dates do not follow each other

What it does: compares the dates of each source: it comes into force, is reported, seen and compared after it is issued,
    not before. A document other than a law or regulation may look back: for it, an earlier day of force is a note.
Why: from these dates follows what is in force on a day, and for how long.
Example:
    in catalog/national/sources/forest-grassland-fire-regulations.yaml
    - issued: "2025-11-16"
    + issued: "2026-11-16"
Use instead: `issued` as on the document; `reported` for a day known from the press alone.
How to mend: look at the document; a year or month is enough where the day is not legible.
References: FOLD F1, F2; 立法法 (公布、施行).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Source, date_of
from generator.codes import finding
from generator.findings import Finding, Severity

_LATER = {
    "in_force": ("施行日", "in_force"), "reported": ("报道日", "reported"), "seen_on": ("看到的日子", "seen_on"),
    "verified_on": ("核对的日子", "verified_on"),
}  # fmt: skip
_PROMULGATED = frozenset(
    {"law", "administrative_regulation", "local_regulation", "department_rule", "local_government_rule"}
)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each date before the source was issued."""
    for source in catalogue.sources.values():
        issued = source.issued
        for key, (zh, en) in _LATER.items() if issued else ():
            day = date_of(source.data.get(key))
            if issued and day and day.last < issued.first:
                yield finding(
                    "D106", source.document.at((key,)), later=zh, late=day.text, earlier="发布日",
                    early=issued.text, later_en=en, earlier_en="issued", severity=_severity(source, key),
                )  # fmt: skip


def _severity(source: Source, key: str) -> Severity | None:
    """Return what a date before the day of issue is: nobody sees a text before it is there."""
    if key == "in_force":
        return Severity.WARNING if source.kind in _PROMULGATED else Severity.NOTE
    return Severity.WARNING if key == "reported" else None
