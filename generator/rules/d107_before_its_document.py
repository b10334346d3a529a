"""D107, D114: a step that begins before its document was there, or after it had ended

What it does: compares `from` of each introduction, change and list with the days its document was issued, came into
    force and ended. A step that gives a `reason` may look back.
Why: nobody can be bound by a paper that does not exist yet, nor by one that has lapsed.
Example:
    in catalog/national/certificates/quality-label.yaml
    - source: quality-label-measures-2025-4
    + source: quality-label-measures-2025-4
    + from: "2024-01-01"
    in catalog/national/certificates/produce-origin.yaml
    - reason: 所依的规定已废止；现在由生产者自己开承诺达标合格证
    + reason: 所依的规定已废止；现在由生产者自己开承诺达标合格证
    + from: "2017-01-01"
Use instead: no `from` at all: the document's own dates are then used.
How to mend: compare the dates; where the document says that it looks back, say so in `reason`.
References: FOLD F2, F6; 立法法 (法不溯及既往).
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Source, date_of
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Document, Json, Path
from generator.rules.stated import stated


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each beginning outside the time of its document."""
    for said in stated(catalogue):
        yield from _compared(said.file.document, said.mark, said.data, said.source)
    for record in catalogue.lists.values():
        source = catalogue.source(record.source, record.place)
        yield from _compared(record.document, (), dict(record.data), source)


def _compared(
    document: Document, mark: Path, data: dict[str, Json], source: Source | None
) -> Iterator[Finding]:
    start, where = date_of(data.get("from")), document.at((*mark, "from"))
    if start is None or source is None:
        return
    early = [
        (day, zh, en)
        for day, zh, en in ((source.issued, "发布", "issued"), (source.in_force, "施行", "in force"))
        if day is not None and start.last < day.first
    ]
    if early and "reason" not in data:
        day, zh, en = early[0]
        yield finding("D107", where, start=start.text, day=day.text, what=zh, what_en=en)
    elif source.until is not None and source.until.last < start.first:
        yield finding("D114", where, start=start.text, law=source.title, end=source.until.text)
