"""C101: a certificate without its general case

What it does: wants one case with the id `default` and no `when`.
Why: whoever fits no special case must still find an answer.
Example:
    in catalog/national/certificates/cemetery.yaml
    -   - id: default
    +   - id: general
Use instead: `{id: default, for: [village], verdict: …}`.
How to mend: name the general case `default`, without `when`.
References: FOLD F25.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, mappings
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each introduced certificate without a default case."""
    for files in catalogue.items.values():
        for file in files.values():
            introduction = file.introduction()
            if file.kind != "certificates" or introduction is None:
                continue
            mark, data = introduction
            cases = mappings(data.get("cases"))
            if not any(c.get("id") == "default" and "when" not in c for c in cases):
                yield finding("C101", file.document.key_at((*mark, "cases")))
