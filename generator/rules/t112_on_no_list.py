"""T112: a task said to be on a list that is not recorded, or does not have it

What it does: for a task whose verdict is `listed` or `mapped`, looks for a list of its place or of one above
    published in a document of the task; where that list was read whole, one of its entries names the task.
Why: 在清单上 is what a village shows to whoever hands it work; it must be able to open the list at the line.
Example:
    in catalog/national/tasks/investment-promotion.yaml
    - reached_by: explicit
    + reached_by: listed
Use instead: the list in `lists/` with `item` in the entry; `explicit` where the document is a rule and no list.
How to mend: record the list, or correct how the verdict was reached.
References: FOLD F30; 厅字〔2022〕28号 二（一）第2点 (以清单等方式规范).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Record, mappings, source_id
from generator.codes import finding
from generator.findings import Finding
from generator.rules.statements import Statement, statements

_ON_A_LIST = frozenset({"listed", "mapped"})


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each listed task that no recorded list bears."""
    if any("/lists/" in name for name in catalogue.left_out):
        return  # what follows from a list left out is not said (F45)
    published: dict[str, list[Record]] = {}
    for record in catalogue.lists.values():
        published.setdefault(source_id(record.source, record.place), []).append(record)
    for said in statements(catalogue, "tasks"):
        if not said.touched & {"reached_by", "verdict"} or said.fields.get("reached_by") not in _ON_A_LIST:
            continue
        if not said.unread and not any(
            _may_have(record, said) for source in said.documents for record in published.get(source.id, ())
        ):
            yield finding("T112", said.at("reached_by"), name=said.name)


def _may_have(record: Record, said: Statement) -> bool:
    """Tell whether a list on the chain names the task, or was not read whole."""
    if record.place not in said.chain:
        return False
    entries = mappings(record.data.get("entries"))
    return record.data.get("complete") is not True or any(e.get("item") == said.file.id for e in entries)
