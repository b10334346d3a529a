"""C105: no rule found, and yet a way in which the answer was reached

What it does: forbids `reached_by` beside `verdict: unknown`.
Why: 没有查到规定 is the absence of an answer; a page that adds 规定明说 or 在清单上 says two things at once.
Example:
    in catalog/national/certificates/cemetery.yaml
    -     verdict: unknown
    +     verdict: unknown
    +     reached_by: explicit
Use instead: the verdict that the document gives, with its `reached_by`; or `unknown` alone.
How to mend: read the document again; where it does answer, write the answer.
References: FOLD F26.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import cases_of
from generator.words import REACHED


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each case without an answer that says how it was reached."""
    for told in cases_of(catalogue):
        reached = told.case.get("reached_by")
        if told.verdict == "unknown" and reached and told.says("verdict", "reached_by"):
            where = told.at("reached_by" if told.says("reached_by") else "verdict")
            yield finding("C105", where, reached=REACHED[str(reached)], reached_en=reached)
