"""B103: an item without an end whose own document, or every basis, is repealed or superseded

What it does: looks at the document of each introduction and change, and of certificates at all bases together:
    `status: repealed` or `superseded`, with no `until` on either side and no `continue`. (A known end is folded, and
    B102 speaks of it.)
Why: 意见三（二）: what has lost its law or policy is to be dropped; without a day the item would be shown as in force
    for ever.
Example:
    in catalog/national/signs/building-plate.yaml
    - source: place-names-regulations
    + source: place-name-signs-1999
Use instead: `until: "…"`, or `continue: {source: …}` with the document that took its place.
How to mend: find the day it ended, or the document that carries the item on.
References: 厅字〔2022〕28号 三（二）; FOLD F6.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, Source
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import Stated, stated

_STATES = {"repealed": ("已废止", "repealed"), "superseded": ("已被取代", "superseded")}


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each step that nothing in force bears and nothing ends."""
    for said in stated(catalogue):
        if "until" in said.data or any("continue" in change for _, change in said.file.changes()):
            continue
        source = said.source if _gone(said.source) else _only_basis(catalogue, said)
        if source is not None:
            zh, en = _STATES[str(source.data["status"])]
            where = said.file.document.at((*said.mark, "source"))
            name = said.fields.get("name") or said.file.slug
            yield finding("B103", where, name=name, law=source.title, state=zh, state_en=en)


def _gone(source: Source | None) -> bool:
    return source is not None and source.data.get("status") in _STATES and source.until is None


def _only_basis(catalogue: Catalogue, said: Stated) -> Source | None:
    """Return a document that is gone where every basis of an introduced certificate is: it cites by basis."""
    if said.file.kind != "certificates" or not said.file.introduces:
        return None
    sources = [catalogue.source(entry.get("source"), said.file.place) for _, entry in said.bases]
    return sources[0] if sources and all(_gone(source) for source in sources) else None
