"""G119: a list of signs that says one thing and the directory of its place another

What it does: folds each sign that a list in force names, in the list's place and on its day: what the list allows is
    not `not_allowed` there, what it excludes is `not_allowed`; what is recorded as a conflict is left out.
Why: 意见二（二）第6点: number, name and form are laid down; who reads 保留6块 in the list and 不得有 on the page of one
    of the six must find out why.
Example:
    in catalog/sichuan/luzhou/gulin/lists/signs-kept-2025.yaml
    - polarity: permits
    + polarity: excludes
Use instead: the sign that the entry is really about; a change in the list's place; or `conflicts`.
How to mend: compare the entry's words with the sign; then set `usual` with the list's document, or record it.
References: 厅字〔2022〕28号 二（二）第6点; FOLD F30, F31.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, date_of, mappings
from generator.codes import finding
from generator.findings import Finding
from generator.resolve.fold import fold_item
from generator.resolve.plan import plan_of
from generator.rules.c113_list_and_directory import recorded, stands
from generator.words import CERTIFICATE_POLARITIES

_USUAL = {"permits": "not_allowed", "excludes": "generally"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each entry that the directory of the list's place contradicts."""
    plan = plan_of(catalogue)
    for record in catalogue.lists.values():
        source = catalogue.source(record.source, record.place)
        if record.data.get("kind") != "signs" or source is None or not stands(record, source):
            continue
        chain, polarity = catalogue.chain(record.place), str(record.data["polarity"])
        stated = date_of(record.data.get("from")) or source.in_force or source.issued or source.reported
        for index, entry in enumerate(mappings(record.data.get("entries"))):
            name = str(entry.get("item"))
            steps = list(plan.on_chain(name, chain))
            if "item" not in entry or not steps:
                continue
            day = stated.first if stated else max(step.first_day for step in steps)
            item = fold_item(plan, name, chain, day).item
            if item is not None and item.get("usual") == _USUAL[polarity] and not recorded(item, source):
                where = record.document.at(("entries", index, "item"))
                yield finding(
                    "G119", where, name=item.name, list=CERTIFICATE_POLARITIES[polarity], list_en=polarity
                )
