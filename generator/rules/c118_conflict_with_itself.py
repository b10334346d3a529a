"""C118: a conflict of a document with itself

What it does: compares each entry of `conflicts` with the documents that the item stands on in the same file:
    the same document, and the same clause or none given.
Why: a conflict names the other document; the page sets both beside one another and sends the reader to the
    township with them.
Example:
    in catalog/guizhou/liupanshui/provisions/sign-limits.yaml
    -     source: national/opinion-2022
    -     clause: 二（二）第6点
    +     source: five-reductions-2024-05-16
Use instead: the document that says otherwise.
How to mend: correct the source; what the document says of itself belongs under `says` or `notes`.
References: FOLD F31.
"""

from collections.abc import Iterator, Mapping

from generator.catalogue.model import Catalogue, ItemFile, mappings
from generator.codes import finding
from generator.findings import Finding
from generator.reading.document import Json


def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each conflict whose document is the item's own."""
    for files in catalogue.items.values():
        for file in files.values():
            introduction = file.introduction()
            if introduction is not None:
                yield from _own(file, introduction)


def _own(file: ItemFile, introduction: tuple[tuple[str | int, ...], dict[str, Json]]) -> Iterator[Finding]:
    mark, data = introduction
    for index, conflict in enumerate(mappings(data.get("conflicts"))):
        if any(_same(conflict, holder) for holder in (data, *mappings(data.get("basis")))):
            where = file.document.at((*mark, "conflicts", index, "source"))
            yield finding("C118", where, ref=conflict.get("source"))


def _same(conflict: Mapping[str, Json], holder: Mapping[str, Json]) -> bool:
    """Tell whether both cite one document, and not two places in it."""
    clauses = {holder.get("clause"), conflict.get("clause")} - {None}
    return conflict.get("source") == holder.get("source") and len(clauses) < 2
