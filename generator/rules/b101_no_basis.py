"""B101: a certificate without a legal basis.

What it does: wants a `basis` for every certificate that any case says may, must or must not be issued, or is not
needed; only `unknown` may stand without.
Why: 意见二（三）第7点: what lacks a law, regulation or State Council decision may not be demanded of a village, and
nothing is published here that no document says.
Example: a certificate with `verdict: may_issue` and no `basis`.
Use instead: `basis: [{id: …, source: …, clause: …}]`.
References: 厅字〔2022〕28号 二（三）第7点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each introduced certificate that has an answer and no basis."""
    for files in catalogue.items.values():
        for file in files.values():
            data = file.mapping()
            cases = data.get("cases")
            if file.kind != "certificates" or not file.introduces or data.get("basis"):
                continue
            answers = (
                [c.get("verdict") for c in cases if isinstance(c, dict)] if isinstance(cases, list) else []
            )
            if any(answer != "unknown" for answer in answers):
                yield finding("B101", file.document.key_at(("cases",)), name=data.get("name"))
