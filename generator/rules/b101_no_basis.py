"""B101: a certificate, task or mechanism without a legal basis

What it does: wants a `basis` for every certificate, task and mechanism that has an answer; only `unknown` may stand
    without. A task or mechanism whose introducing document is itself a rule needs no other.
Why: 意见二（三）第7点: what lacks a law, regulation or State Council decision may not be demanded of a village, and
    nothing is published here that no document says.
Example:
    in catalog/national/tasks/aquaculture-sea-use.yaml
    - source: sea-areas-law
    + source: longkou-court-2015
Use instead: `basis: [{id: …, source: …, clause: …}]`, and the ids in the case's `basis`.
How to mend: cite the document, or leave the verdict `unknown`.
References: 厅字〔2022〕28号 二（三）第7点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, ItemFile, mappings
from generator.codes import finding
from generator.findings import Finding

_ANSWERED = {"certificates": "cases", "tasks": "verdict", "mechanisms": "requirement"}


_NO_RULE = frozenset({"news", "guide", "court_practice"})


def _rests_on_its_source(catalogue: Catalogue, file: ItemFile) -> bool:
    """Tell whether the introducing document is itself the basis: a rule, not a report (certificates cite by id)."""
    introduction = file.introduction()
    source = catalogue.source(introduction[1].get("source"), file.place) if introduction else None
    # A document that is missing is told by X101, one that was left out by its own findings.
    return file.kind != "certificates" and (source is None or source.kind not in _NO_RULE)


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each introduction that has an answer and no basis."""
    for files in catalogue.items.values():
        for file in files.values():
            introduction = file.introduction()
            if introduction is None or introduction[1].get("basis") or _rests_on_its_source(catalogue, file):
                continue
            mark, data = introduction
            key = _ANSWERED.get(file.kind)
            answers = [c.get("verdict") for c in mappings(data.get("cases"))] or [data.get(key or "")]
            if key is not None and any(answer != "unknown" for answer in answers):
                yield finding("B101", file.document.key_at((*mark, key)), name=data.get("name"))
