"""B106: one clause of one document twice among the bases

What it does: compares document, clause and edition of the bases of a step; two that agree must each say in `says` what
    they give, and not the same.
Why: two ids for one rule look like two grounds, and a later change may reach one and miss the other.
Example:
    in catalog/national/tasks/dedicated-posts.yaml
    -     says: 现有村级组织和下属委员会能承担的，原则上不设专门机制、不要求专人专岗
Use instead: one basis, named wherever it is used; or `says` for each part of a long clause.
How to mend: make them one and correct the ids in `basis`.
References: FOLD F11.
"""

from collections.abc import Iterator

from generator.catalogue.model import Catalogue, source_id
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import stated


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each basis that repeats one before it."""
    for said in stated(catalogue):
        seen: dict[tuple[str, str, str], tuple[str, set[str]]] = {}
        for path, entry in said.bases:
            if "source" not in entry:
                continue  # a change of a basis that stands above
            key = (
                source_id(str(entry["source"]), said.file.place),
                str(entry.get("clause")),
                str(entry.get("edition")),
            )
            first, sayings = seen.setdefault(key, (str(entry.get("id")), set()))
            says = str(entry.get("says") or "")
            if first != entry.get("id") and (says in sayings or not says or "" in sayings):
                yield finding("B106", said.file.document.at(path), id=entry.get("id"), other=first)
            sayings.add(says)
