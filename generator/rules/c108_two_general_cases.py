"""C108: two cases of one certificate that nobody can tell apart

What it does: compares the cases that serve the same body: two without `when`, or two with the same `when`.
Why: the villager at the counter has one question; two general answers to it are none.
Example:
    in catalog/national/certificates/dilapidated-house-appraisal.yaml
    -     when: 当地的危房改造程序规定由村里评议的
Use instead: one general case for each body, and `when` in every other.
How to mend: write when the second case holds, or the body it is `for`.
References: FOLD F25.
"""

from collections.abc import Iterator, Mapping

from generator.catalogue.model import Catalogue, mappings, strings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json
from generator.rules.cases import cases_of
from generator.words import BODIES


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each case that meets an earlier one of its certificate."""
    for told in cases_of(catalogue):
        earlier: list[Mapping[str, Json]] = []
        for name, case in _cases(told.item):
            if name == told.id:
                break
            earlier.append({**case, "id": name})
        for other in earlier:
            both = [body for body in strings(told.case.get("for")) if body in strings(other.get("for"))]
            if both and other.get("when") == told.case.get("when") and told.says("verdict", "when", "for"):
                words = "、".join(BODIES[body] for body in both)
                yield finding(
                    "C108", told.at("id"), other=other["id"], bodies=words, bodies_en=", ".join(both)
                )
                break


def _cases(item: Mapping[str, Json]) -> list[tuple[str, Mapping[str, Json]]]:
    """Return an item's cases in order, as a file lists them or as the fold keys them."""
    held = item.get("cases")
    if isinstance(held, dict):
        return [(name, case) for name, case in held.items() if isinstance(case, dict)]
    return [(str(case.get("id")), case) for case in mappings(held)]
