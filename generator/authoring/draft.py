"""A drafted file, judged as if it stood in the catalogue: nothing is written that `qingdan check` would refuse."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.model import FOLDING_KINDS, ROOT, Catalogue, strings
from generator.check import Checked, check_documents
from generator.findings import Finding, has_errors, in_order
from generator.reading import path_label, read_catalogue_files
from generator.reading.document import Document, Json
from generator.reading.yaml_reader import read_yaml


@dataclass(frozen=True)
class Shelf:
    """A catalogue as read from its folder: what a draft is judged against."""

    root: Path
    label: str
    documents: list[Document]
    unread: list[Finding]
    checked: Checked

    @property
    def catalogue(self) -> Catalogue:
        """Return the catalogue without its broken files."""
        return self.checked.catalogue


def read_shelf(root: Path) -> Shelf:
    """Read and check the catalogue at `root`."""
    label = path_label(root)
    documents, unread = read_catalogue_files(root, label)
    return Shelf(root, label, documents, unread, check_documents(documents, unread, label))


def judged(shelf: Shelf, path: str, text: str) -> tuple[Finding, ...]:
    """Return the findings that a file at `path` (below the catalogue) would bring, its own and others'."""
    name = f"{shelf.label}/{path}"
    read = read_yaml(text.encode(), name)
    if isinstance(read, Finding):
        return (read,)
    others = [d for d in shelf.documents if d.file != name]
    unread = [f for f in shelf.unread if f.position.file != name]
    after = check_documents(sorted([*others, read], key=lambda d: d.file), unread, shelf.label)
    before = set(shelf.checked.findings)
    return in_order(
        f for f in after.findings if f.position.file == name or (f not in before and has_errors([f]))
    )


def same_matter(catalogue: Catalogue, kind: str, place: str, name: str) -> tuple[str, str] | None:
    """Return (id, place) of an item of a kind that is introduced by this name, those of the places above first."""
    if kind not in FOLDING_KINDS:
        return None
    chain = catalogue.chain(place) if place in catalogue.places else (ROOT,)
    found = [
        (item, home)
        for item, files in catalogue.items.items()
        for home, file in files.items()
        if file.kind == kind and (given := file.introduction()) is not None and name in _names(given[1])
    ]
    return min(found, key=lambda pair: (pair[1] not in chain, pair), default=None)


def _names(data: Mapping[str, Json]) -> tuple[str, ...]:
    return (str(data.get("name")), *strings(data.get("aliases")))
