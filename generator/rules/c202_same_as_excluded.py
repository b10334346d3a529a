"""C202: a place introduces under another id what a place above excludes.

What it does: compares the name and aliases of each introduction with the names of the excluded certificates above.
Why: a second entry of another id would let the excluded proof back in (FOLD F19, F26).
Example: hubei/certificates/relatives.yaml with `name: 亲属关系证明`.
Use instead: adjust the inherited item, or record the paper as a conflict.
References: 厅字〔2022〕28号 二（三）第8点; 民发〔2020〕20号.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, ItemFile
from generator.codes import finding
from generator.findings import Finding


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each introduction whose name an excluded item above has."""
    introduced = [f for files in catalogue.items.values() for f in files.values() if f.introduces]
    excluded = [f for f in introduced if f.kind == "certificates" and _excludes(f)]
    for file in introduced:
        if file.kind != "certificates" or file.place not in catalogue.places:
            continue
        above = set(catalogue.chain(file.place)[:-1])
        for upper in excluded:
            if (
                upper.place in above
                and upper.id != file.id
                and file.mapping().get("name") == upper.mapping().get("name")
            ):
                yield finding(
                    "C202", file.document.at(("name",)), name=file.mapping().get("name"), item=upper.id,
                    upper=catalogue.places[upper.place].name, place=upper.place,
                )  # fmt: skip


def _excludes(file: ItemFile) -> bool:
    cases = file.mapping().get("cases")
    return isinstance(cases, list) and any(
        isinstance(c, dict) and c.get("id") == "default" and c.get("verdict") == "must_not" for c in cases
    )
