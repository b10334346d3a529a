"""C119: a case for a body that has none of those who issue

What it does: compares `for` with `issuers`: a case for communities is not issued by village bodies alone, nor
    one for villages by a residents' committee alone.
Why: a resident of a community sent to a villagers' committee finds no door.
Example:
    in catalog/henan/certificates/voter-registration-elsewhere.yaml
    -     issuers: {need: any, of: [villagers_committee, residents_committee]}
    +     issuers: {need: any, of: [villagers_committee]}
Use instead: `of: [villagers_committee, residents_committee]`, or `for: [village]` where the rule names villages
    alone.
How to mend: look at whom the article names, and write both fields after it.
References: FOLD F25.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, strings
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import cases_of
from generator.words import BODIES

# What a body of the kind does not have.
_OTHERS = {
    "community": frozenset({"villagers_committee", "villagers_group", "collective"}),
    "village": frozenset({"residents_committee"}),
}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each body that the issuers of its case leave out."""
    for told in cases_of(catalogue):
        issuers = told.case.get("issuers")
        named = set(strings(issuers.get("of"))) if isinstance(issuers, dict) else set()
        for body in strings(told.case.get("for")) if named and told.says("issuers", "for") else ():
            if named <= _OTHERS[body]:
                yield finding("C119", told.at("issuers"), body=BODIES[body], body_en=body)
