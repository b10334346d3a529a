"""X118: a source compared with its original by nobody, or on no day

What it does: wants `verified_on` and `verified_by` together.
Why: a page says “与原件核对过” on the strength of these two; half of them is no comparison.
Example:
    in catalog/hubei/sources/min-2020-32.yaml
    - (end)
    + verified_on: "2026-08-01"
Use instead: `verified_on: "2026-08-01"` and `verified_by: 某市民政局`.
How to mend: add the other, or take both out: what was only read on a page is not compared.
References: schema/sources.schema.json, `verified_by`.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding

_PAIR = ("verified_on", "verified_by")


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each half of a comparison."""
    for source in catalogue.sources.values():
        has = [key for key in _PAIR if key in source.data]
        if len(has) == 1:
            lacks = next(key for key in _PAIR if key != has[0])
            yield finding("X118", source.document.key_at((has[0],)), has=has[0], lacks=lacks)
