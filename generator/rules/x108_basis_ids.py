"""X108: a case, step or route that names a basis the item does not have

What it does: compares each list of basis ids with the ids under the item's `basis`, in all places' files of it.
Why: a citation that leads nowhere looks like one that leads somewhere.
Example:
    in catalog/national/certificates/litigation-agent.yaml
    -         basis: [relatives]
    +         basis: [relations]
Use instead: the id as written under `basis`.
How to mend: correct the id, or add the basis.
References: FOLD F12.
"""

from collections.abc import Iterator, Mapping

from generator.catalogue.model import Catalogue, ItemFile
from generator.catalogue.schema_findings import guess
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each basis id that no file of the item defines."""
    for files in catalogue.items.values():
        known = {name for file in files.values() for name in _defined(file)}
        for file in files.values():
            for path, value in file.document.walk():
                if len(path) > 1 and path[-2] == "basis" and isinstance(value, str) and value not in known:
                    where = file.document.at(path)
                    yield finding("X108", where, ref=value, **guess(value, sorted(known)))


def _defined(file: ItemFile) -> Iterator[str]:
    introduction = file.introduction()
    own = [introduction[1]] if introduction else []
    for holder in [*own, *(change.get("set") for _, change in file.changes())]:
        entries = holder.get("basis") if isinstance(holder, Mapping) else None
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict):
                yield str(entry.get("id"))
