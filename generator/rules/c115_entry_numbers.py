"""C115: numbers of a list that repeat or run backwards

What it does: wants the `no` of a list's entries to rise; a list numbered anew in each category rises within
    each.
Why: the number is how a clerk cites the list (清单第3项); two entries with one number, and every citation of
    it, are doubtful.
Example:
    in catalog/national/lists/proofs-excluded-1.yaml
    -     no: 3
    +     no: 2
Use instead: the numbers as the document prints them, in its order.
How to mend: look at the document; entries without a number there have none here.
References: FOLD F30.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, mappings
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each number that does not follow the one before."""
    for record in catalogue.lists.values():
        last: dict[object, int] = {}
        for index, entry in enumerate(mappings(record.data.get("entries"))):
            number, category = entry.get("no"), entry.get("category")
            if not isinstance(number, int):
                continue
            before = last.get(category, 0)
            if number <= before:
                yield finding("C115", record.document.at(("entries", index, "no")), no=number, before=before)
            last[category] = max(number, before)
