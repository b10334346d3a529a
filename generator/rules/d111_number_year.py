"""D111: a document numbered in another year than it was issued

What it does: compares the year in a document's number (〔2020〕) with the year it was issued and reported: nothing is
    issued or reported before its number; a number more than a year old is a warning.
Why: number and date identify a document; if they disagree, one of them belongs to another.
Example:
    in catalog/hubei/sources/min-2020-32.yaml
    - reported: "2020-12"
    + reported: "2019-12"
Use instead: the number and the date as on the document.
How to mend: look at the document's head and foot.
References: GB/T 9704—2012 (发文字号、成文日期); 党政机关公文处理工作条例第九条.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding, Severity

_YEAR = re.compile(r"〔([0-9]{4})〕")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each number that does not fit the dates."""
    for source in catalogue.sources.values():
        named = _YEAR.search(source.number or "")
        for key, zh, day in (("issued", "发布", source.issued), ("reported", "报道", source.reported)):
            if named is None or day is None:
                continue
            year, late = int(named[1]), day.first.year
            if day.last.year < year or (key == "issued" and late > year + 1):
                yield finding(
                    "D111", source.document.at((key,)), number=year, what=zh, what_en=key, day=day.text,
                    severity=Severity.WARNING if late > year else None,
                )  # fmt: skip
