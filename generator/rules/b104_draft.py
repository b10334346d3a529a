"""B104: a draft as the document of an item, or as one of its bases

What it does: looks for `status: draft` behind each introduction, change and basis. Lists and figures may record
    drafts: they decide nothing.
Why: a text out for comment binds nobody; villagers would be told a rule that was perhaps never issued.
Example:
    in catalog/yunnan/dali/yangbi/provisions/sign-limits.yaml
    - source: sign-clearing-2024-10-21
    + source: yunnan/village-organisations-draft-2023
Use instead: the document as issued; the draft's entries under lists/.
How to mend: wait for the document, or find it.
References: 厅字〔2022〕28号 二（三）第7点; 立法法 (only what is promulgated is in force).
"""

from collections.abc import Iterator
from typing import TypeGuard

from generator.catalogue.model import Catalogue, Source
from generator.codes import finding
from generator.findings import Finding
from generator.rules.stated import stated


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each step or basis that rests on a draft."""
    for said in stated(catalogue):
        document = said.file.document
        if _draft(said.source):
            yield finding("B104", document.at((*said.mark, "source")), law=said.source.title)
        for path, entry in said.bases:
            source = catalogue.source(entry.get("source"), said.file.place)
            if _draft(source):
                yield finding("B104", document.at((*path, "source")), law=source.title)


def _draft(source: Source | None) -> TypeGuard[Source]:
    return source is not None and source.data.get("status") == "draft"
