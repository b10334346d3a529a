"""C121: an answer said to be on a list that is not recorded, or does not have it

What it does: for a case `listed` or `mapped`, looks for a list of the places above or of the place itself that
    was published in one of the case's documents; where that list is complete, one of its entries names the
    item.
Why: 在清单上 is the strongest thing a page can say; the reader must be able to open the list and find the line.
Example:
    in catalog/shanxi/certificates/student-activity-feedback.yaml
    - source: people-daily-2023-07-21
    - basis:
    -   - id: directory
    -     source: people-daily-2023-07-21
    + source: national/opinion-2022
    + basis:
    +   - id: directory
    +     source: national/opinion-2022
Use instead: the list in `lists/`, with `item` in the entry; `explicit` where the document is a rule and no
    list.
How to mend: record the list, or correct how the verdict was reached.
References: FOLD F30; 厅字〔2022〕28号 二（三）第7点、第8点.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Record, mappings, source_id
from generator.codes import finding
from generator.findings import Finding
from generator.rules.cases import cases_of

_ON_A_LIST = frozenset({"listed", "mapped"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each listed case that no recorded list bears."""
    published: dict[str, list[Record]] = {}
    for record in catalogue.lists.values():
        published.setdefault(source_id(record.source, record.place), []).append(record)
    # A list that cannot be read, or whose document is missing, may be the one.
    torn = (
        any("/lists/" in name for name in catalogue.left_out)
        or not published.keys() <= catalogue.sources.keys()
    )
    for told in () if torn else cases_of(catalogue):
        if told.case.get("reached_by") not in _ON_A_LIST or not told.says("reached_by", "verdict"):
            continue
        chain = catalogue.chain(told.step.at)
        lists = [r for s in told.sources for r in published.get(s.id, ()) if r.place in chain]
        if told.sources and not any(_may_have(record, told.step.file.id) for record in lists):
            where = told.at("reached_by" if told.says("reached_by") else "verdict")
            yield finding("C121", where, name=told.item.get("name"))


def _may_have(record: Record, item: str) -> bool:
    """Tell whether a list names an item, or was not read whole."""
    entries = mappings(record.data.get("entries"))
    return record.data.get("complete") is not True or any(entry.get("item") == item for entry in entries)
