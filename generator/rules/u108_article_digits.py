"""U108: an article written in Arabic digits

What it does: looks in `clause` and `edition` for 第37条.
Why: laws number their articles in Chinese; only such numbers are compared with the register and followed to the
    later edition.
Example:
    in catalog/national/tasks/work-safety-report.yaml
    - clause: 第七十五条
    + clause: 第75条
Use instead: 第七十五条; for items of a plan 第3点、附件第1项.
How to mend: write the number as the law does.
References: 立法法 (条的序号用中文数字依次表述); FOLD F32.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import field_of, occurrences

_ARTICLE = re.compile("第 ?[0-9０-９]+ ?条")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each such article."""
    for entry, path, _, found in occurrences(catalogue, _ARTICLE):
        if field_of(path) == "clause":
            yield finding("U108", entry.document.at(path), found=found[0])
