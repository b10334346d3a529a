"""C112, C125: a list whose entries and counts do not agree

What it does: compares the entries of a list, and of each of its categories, with `stated_count`: never more,
    and as many where `complete: true`; a complete list has entries.
Why: a list that says 20 and shows 21 has been copied wrongly, or counts otherwise than it numbers; the clerk
    must know which before anybody is sent away by it.
Example:
    in catalog/national/lists/proofs-excluded-1.yaml
    - stated_count: 20
    + stated_count: 19
    in catalog/guangdong/zhuhai/lists/proofs-excluded-2022.yaml
    - complete: false
    + complete: true
Use instead: the count as the document gives it, every entry once, `complete: false` while names are missing.
How to mend: count the document's entries again; where the document itself miscounts, leave `stated_count` out
    and say so in `notes`.
References: FOLD F30.
"""

from collections import Counter
from collections.abc import Iterator

from generator.catalogue.model import Catalogue, mappings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each count that the entries belie."""
    for record in catalogue.lists.values():
        entries = list(mappings(record.data.get("entries")))
        stated, complete = record.data.get("stated_count"), record.data.get("complete") is True
        if _differs(stated, len(entries), complete):
            yield finding("C112", record.document.at(("stated_count",)), stated=stated, found=len(entries))
        elif complete and not entries and "stated_count" not in record.data:
            yield finding("C125", record.document.at(("complete",)))
        held = Counter(str(entry.get("category")) for entry in entries if "category" in entry)
        for index, category in enumerate(mappings(record.data.get("categories"))):
            stated, found = category.get("stated_count"), held[str(category.get("id"))]
            if _differs(stated, found, complete=False):
                where = record.document.at(("categories", index, "stated_count"))
                yield finding("C112", where, stated=stated, found=found)


def _differs(stated: Json, found: int, complete: bool) -> bool:
    return isinstance(stated, int) and (found > stated or (complete and found < stated))
