"""B107: a basis that no case, step or field uses and that says nothing

What it does: where fields of an item name bases by id, notes each basis that none of them names, in no place's file of
    the item, and that has no `says`. The item's own document, and one that explains itself, stand for the whole item.
Why: a reader cannot tell what such a document is cited for.
Example:
    in catalog/national/certificates/kinship.yaml
    -         basis: [household, marriage, birth]
    +         basis: [household, marriage]
Use instead: its id in the `basis` of what it bears, or `says`.
How to mend: name it where it is used, say what it gives, or delete it.
References: FOLD F12.
"""

from collections.abc import Iterable, Iterator

from generator.catalogue.model import Catalogue, ItemFile
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import stated


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each basis that stands idle among others that are used."""
    used = {item: set(_used(files.values())) for item, files in catalogue.items.items()}
    given: dict[str, set[str]] = {}
    for said in stated(catalogue):
        given.setdefault(said.file.id, set()).update(str(entry.get("id")) for _, entry in said.bases)
    for said in stated(catalogue):
        known = used[said.file.id]
        if not known or known - given[said.file.id] or len(said.bases) < 2:
            continue  # an id that leads nowhere may be meant for one that seems idle: X108 speaks of it
        for path, entry in said.bases:
            source = catalogue.source(entry.get("source"), said.file.place)
            if entry.get("id") not in known and "says" not in entry and source not in (None, said.source):
                yield finding("B107", said.file.document.at((*path, "id")), id=entry.get("id"))


def _used(files: Iterable[ItemFile]) -> Iterator[str]:
    """Yield the basis ids that fields name."""
    for file in files:
        for path in file.document.values:
            if len(path) > 1 and path[-2] == "basis" and isinstance(path[-1], int):
                value = file.document.get(path)
                if isinstance(value, str):
                    yield value
