"""D113: something that ends before it begins

What it does: compares the end of each source, list, place and name of a sign with its beginning; steps are D102's.
Why: it would never have been in force, and whoever wrote it meant another day.
Example:
    in catalog/national/sources/forest-fire-regulations.yaml
    - until: "2026-01-01"
    + until: "2026-01-01"
    + in_force: "2026-12-01"
Use instead: `until` with the first day on which it no longer holds.
How to mend: check both days against the document.
References: FOLD F1, F33.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, date_of, mappings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Document, Json, Path
from generator.rules.stated import stated

_NAMES = {"issued": "发布日", "in_force": "施行日", "from": "开始的日子"}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each end that is not after its beginning."""
    for source in catalogue.sources.values():
        for key in ("issued", "in_force"):
            yield from _compared(
                source.document, source.data.get(key), key, source.data.get("until"), ("until",)
            )
    for record in catalogue.lists.values():
        yield from _compared(
            record.document, record.data.get("from"), "from", record.data.get("until"), ("until",)
        )
    for place in catalogue.places.values():
        ended = place.data.get("ended")
        if isinstance(ended, dict):
            yield from _compared(
                place.document, place.data.get("from"), "from", ended.get("on"), ("ended", "on")
            )
    for said in stated(catalogue):
        if said.file.kind == "signs":
            for index, entry in enumerate(mappings(said.fields.get("names"))):
                path = (*said.head, "names", index, "until")
                yield from _compared(said.file.document, entry.get("from"), "from", entry.get("until"), path)


def _compared(document: Document, begins: Json, key: str, ends: Json, path: Path) -> Iterator[Finding]:
    start, end = date_of(begins), date_of(ends)
    if start and end and (end.last < start.first or (end == start and end.exact)):
        yield finding(
            "D113", document.at(path), later="失效日", late=end.text, later_en=str(path[-1]),
            earlier=_NAMES[key], early=start.text, earlier_en=key,
        )  # fmt: skip
