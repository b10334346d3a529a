"""U104: a record that judges

What it does: notes 违规、违法、违纪、非法 in the notes of lists, figures and proposals and in what conflicts say,
    outside quotation marks and titles.
Why: records show what papers say and where they differ; who broke a rule is for others to find, and a village or an
    office that is named so has a right to be heard first.
Example:
    in catalog/hubei/shiyan/figures/signs-removed.yaml
    -   - 这是清理掉的数目，不是清理后剩下的数目。
    +   - 这是清理掉的违规牌子的数目。
Use instead: 未见依据；两份文件不一致；报道称“违规”.
How to mend: say what the paper says, or quote it.
References: docs/catalogue.md; FOLD F30, F31.
"""

import re
from collections.abc import Iterator

from generator.catalogue.model import RECORD_KINDS, Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import field_of, occurrences

_JUDGED = re.compile("违规|违法|违纪|非法")
_QUOTED = re.compile("“[^“”]*”|《[^《》]*》")
_OWN_WORDS = frozenset({"notes", "note", "as_said", "says", "reason", "status_note"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each judgement in a record's or a conflict's own words."""
    for entry, path, text, _ in occurrences(catalogue, _JUDGED):
        if (entry.kind in RECORD_KINDS or "conflicts" in path) and field_of(path) in _OWN_WORDS:
            found = _JUDGED.search(_QUOTED.sub("", text))
            if found:
                yield finding("U104", entry.document.at(path), found=found[0])
